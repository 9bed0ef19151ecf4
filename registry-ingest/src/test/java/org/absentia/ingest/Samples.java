package org.absentia.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.absentia.ingest.intake.JsonTree;
import org.absentia.ingest.record.Fault;
import org.absentia.ingest.record.Reading;
import org.absentia.ingest.record.RegistryRecord;
import org.jspecify.annotations.Nullable;

/** Reads the sample messages beside the tests, and what readers made of them. */
public final class Samples {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Samples() {}

  public static byte[] bytes(String path) {
    return resource("/nav/" + path);
  }

  /** The example of an event in its producer's contracts. */
  public static JsonNode example(String topic) {
    String path = "/contracts/events/" + topic + ".example.json";
    return parse(new String(resource(path), StandardCharsets.UTF_8));
  }

  private static byte[] resource(String path) {
    try (InputStream in = Samples.class.getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  public static JsonNode json(String path) {
    return parse(text(path));
  }

  public static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  /** A tree as the readers take it. */
  public static @Nullable Object tree(String json) {
    return JsonTree.of(parse(json));
  }

  public static RegistryRecord record(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Understood.class);
    return ((Reading.Understood) reading).record();
  }

  /** Pointers of the faults of a refusal. */
  public static List<String> pointers(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    return ((Reading.Refused) reading).faults().stream().map(Fault::pointer).toList();
  }
}
