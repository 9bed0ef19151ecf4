package org.absentia.randomisation.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.http.ServiceTest;
import org.absentia.randomisation.trial.MaskAllocations;
import org.absentia.randomisation.trial.Trials;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Who may have a dataset unmasked, when, and what is told then. */
@QuarkusTest
class UnmaskTest extends ServiceTest {
  private static final String TOPIC = "randomisation.unmasked.v1";
  private static final String COMPLETED = "analysis.run-completed.v1";

  @Inject AgroalDataSource database;
  @Inject MaskAllocations maskAllocations;
  @Inject Trials trials;

  @Test
  void a_dataset_is_unmasked_by_two_persons_once_its_masked_analysis_has_a_result()
      throws SQLException {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, LOW);
    allocate(trial, participant).then().statusCode(201);
    String dataset = UUID.randomUUID().toString();

    // When, Then: neither before the lock, nor before the analysis, nor in another trial
    refused(trial, dataset, "has been locked");
    mask(trial, dataset);
    refused(trial, dataset, "analysis");
    refused(openTrial(), dataset, "has been locked");
    for (String role : List.of("deliverer", "privacy-officer")) {
      propose(role, trial, dataset).then().statusCode(403);
    }
    complete(trial, dataset);
    String proposal = propose("statistician", trial, dataset).path("proposalId");
    assertThat(told(dataset)).isZero();
    decide("statistician", trial, proposal).then().statusCode(403);
    decide("approver", trial, proposal).then().statusCode(200).body("approved", equalTo(true));

    // Then
    Topics.await(TOPIC, 1, message -> message.key().equals(dataset + "/" + participant));
    assertThat(types(trial))
        .containsSubsequence("DATA_LOCKED", "ANALYSIS_COMPLETED", "APPROVED", "UNMASKED");
    refused(trial, dataset, "unmasked before");
  }

  @Test
  void a_run_told_twice_stands_in_the_log_once_and_a_faulty_one_is_set_aside() throws SQLException {
    // Given
    String trial = openTrial();
    String dataset = UUID.randomUUID().toString();
    mask(trial, dataset);
    String marker = UUID.randomUUID().toString();

    // When
    Topics.send(COMPLETED, marker, "{\"runId\":\"x\",\"trialId\":\"" + trial + "\"}");
    String run = run(trial, dataset);
    Topics.send(COMPLETED, dataset, run);
    Topics.send(COMPLETED, dataset, run);
    complete(trial, dataset);

    // Then
    Topics.await(COMPLETED + ".dead-letter.randomisation-service", 1, m -> marker.equals(m.key()));
    assertThat(types(trial).stream().filter("ANALYSIS_COMPLETED"::equals)).hasSize(2);
  }

  @Test
  void each_participant_is_told_with_the_arm_and_what_was_delivered() throws Exception {
    // Given: of each arm one with a session of motivational interviewing, and a complete log
    String trial = openTrial();
    Map<String, String> arms = new HashMap<>();
    while (new HashSet<>(arms.values()).size() < 3) {
      String participant = enrol(trial, LOW);
      allocate(trial, participant).then().statusCode(201);
      arms.put(participant, arm(trial, participant));
    }
    arms.keySet().forEach(participant -> deliver(trial, participant));
    String dataset = UUID.randomUUID().toString();
    mask(trial, dataset);
    complete(trial, dataset);

    // When
    unmask(trial, dataset);

    // Then
    Map<String, Set<String>> armsOfLabel = new HashMap<>();
    for (ConsumerRecord<String, String> message :
        Topics.await(TOPIC, arms.size(), m -> m.key().startsWith(dataset + "/"))) {
      JsonNode value = json(message.value());
      keepsContract(value);
      String arm = value.get("arm").asText();
      assertThat(arm).isEqualTo(arms.get(value.get("participantId").asText()));
      armsOfLabel.computeIfAbsent(value.get("label").asText(), unseen -> new HashSet<>()).add(arm);
      assertThat(value.get("participants").asInt()).isEqualTo(arms.size());
      assertThat(value.get("epoch").isNull()).isTrue();
      assertThat(value.get("allocationProbability").asDouble()).isCloseTo(1 / 3.0, within(1e-12));
      assertThat(value.get("received").asText())
          .isEqualTo(arm.equals("UC+MI") ? "YES" : arm.equals("UC") ? "NOT_APPLICABLE" : "NO");
      assertThat(value.get("perProtocol").asText()).isEqualTo("NOT_APPLICABLE");
    }
    assertThat(armsOfLabel).hasSize(3).allSatisfy((label, same) -> assertThat(same).hasSize(1));
    assertThat(query("select distinct length(sealed_content)::text from unmasked_participant"))
        .hasSize(1);
  }

  @Test
  void the_odds_are_those_of_the_epoch_in_which_the_slot_was_taken() throws SQLException {
    // Given: slot 0 under 1:1:1, slot 1 under 2:1:1
    String trial = "t-" + UUID.randomUUID();
    var protocol = protocol(trial);
    protocol
        .putObject("randomisation")
        .put("method", "WEIGHTED_EPOCHS")
        .set("initialWeights", JsonReader.parse("[1,1,1]".getBytes(StandardCharsets.UTF_8)));
    protocol
        .withObject("/randomisation")
        .set(
            "limits",
            JsonReader.parse("[[2,1,1],[1,2,1],[1,1,2],[1,1,1]]".getBytes(StandardCharsets.UTF_8)));
    as("statistician").body(protocol.toString()).post("/trials").then().statusCode(201);
    String first = enrol(trial, LOW);
    allocate(trial, first).then().statusCode(201);
    String epoch =
        as("statistician")
            .body(
                "{\"action\":\"START_EPOCH\",\"stratum\":\"LOW_MEDIUM\",\"weights\":[2,1,1],\"reason\":\"capacity\"}")
            .post("/trials/{t}/proposals", trial)
            .path("proposalId");
    decide("approver", trial, epoch).then().statusCode(200);
    String second = enrol(trial, LOW);
    allocate(trial, second).then().statusCode(201);
    String dataset = UUID.randomUUID().toString();
    mask(trial, dataset);
    complete(trial, dataset);

    // When
    unmask(trial, dataset);

    // Then
    JsonNode before = only(dataset, first);
    JsonNode after = only(dataset, second);
    assertThat(before.get("epoch").asInt()).isEqualTo(1);
    assertThat(before.get("allocationProbability").asDouble()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(after.get("epoch").asInt()).isEqualTo(2);
    assertThat(after.get("allocationProbability").asDouble())
        .isEqualTo(after.get("arm").asText().equals("UC") ? 0.5 : 0.25);
    assertThat(epochTold(first)).isEqualTo(1);
    assertThat(epochTold(second)).isEqualTo(2);
  }

  /** The masked analysis knows the epoch, too, which tells no arm. */
  private static int epochTold(String participant) {
    return json(Topics.await(
                "randomisation.participant-enrolled.v1", 1, m -> participant.equals(m.key()))
            .getFirst()
            .value())
        .get("epoch")
        .asInt();
  }

  @Test
  void who_was_erased_is_not_told_and_who_is_erased_later_leaves_a_tombstone() throws SQLException {
    // Given
    String trial = openTrial();
    List<String> participants = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      participants.add(enrol(trial, LOW));
      allocate(trial, participants.getLast()).then().statusCode(201);
    }
    String dataset = UUID.randomUUID().toString();
    mask(trial, dataset);
    erase(trial, participants.getFirst());
    complete(trial, dataset);

    // When
    unmask(trial, dataset);
    Topics.await(TOPIC, 2, m -> m.key().startsWith(dataset + "/"));
    erase(trial, participants.getLast());

    // Then
    List<ConsumerRecord<String, String>> messages =
        Topics.await(TOPIC, 3, m -> m.key().startsWith(dataset + "/"));
    assertThat(messages).noneMatch(m -> m.key().endsWith(participants.getFirst()));
    assertThat(messages.getLast().key()).endsWith(participants.getLast());
    assertThat(messages.getLast().value()).isNull();
    assertThat(
            query(
                "select participant_id::text from unmasked_participant where dataset_id = '"
                    + dataset
                    + "' and sealed_content is not null"))
        .containsExactly(participants.get(1));
  }

  private void unmask(String trial, String dataset) {
    String proposal = propose("statistician", trial, dataset).path("proposalId");
    decide("approver", trial, proposal).then().statusCode(200);
  }

  private static Response propose(String role, String trial, String dataset) {
    return as(role)
        .body(
            "{\"action\":\"UNMASK\",\"datasetId\":\"%s\",\"reason\":\"the masked report is out\"}"
                .formatted(dataset))
        .post("/trials/{t}/proposals", trial);
  }

  private static void refused(String trial, String dataset, String detail) {
    propose("statistician", trial, dataset)
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/proposal-refused"))
        .body("errors.pointer", hasItem("/datasetId"))
        .body("errors.detail", hasItem(containsString(detail)));
  }

  private static Response decide(String role, String trial, String proposal) {
    return as(role)
        .body("{\"approved\":true}")
        .post("/trials/{t}/proposals/{p}/decision", trial, proposal);
  }

  private void mask(String trial, String dataset) {
    assertThat(maskAllocations.mask(trials.find(trial).orElseThrow(), dataset))
        .isEqualTo(new MaskAllocations.Masked());
  }

  /** Tells of a run and waits until it has arrived. */
  private void complete(String trial, String dataset) throws SQLException {
    String run = run(trial, dataset);
    Topics.send(COMPLETED, dataset, run);
    String id = json(run).get("runId").asText();
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (query("select run_id::text from analysis_run where run_id = '" + id + "'").isEmpty()) {
      assertThat(Instant.now()).isBefore(end);
    }
  }

  private static String run(String trial, String dataset) {
    return """
        {"runId":"%s","datasetId":"%s","trialId":"%s","completedAt":"2026-01-02T00:00:00Z","resultHash":"%s"}
        """
        .formatted(UUID.randomUUID(), dataset, trial, "ab".repeat(32));
  }

  private static void deliver(String trial, String participant) {
    as("deliverer")
        .body(
            "{\"component\":\"MI\",\"heldOn\":\"2019-05-02\",\"mode\":\"PHONE\",\"minutes\":41,\"provider\":\"CW-3\"}")
        .post("/trials/{t}/participants/{p}/sessions", trial, participant)
        .then()
        .statusCode(201);
    as("deliverer")
        .body("{\"known\":true,\"startedOn\":\"2019-05-02\"}")
        .put("/trials/{t}/participants/{p}/delivery-status", trial, participant)
        .then()
        .statusCode(200);
  }

  private static void erase(String trial, String participant) {
    as("privacy-officer")
        .body("{\"level\":\"WITHDRAW_AND_ERASE\",\"withdrawnOn\":\"2019-06-01\"}")
        .post("/trials/{t}/participants/{p}/withdrawals", trial, participant)
        .then()
        .statusCode(201);
  }

  private long told(String dataset) throws SQLException {
    return query("select id::text from unmasked_participant where dataset_id = '" + dataset + "'")
        .size();
  }

  private static JsonNode only(String dataset, String participant) {
    return json(
        Topics.await(TOPIC, 1, m -> m.key().equals(dataset + "/" + participant))
            .getFirst()
            .value());
  }

  private static List<String> types(String trial) {
    return as("auditor").get("/trials/{t}/log", trial).jsonPath().getList("entries.entry.type");
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

  private static void keepsContract(JsonNode value) throws IOException {
    assertThat(names(value))
        .containsExactlyInAnyOrderElementsOf(names(contract(TOPIC + ".example.json")))
        .containsExactlyInAnyOrderElementsOf(
            names(contract(TOPIC + ".schema.json").get("properties")));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode contract(String file) throws IOException {
    return JsonReader.parse(Files.readAllBytes(Path.of("contracts", "events", file)));
  }

  private static JsonNode json(String text) {
    return JsonReader.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
