package org.absentia.outcome.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.junit.jupiter.api.Test;

/** What is published to be read back later is read back as it was, byte for byte. */
class HistoryJsonTest {
  @Test
  void a_version_is_read_back_as_it_was_kept() throws IOException {
    JsonNode example = example(HistoryJson.VERSION_KEPT);
    assertThat(parsed(HistoryJson.write(read(example, HistoryJson::readVersion))))
        .isEqualTo(example);
  }

  @Test
  void an_erased_version_is_read_back_without_values_and_with_its_hash() throws IOException {
    // Given
    ObjectNode example = example(HistoryJson.VERSION_KEPT);
    example.putNull("outcome");
    example.putArray("inputs");

    // When / Then
    assertThat(read(example, HistoryJson::readVersion).isErased()).isTrue();
    assertThat(parsed(HistoryJson.write(read(example, HistoryJson::readVersion))))
        .isEqualTo(example);
  }

  @Test
  void values_that_do_not_have_their_hash_are_not_taken_back() throws IOException {
    // Given
    ObjectNode example = example(HistoryJson.VERSION_KEPT);
    ((ObjectNode) example.at("/outcome/windows/0")).put("lostWorkdays", 42.5);

    // When / Then
    assertThatThrownBy(() -> read(example, HistoryJson::readVersion))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("hash");
  }

  @Test
  void a_definition_and_a_snapshot_are_read_back_as_they_were() throws IOException {
    JsonNode definition = example(HistoryJson.DEFINITION_SET);
    JsonNode snapshot = example(HistoryJson.SNAPSHOT_TAKEN);
    assertThat(parsed(HistoryJson.write(read(definition, HistoryJson::readDefinition))))
        .isEqualTo(definition);
    assertThat(parsed(HistoryJson.write(read(snapshot, HistoryJson::readSnapshot))))
        .isEqualTo(snapshot);
  }

  private static ObjectNode example(String topic) throws IOException {
    return (ObjectNode)
        JsonReader.parse(
            Files.readAllBytes(Path.of("contracts/events/" + topic + ".example.json")));
  }

  private static JsonNode parsed(JsonNode written) {
    return JsonReader.parse(written.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static <T> T read(JsonNode json, Function<JsonReader, T> reading) {
    Faults faults = new Faults();
    T value = reading.apply(JsonReader.of(json, faults));
    assertThat(faults.list()).isEmpty();
    return value;
  }
}
