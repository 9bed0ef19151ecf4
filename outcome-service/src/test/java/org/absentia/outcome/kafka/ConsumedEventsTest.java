package org.absentia.outcome.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.absentia.outcome.computation.Fact;
import org.absentia.outcome.computation.Fact.ParticipantEnrolled;
import org.absentia.outcome.computation.Fact.ParticipantWithdrawn;
import org.absentia.outcome.computation.Fact.RecordErased;
import org.absentia.outcome.computation.Fact.RecordReleased;
import org.absentia.outcome.computation.Fact.ReleaseEnded;
import org.absentia.outcome.computation.Fact.TrialOpened;
import org.absentia.platform.event.MalformedMessage;
import org.absentia.platform.json.JsonReader;
import org.junit.jupiter.api.Test;

/** The producers' own examples; see resources/events/README.md. */
class ConsumedEventsTest {
  private static final Map<String, Function<JsonNode, Fact>> READINGS =
      Map.of(
          "randomisation.trial-opened.v1", EventReading::trialOpened,
          "randomisation.participant-enrolled.v1", EventReading::participantEnrolled,
          "randomisation.participant-withdrawn.v1", EventReading::participantWithdrawn,
          "registry.record-released.v1", EventReading::recordReleased,
          "registry.release-ended.v1", EventReading::releaseEnded);

  @Test
  void every_example_of_a_producer_is_understood() throws IOException {
    assertThat(fact("randomisation.trial-opened.v1")).isInstanceOf(TrialOpened.class);
    assertThat(fact("randomisation.participant-enrolled.v1"))
        .isInstanceOf(ParticipantEnrolled.class);
    assertThat(fact("randomisation.participant-withdrawn.v1"))
        .isInstanceOf(ParticipantWithdrawn.class);
    assertThat(fact("registry.record-released.v1")).isInstanceOf(RecordReleased.class);
    assertThat(fact("registry.release-ended.v1")).isInstanceOf(ReleaseEnded.class);
  }

  @Test
  void members_that_a_producer_adds_later_do_no_harm() throws IOException {
    for (String topic : READINGS.keySet()) {
      ObjectNode later = (ObjectNode) example(topic);
      later.put("addedLater", true);
      if (later.path("record") instanceof ObjectNode record) {
        record.put("addedLater", true);
      }
      assertThat(reading(topic).apply(later)).isEqualTo(fact(topic));
    }
  }

  @Test
  void an_event_without_its_members_is_malformed_and_every_fault_is_named() {
    for (String topic : READINGS.keySet()) {
      JsonNode empty = JsonReader.parse("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThatThrownBy(() -> reading(topic).apply(empty))
          .isInstanceOf(MalformedMessage.class)
          .hasMessageContaining("/trialId is missing");
    }
  }

  @Test
  void a_tombstone_names_the_version_to_forget_even_if_the_record_id_has_slashes() {
    UUID participantId = UUID.randomUUID();
    assertThat(EventReading.recordErased(participantId + "/c/1/7"))
        .isEqualTo(new RecordErased(participantId, "c/1", 7));
    for (String key : List.of("x", "x/y", "x/y/1", participantId + "/c-1/one")) {
      assertThatThrownBy(() -> EventReading.recordErased(key)).isInstanceOf(MalformedMessage.class);
    }
  }

  private static Fact fact(String topic) throws IOException {
    return reading(topic).apply(example(topic));
  }

  private static Function<JsonNode, Fact> reading(String topic) {
    return READINGS.getOrDefault(
        topic,
        event -> {
          throw new AssertionError(topic);
        });
  }

  private static JsonNode example(String topic) throws IOException {
    String producer = topic.startsWith("registry.") ? "registry-ingest" : "randomisation-service";
    String file = topic + ".example.json";
    Path producers = Path.of("..", producer, "contracts", "events", file);
    Path own = Path.of("src", "test", "resources", "events", file);
    return JsonReader.parse(Files.readAllBytes(Files.exists(producers) ? producers : own));
  }
}
