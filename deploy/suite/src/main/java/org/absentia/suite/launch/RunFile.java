package org.absentia.suite.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.absentia.local.ProcessIdentity;
import org.absentia.suite.Component;

/** What {@code run/<component>.json} remembers of a started process. */
record RunFile(ProcessIdentity process, int port) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads the file; a missing or damaged one tells nothing. */
  static Optional<RunFile> read(Path directory, Component component) {
    try {
      JsonNode json = JSON.readTree(file(directory, component).toFile());
      ProcessIdentity process =
          new ProcessIdentity(
              json.path("pid").asLong(), Instant.parse(json.path("startedAt").asText()));
      return Optional.of(new RunFile(process, json.path("port").asInt()));
    } catch (IOException | DateTimeParseException absentOrDamaged) {
      return Optional.empty();
    }
  }

  /** Replaces the file in one step, so that no reader sees half of it. */
  void write(Path directory, Component component) {
    try {
      Files.createDirectories(directory);
      Path draft = Files.createTempFile(directory, component.label(), ".tmp");
      JSON.writeValue(
          draft.toFile(),
          Map.of(
              "component", component.label(),
              "pid", process.pid(),
              "startedAt", process.startedAt().toString(),
              "port", port));
      Files.move(
          draft,
          file(directory, component),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static void delete(Path directory, Component component) {
    try {
      Files.deleteIfExists(file(directory, component));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path file(Path directory, Component component) {
    return directory.resolve(component.label() + ".json");
  }
}
