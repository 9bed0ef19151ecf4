package org.absentia.outcome.json;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;

/** Reads back what this service itself wrote, where a fault is a bug. */
public final class StoredJson {
  private StoredJson() {}

  /** Reads a stored document. */
  public static <T> T read(String text, Function<JsonReader, T> reading) {
    Faults faults = new Faults();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    T value = reading.apply(JsonReader.of(JsonReader.parse(bytes), faults));
    if (faults.any()) {
      throw new IllegalStateException("stored JSON is faulty: " + faults.list());
    }
    return value;
  }
}
