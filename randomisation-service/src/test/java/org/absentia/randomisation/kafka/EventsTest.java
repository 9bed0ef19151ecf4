package org.absentia.randomisation.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.http.ServiceTest;
import org.absentia.randomisation.protocol.PlainJson;
import org.absentia.randomisation.questionnaire.RaiseReminders;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.trial.Trials;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventsTest extends ServiceTest {
  private static final String DATA_LOCKED = "analysis.data-locked.v1";

  @Inject AgroalDataSource database;
  @Inject RaiseReminders reminders;
  @Inject Trials trials;

  @Test
  void an_opened_trial_is_published_with_its_protocol_but_without_its_design() throws IOException {
    // When
    String trial = openTrial();

    // Then
    ConsumerRecord<String, String> event = only("trial-opened", trial);
    JsonNode value = json(event.value());
    assertThat(event.key()).isEqualTo(trial);
    assertThat(value.at("/protocol/trial").asText()).isEqualTo(trial);
    assertThat(event.value()).doesNotContain("blockSizes", "PERMUTED_BLOCK");
    assertThat(names(value.get("protocol")))
        .contains("screening", "strata", "outcome", "analysis")
        .doesNotContain("randomisation");
    assertThat(value.get("digest").asText()).isEqualTo(digest(protocol(trial)));
  }

  @Test
  void the_digest_in_the_example_is_that_of_its_protocol_with_the_design() throws IOException {
    // Given
    JsonNode example = contract("randomisation.trial-opened.v1.example.json");

    // When
    ObjectNode whole = example.get("protocol").deepCopy();
    whole.set("randomisation", protocol("mi-nav").get("randomisation"));

    // Then
    assertThat(example.get("protocol").has("randomisation")).isFalse();
    assertThat(example.get("digest").asText()).isEqualTo(digest(whole));
  }

  @Test
  void an_amended_protocol_is_published_as_the_next_version() throws IOException {
    // Given
    String trial = openTrial();
    JsonNode first = json(only("trial-opened", trial).value());
    String proposal =
        as("statistician")
            .body(
                "{\"protocol\":"
                    + protocol(trial).put("title", "amended")
                    + ",\"reason\":\"because\"}")
            .post("/trials/{t}/protocol-versions", trial)
            .path("proposalId");

    // When
    as("approver")
        .body("{\"approved\":true}")
        .post("/trials/{t}/proposals/{p}/decision", trial, proposal)
        .then()
        .statusCode(200);

    // Then
    List<JsonNode> versions = new ArrayList<>();
    for (ConsumerRecord<String, String> event : events("trial-opened", trial, 2)) {
      versions.add(json(event.value()));
    }
    JsonNode second = versions.getLast();
    assertThat(second.get("version").asInt()).isEqualTo(2);
    assertThat(second.at("/protocol/title").asText()).isEqualTo("amended");
    assertThat(second.get("outcomeSince")).isEqualTo(first.get("openedAt"));
    assertThat(Instant.parse(second.get("openedAt").asText()))
        .isAfter(Instant.parse(first.get("openedAt").asText()));
    assertThat(second.get("protocol").has("randomisation")).isFalse();
  }

  @Test
  void a_contact_is_published() throws IOException {
    // Given
    String trial = openTrial();
    String candidate = listCandidate(trial);

    // When
    as("recruiter")
        .body(
            "{\"candidateId\":\"%s\",\"outcome\":\"DECLINED\",\"reasons\":[\"no time\"],\"contactedOn\":\"2019-04-09\"}"
                .formatted(candidate))
        .post("/trials/{t}/contacts", trial)
        .then()
        .statusCode(201);

    // Then
    assertThat(only("candidate-contacted", trial).key()).isEqualTo(trial + "/" + candidate);
  }

  @Test
  void a_participant_is_published_when_the_slot_is_taken_without_slot_or_arm() throws IOException {
    // Given
    String trial = openTrial();
    String waiting = enrol(trial, HIGH);
    String participant = enrol(trial, HIGH);

    // When
    allocate(trial, participant).then().statusCode(201);

    // Then
    JsonNode enrolled = json(only("participant-enrolled", trial).value());
    assertThat(enrolled.get("participantId").asText()).isEqualTo(participant).isNotEqualTo(waiting);
    assertThat(enrolled.get("stratum").asText()).isEqualTo("HIGH");
    assertThat(enrolled.get("epoch").isNull()).isTrue();
    assertThat(enrolled.get("pilot").asBoolean()).isTrue();
    JsonNode baseline = json(only("baseline-recorded", trial).value()).get("variables");
    assertThat(baseline.get("age").asInt()).isEqualTo(49);
    assertThat(baseline.get("ompsqSf").asInt()).isEqualTo(60);
    assertThat(baseline.get("highRisk").asText()).isEqualTo("yes");
    assertThat(baseline.get("smoker").isNull()).isTrue();
    assertThat(baseline.has("contract")).isFalse();
  }

  @Test
  void the_pilot_is_the_first_ones_in_order_of_allocation() {
    // Given
    String trial = "t-" + UUID.randomUUID();
    var protocol = protocol(trial);
    protocol.withObject("/recruitment").put("pilot", 2);
    as("statistician").body(protocol.toString()).post("/trials").then().statusCode(201);
    List<String> participants = IntStream.range(0, 3).mapToObj(i -> enrol(trial, LOW)).toList();

    // When: in the other order
    participants.reversed().forEach(participant -> allocate(trial, participant));

    // Then
    Map<String, Boolean> pilot = new HashMap<>();
    events("participant-enrolled", trial, 3)
        .forEach(
            event -> {
              JsonNode value = json(event.value());
              pilot.put(value.get("participantId").asText(), value.get("pilot").asBoolean());
            });
    assertThat(participants.stream().map(pilot::get)).containsExactly(false, true, true);
  }

  @Test
  void a_withdrawal_is_published_once_and_may_only_be_widened() throws IOException {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, LOW);
    allocate(trial, participant).then().statusCode(201);

    // When, Then
    assertThat(withdraw(trial, participant, "STOP_REGISTRY_DATA", "2019-06-01")).isEqualTo(201);
    assertThat(withdraw(trial, participant, "STOP_REGISTRY_DATA", "2019-06-01")).isEqualTo(200);
    assertThat(withdraw(trial, participant, "STOP_INTERVENTION", "2019-06-02")).isEqualTo(409);
    assertThat(withdraw(trial, participant, "WITHDRAW_AND_ERASE", "2018-01-01")).isEqualTo(422);
    JsonNode event = json(only("participant-withdrawn", trial).value());
    assertThat(event.get("level").asText()).isEqualTo("STOP_REGISTRY_DATA");
    assertThat(event.get("withdrawnOn").asText()).isEqualTo("2019-06-01");
  }

  @Test
  void erasure_removes_what_is_personal_and_leaves_the_log_whole() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, LOW);
    allocate(trial, participant).then().statusCode(201);

    // When
    assertThat(withdraw(trial, participant, "WITHDRAW_AND_ERASE", "2019-06-01")).isEqualTo(201);

    // Then
    as("allocator")
        .get("/trials/{t}/participants/{p}/allocation", trial, participant)
        .then()
        .statusCode(404);
    List<String> types =
        as("auditor").get("/trials/{t}/log", trial).jsonPath().getList("entries.entry.type");
    assertThat(types)
        .containsExactly(
            "CONSENT_GIVEN",
            "STRATUM_LOCKED",
            "ELIGIBILITY_LOCKED",
            "SLOT_TAKEN",
            "WITHDRAWN",
            "ERASED");
  }

  @Test
  void erasure_sends_a_tombstone_and_leaves_no_receipt() throws SQLException {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, LOW);
    String receiptId = allocate(trial, participant, "key-1").path("receiptId");
    String other = enrol(trial, LOW);
    allocate(trial, other).then().statusCode(201);
    String topic = "randomisation.baseline-recorded.v1";
    Topics.await(topic, 1, message -> message.key().equals(participant));

    // When
    assertThat(withdraw(trial, participant, "WITHDRAW_AND_ERASE", "2019-06-01")).isEqualTo(201);

    // Then
    Topics.await(topic, 1, message -> message.key().equals(participant) && message.value() == null);
    Topics.await(topic, 1, message -> message.key().equals(other));
    assertThat(
            query(
                "select a.receipt || coalesce(b.variables, '') from allocation a"
                    + " join baseline b using (participant_id) where participant_id = '"
                    + participant
                    + "'"))
        .containsExactly("");
    assertThat(receiptId).hasSize(32);
    assertThat(allocate(trial, participant, "key-1").statusCode()).isEqualTo(409);
    assertThat(query("select receipt from allocation").toString()).doesNotContain(receiptId);
  }

  @Test
  void whoever_withdrew_before_the_slot_gets_none_and_no_event_speaks_of_them() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, LOW);

    // When
    assertThat(withdraw(trial, participant, "WITHDRAW_KEEPING_DATA", "2019-06-01")).isEqualTo(201);

    // Then
    assertThat(allocate(trial, participant).statusCode()).isEqualTo(409);
    String later = enrol(trial, LOW);
    allocate(trial, later).then().statusCode(201);
    assertThat(withdraw(trial, later, "STOP_INTERVENTION", "2019-06-01")).isEqualTo(201);
    assertThat(
            json(events("participant-withdrawn", trial, 1).getFirst().value())
                .get("participantId")
                .asText())
        .isEqualTo(later);
  }

  @Test
  void a_locked_dataset_gets_one_label_for_each_randomised_participant_and_keeps_it() {
    // Given
    String trial = openTrial();
    List<String> participants = IntStream.range(0, 12).mapToObj(i -> enrol(trial, LOW)).toList();
    participants.forEach(participant -> allocate(trial, participant).then().statusCode(201));
    enrol(trial, LOW);
    withdraw(trial, participants.getFirst(), "STOP_REGISTRY_DATA", "2019-06-01");
    String dataset = UUID.randomUUID().toString();

    // When: twice, as Kafka may
    lock(trial, dataset);
    lock(trial, dataset);
    String second = UUID.randomUUID().toString();
    lock(trial, second);

    // Then
    events("allocation-masked", trial, 24);
    Map<String, String> labels = labels(trial, dataset);
    assertThat(labels.keySet()).containsExactlyInAnyOrderElementsOf(participants);
    assertThat(labels(trial, second).keySet()).containsExactlyInAnyOrderElementsOf(participants);
    Map<String, Set<String>> armsOfLabel = new HashMap<>();
    labels.forEach(
        (participant, label) ->
            armsOfLabel
                .computeIfAbsent(label, unseen -> new HashSet<>())
                .add(arm(trial, participant)));
    assertThat(armsOfLabel.keySet()).containsExactlyInAnyOrder("A", "B", "C");
    assertThat(armsOfLabel.values()).allSatisfy(arms -> assertThat(arms).hasSize(1));
  }

  @Test
  void a_malformed_lock_goes_to_the_dead_letter_topic_and_the_next_one_is_served() {
    // Given
    String trial = openTrial();
    allocate(trial, enrol(trial, LOW)).then().statusCode(201);
    String marker = UUID.randomUUID().toString();

    // When
    Topics.send(DATA_LOCKED, marker, "{\"datasetId\":");
    Topics.send(DATA_LOCKED, marker, "{\"datasetId\":\"d\",\"trialId\":\"never-opened\"}");
    Topics.send(DATA_LOCKED, marker, "{\"lockedAt\":\"2026-01-01T00:00:00Z\"}");
    lock(trial, marker);

    // Then
    Topics.await(
        DATA_LOCKED + ".dead-letter.randomisation-service",
        3,
        message -> marker.equals(message.key()));
    assertThat(labels(trial, marker)).hasSize(1);
  }

  @Test
  void no_labels_are_drawn_while_recruitment_runs() throws SQLException {
    // Given: the last day of recruitment is still to come
    String trial = "t-" + UUID.randomUUID();
    var protocol = protocol(trial);
    protocol
        .withObject("/recruitment")
        .put("to", LocalDate.now(ZoneOffset.UTC).plusDays(1).toString());
    as("statistician").body(protocol.toString()).post("/trials").then().statusCode(201);
    allocate(trial, enrol(trial, LOW)).then().statusCode(201);
    String dataset = UUID.randomUUID().toString();

    // When
    lock(trial, dataset);

    // Then
    Topics.await(
        DATA_LOCKED + ".dead-letter.randomisation-service",
        1,
        message -> dataset.equals(message.key()));
    assertThat(query("select count(*)::text from masking where dataset_id = '" + dataset + "'"))
        .containsExactly("0");
  }

  @Test
  void what_became_due_or_overdue_is_published_once_and_a_missed_or_answered_one_never()
      throws IOException {
    // Given: inclusion on 10 April 2019; three windows, of which one holds today, one ran over
    long days = ChronoUnit.DAYS.between(LocalDate.of(2019, 4, 10), LocalDate.now(ZoneOffset.UTC));
    String trial = "t-" + UUID.randomUUID();
    var protocol = protocol(trial);
    var timepoints = protocol.putArray("timepoints");
    timepoints
        .addObject()
        .put("name", "BASELINE")
        .put("after", "P0D")
        .put("anchor", "INCLUSION")
        .putArray("instruments")
        .add("keele-start-msk")
        .add("ompsq-sf");
    for (long after : new long[] {days, days - 2, days - 9, days + 1}) {
      timepoints
          .addObject()
          .put("name", "D" + after)
          .put("after", "P" + after + "D")
          .put("anchor", "INCLUSION")
          .put("closesDaysAfter", 5)
          .putArray("instruments")
          .add("eq-vas");
    }
    as("statistician").body(protocol.toString()).post("/trials").then().statusCode(201);
    String participant = enrol(trial, LOW);
    allocate(trial, participant).then().statusCode(201);
    enrol(trial, LOW);

    // When: twice, as the clock does
    assertThat(reminders.raise(trials.find(trial).orElseThrow())).isEqualTo(2);
    assertThat(reminders.raise(trials.find(trial).orElseThrow())).isZero();

    // Then
    Map<String, String> kinds = new HashMap<>();
    for (ConsumerRecord<String, String> message : events("questionnaire-due", trial, 2)) {
      JsonNode value = json(message.value());
      assertThat(message.key()).isEqualTo(participant);
      assertKeepsContract("randomisation.questionnaire-due.v1", value);
      kinds.put(value.get("timepoint").asText(), value.get("kind").asText());
    }
    assertThat(kinds).isEqualTo(Map.of("D" + days, "DUE", "D" + (days - 2), "OVERDUE"));
  }

  private List<String> query(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(String.valueOf(result.getString(1)));
      }
    }
    return rows;
  }

  private static int withdraw(String trial, String participant, String level, String day) {
    return as("privacy-officer")
        .body("{\"level\":\"%s\",\"withdrawnOn\":\"%s\"}".formatted(level, day))
        .post("/trials/{t}/participants/{p}/withdrawals", trial, participant)
        .statusCode();
  }

  private static void lock(String trial, String dataset) {
    Topics.send(
        DATA_LOCKED,
        dataset,
        "{\"datasetId\":\"%s\",\"trialId\":\"%s\",\"lockedAt\":\"2026-01-01T00:00:00Z\",\"participants\":12}"
            .formatted(dataset, trial));
  }

  private static Map<String, String> labels(String trial, String dataset) {
    int expected =
        as("auditor")
            .get("/trials/{t}/participants", trial)
            .jsonPath()
            .<Boolean>getList("participants.allocated")
            .stream()
            .mapToInt(allocated -> allocated ? 1 : 0)
            .sum();
    return Topics.await(
            "randomisation.allocation-masked.v1",
            expected,
            message -> message.key().startsWith(dataset + "/"))
        .stream()
        .map(message -> json(message.value()))
        .collect(
            Collectors.toMap(
                label -> label.get("participantId").asText(),
                label -> label.get("label").asText()));
  }

  private static ConsumerRecord<String, String> only(String event, String trial)
      throws IOException {
    ConsumerRecord<String, String> message = events(event, trial, 1).getFirst();
    String topic = "randomisation." + event + ".v1";
    assertThat(Topics.header(message, "ce_type")).isEqualTo(topic);
    assertThat(Topics.header(message, "ce_specversion")).isEqualTo("1.0");
    assertKeepsContract(topic, json(message.value()));
    return message;
  }

  private static List<ConsumerRecord<String, String>> events(
      String event, String trial, int count) {
    return Topics.await(
        "randomisation." + event + ".v1",
        count,
        message ->
            message.value() != null
                && json(message.value()).path("trialId").asText().equals(trial));
  }

  /** The members of the example, no others, each of the type that the schema gives. */
  private static void assertKeepsContract(String topic, JsonNode value) throws IOException {
    JsonNode schema = contract(topic + ".schema.json");
    JsonNode example = contract(topic + ".example.json");
    assertThat(names(value))
        .containsExactlyInAnyOrderElementsOf(names(example))
        .containsExactlyInAnyOrderElementsOf(names(schema.get("properties")));
    for (String name : names(value)) {
      assertThat(types(schema.at("/properties/" + name + "/type")))
          .as(name)
          .contains(value.get(name).getNodeType().name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  /** The types that a schema allows, one or an array of them, as Jackson calls them. */
  private static List<String> types(JsonNode type) {
    List<String> types = new ArrayList<>();
    (type.isArray() ? type : List.of(type))
        .forEach(one -> types.add(one.asText().replace("integer", "number")));
    return types;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode contract(String file) throws IOException {
    return JsonReader.parse(Files.readAllBytes(Path.of("contracts", "events", file)));
  }

  private static String digest(JsonNode protocol) {
    return Hash.of(PlainJson.canonical(protocol).getBytes(StandardCharsets.UTF_8)).hex();
  }

  private static JsonNode json(String text) {
    return JsonReader.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
