package org.absentia.randomisation.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as the plain values that canonical JSON is written from: maps, lists, longs, texts.
 */
final class PlainValues {
  private static final int LARGEST_SCALE = 400;

  private PlainValues() {}

  /** Reads the value at the parser's current token. */
  static @Nullable Object read(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case START_OBJECT -> object(in);
      case START_ARRAY -> array(in);
      case VALUE_STRING -> in.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT -> whole(in);
      case VALUE_NUMBER_FLOAT -> decimal(in);
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new UnreadableBundle("not JSON at " + in.currentLocation().offsetDescription());
    };
  }

  /** Reads the object at the parser's current token. */
  static Map<String, @Nullable Object> object(JsonParser in) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<String, @Nullable Object>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      members.put(name, read(in));
    }
    return members;
  }

  private static List<@Nullable Object> array(JsonParser in) throws IOException {
    List<@Nullable Object> elements = new ArrayList<@Nullable Object>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      elements.add(read(in));
    }
    return elements;
  }

  // written out in full, as canonical JSON has it, 1e2000000000 would fill the memory
  private static BigDecimal decimal(JsonParser in) throws IOException {
    try {
      BigDecimal decimal = in.getDecimalValue();
      if (Math.abs((long) decimal.scale()) <= LARGEST_SCALE) {
        return decimal;
      }
    } catch (NumberFormatException beyondNumbers) {
      // as below
    }
    throw new UnreadableBundle("a number whose exponent no one would write");
  }

  private static Object whole(JsonParser in) throws IOException {
    return in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? new BigDecimal(in.getBigIntegerValue())
        : (Object) in.getLongValue();
  }
}
