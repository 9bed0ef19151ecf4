package org.absentia.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measurements as JSON, a list of objects that all have the same members; null where absent. */
public final class MeasurementJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private MeasurementJson() {}

  public static String of(List<Measurement> measurements) {
    ArrayNode list = JSON.createArrayNode();
    measurements.forEach(measurement -> list.add(node(measurement)));
    return list.toPrettyString() + "\n";
  }

  private static ObjectNode node(Measurement measurement) {
    return JSON.createObjectNode()
        .put("name", measurement.name())
        .put("value", measurement.value().orElse(null))
        .put("unit", measurement.unit())
        .put("baseline", measurement.baseline().orElse(null))
        .put("baselineValue", measurement.baselineValue().orElse(null))
        .put("ratio", measurement.ratio().orElse(null))
        .put("target", measurement.target().map(Target::toString).orElse(null));
  }

  /** Writes the list to a file, making its directory. */
  public static void write(List<Measurement> measurements, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, of(measurements));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
