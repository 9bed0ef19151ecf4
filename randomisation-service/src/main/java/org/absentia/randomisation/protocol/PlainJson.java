package org.absentia.randomisation.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Turns a JSON tree into its canonical text. */
public final class PlainJson {
  private PlainJson() {}

  public static String canonical(JsonNode json) {
    return CanonicalJson.write(value(json));
  }

  private static @Nullable Object value(JsonNode json) {
    if (json.isNull()) {
      return null;
    }
    if (json.isObject()) {
      return map(json);
    }
    if (json.isArray()) {
      return list(json);
    }
    if (json.isNumber()) {
      return new BigDecimal(json.decimalValue().toString());
    }
    return json.isBoolean() ? (Object) json.booleanValue() : json.asText();
  }

  private static List<@Nullable Object> list(JsonNode json) {
    List<@Nullable Object> list = new ArrayList<@Nullable Object>();
    json.forEach(element -> list.add(value(element)));
    return list;
  }

  private static Map<String, @Nullable Object> map(JsonNode json) {
    Map<String, @Nullable Object> map = new LinkedHashMap<String, @Nullable Object>();
    // a member that is null says no more than one that is absent
    json.properties().stream()
        .filter(member -> !member.getValue().isNull())
        .forEach(member -> map.put(member.getKey(), value(member.getValue())));
    return map;
  }
}
