package org.absentia.outcome.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.absentia.outcome.Followed;
import org.absentia.outcome.ServiceTest;
import org.absentia.outcome.Topics;
import org.absentia.platform.json.JsonReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventFlowTest extends ServiceTest {
  private static final String COMPUTED = "outcome.computed.v1";
  private static final String RELEASED = "registry.record-released.v1";

  @Test
  void an_outcome_follows_from_events_that_arrive_in_the_wrong_order() {
    // Given
    Followed person = Followed.unknown();

    // When
    person.certificate("c-1", 1, 4);
    person.enrolled();
    person.trialOpened();

    // Then
    JsonNode outcome = Topics.await(COMPUTED, person.id(), event -> lost(event) == 4);
    assertThat(outcome.path("status").asText()).isEqualTo("COMPLETE");
    assertThat(outcome.path("trialId").asText()).isEqualTo(person.trialId());
  }

  @Test
  void a_late_correction_makes_a_new_version_and_a_repeat_none() {
    // Given
    Followed person = Followed.unknown().open();
    person.certificate("c-1", 1, 4);
    Topics.await(COMPUTED, person.id(), event -> lost(event) == 4);

    // When
    person.certificate("c-1", 2, 3);
    JsonNode corrected = Topics.await(COMPUTED, person.id(), event -> lost(event) == 3);
    person.certificate("c-1", 2, 3);
    person.certificate("c-1", 1, 4);
    person.certificate("c-2", 1, 9);
    JsonNode last = Topics.await(COMPUTED, person.id(), event -> lost(event) == 7);

    // Then
    assertThat(last.path("outcomeVersion").asInt())
        .isEqualTo(corrected.path("outcomeVersion").asInt() + 1);
    JsonPath history =
        as("analyst")
            .get("/participants/{id}/outcomes", person.id())
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    List<Integer> numbers = history.getList("versions.outcomeVersion");
    assertThat(numbers).startsWith(1).endsWith(last.path("outcomeVersion").asInt());
    assertThat(
            history.getList("versions.collect { it.outcome.windows[0].lostWorkdays }", Float.class))
        .endsWith(4f, 3f, 7f);
  }

  @Test
  void withdrawal_and_erasure_leave_no_value_behind() {
    // Given
    Followed person = Followed.unknown().open();
    person.certificate("c-1", 1, 4);
    Topics.await(COMPUTED, person.id(), event -> lost(event) == 4);

    // When
    person.withdrawn("WITHDRAW_AND_ERASE", "2019-06-01");
    person.releaseEnded("2019-06-01T12:00:01Z");
    person.erased("c-1", 1);

    // Then
    JsonNode withdrawn =
        Topics.await(
            COMPUTED, person.id(), event -> event.path("status").asText().equals("WITHDRAWN"));
    assertThat(withdrawn.path("outcome").isNull()).isTrue();
    eventually(
        () ->
            as("analyst")
                .get("/participants/{id}/outcomes", person.id())
                .then()
                .statusCode(200)
                .body("versions.findAll { it.outcome != null }.size()", equalTo(0)));
  }

  @Test
  void what_cannot_be_understood_goes_to_the_dead_letter_topic_and_the_rest_carries_on() {
    // Given
    Followed person = Followed.unknown().open();
    String faulty =
        """
        {"participantId":"%s","trialId":"t","record":{"type":"SICK_LEAVE_CERTIFICATE",
         "recordId":"c-9","version":1,"status":"ACTIVE","issuedAt":"2019-05-20T10:00:00Z",
         "periods":[{"from":"2019-05-20","to":"2019-05-01","kind":"FULL"}]}}
        """
            .formatted(person.id());

    // When
    Topics.send(RELEASED, person.id() + "/broken/1", "{not json");
    Topics.send(RELEASED, person.id() + "/c-9/1", faulty);
    Topics.send(RELEASED, person.id() + "-without-parts", null);
    person.certificate("c-1", 1, 2);

    // Then
    assertThat(deadLetter(person.id() + "/broken/1")).contains("not JSON");
    assertThat(deadLetter(person.id() + "/c-9/1"))
        .contains("/record/periods/0/to")
        .doesNotContain("2019-05-01");
    assertThat(deadLetter(person.id() + "-without-parts")).contains("participantId/recordId");
    Topics.await(COMPUTED, person.id(), event -> lost(event) == 2);
  }

  @Test
  void the_same_version_with_other_content_is_a_dead_letter() {
    // Given
    Followed person = Followed.unknown().open();
    person.certificate("c-1", 1, 4);
    Topics.await(COMPUTED, person.id(), event -> lost(event) == 4);

    // When
    person.certificate("c-1", 1, 3);

    // Then
    assertThat(deadLetter(person.id() + "/c-1/1")).contains("other content");
  }

  @Test
  void of_a_burst_only_what_contradicts_is_a_dead_letter() {
    // Given
    Followed person = Followed.unknown().open();
    Followed other = Followed.unknown().open();

    // When
    for (int days = 1; days <= 6; days++) {
      person.certificate("c-" + days, 1, days);
      person.certificate("c-1", 1, days);
      other.certificate("c-" + days, 1, days);
    }

    // Then
    assertThat(deadLetter(person.id() + "/c-1/1")).contains("other content");
    Topics.await(COMPUTED, person.id(), event -> lost(event) == 5);
    Topics.await(COMPUTED, other.id(), event -> lost(event) == 5);
  }

  @Test
  void what_is_published_has_the_members_of_the_example() throws IOException {
    // Given
    JsonNode example =
        JsonReader.parse(
            Files.readAllBytes(Path.of("contracts/events/outcome.computed.v1.example.json")));
    Followed person = Followed.unknown().open();

    // When
    ConsumerRecord<String, byte[]> message =
        Topics.await(COMPUTED, record -> person.id().equals(record.key()));

    // Then
    assertThat(members("", JsonReader.parse(message.value())))
        .containsExactlyInAnyOrderElementsOf(members("", example));
    assertThat(header(message, "ce_type")).isEqualTo(COMPUTED);
    assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
  }

  private static List<String> members(String place, JsonNode node) {
    List<String> names = new ArrayList<>();
    if (node.isArray() && !node.isEmpty()) {
      names.addAll(members(place + "/0", node.get(0)));
    }
    node.properties()
        .forEach(
            member -> {
              names.add(place + "/" + member.getKey());
              names.addAll(members(place + "/" + member.getKey(), member.getValue()));
            });
    return names;
  }

  private static double lost(JsonNode event) {
    return event.at("/outcome/windows/0/lostWorkdays").asDouble(-1);
  }

  private static String deadLetter(String key) {
    ConsumerRecord<String, byte[]> letter =
        Topics.await(RELEASED + ".dead-letter.outcome-service", record -> key.equals(record.key()));
    return header(letter, "dead-letter-reason");
  }

  private static String header(ConsumerRecord<String, byte[]> message, String name) {
    return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
