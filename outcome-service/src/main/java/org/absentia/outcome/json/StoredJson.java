package org.absentia.outcome.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.function.Function;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;

/**
 * Reads back what this service itself wrote, where a fault is a bug. Members named twice and huge
 * numbers are not looked for again: deriving everybody anew spends much of its time here.
 */
public final class StoredJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private StoredJson() {}

  /** Reads a stored document. */
  public static <T> T read(String text, Function<JsonReader, T> reading) {
    Faults faults = new Faults();
    T value = reading.apply(JsonReader.of(parsed(text), faults));
    if (faults.any()) {
      throw new IllegalStateException("stored JSON is faulty: " + faults.list());
    }
    return value;
  }

  private static JsonNode parsed(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("stored JSON is malformed", malformed);
    }
  }
}
