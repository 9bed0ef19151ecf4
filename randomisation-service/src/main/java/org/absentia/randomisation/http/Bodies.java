package org.absentia.randomisation.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;

/** Reads request bodies that are JSON objects, with every fault at once. */
final class Bodies {
  private Bodies() {}

  static <T> T read(byte[] body, String reason, Function<JsonReader, T> reader) {
    JsonNode json = JsonReader.parse(body);
    Faults faults = new Faults();
    if (!json.isObject()) {
      faults.add("", "must be an object");
    }
    T read = reader.apply(JsonReader.of(json, faults));
    faults.throwIfAny(reason, "The request has faults.");
    return read;
  }
}
