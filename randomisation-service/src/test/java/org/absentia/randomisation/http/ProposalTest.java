package org.absentia.randomisation.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.junit.jupiter.api.Test;

/** What two persons must agree on. */
@QuarkusTest
class ProposalTest extends ServiceTest {
  private static final String WEIGHTS =
      "\"action\":\"START_EPOCH\",\"stratum\":\"HIGH\",\"weights\":";

  @Test
  void an_epoch_starts_with_the_next_slot_once_another_person_approves() {
    // Given
    String trial = openEpochs();
    allocate(trial, enrol(trial, HIGH)).then().statusCode(201);
    String proposal = propose("statistician", trial, WEIGHTS + "[2,1,1]");

    // When
    decide(trial, proposal, true).then().statusCode(200).body("approved", equalTo(true));
    decide(trial, proposal, true).then().statusCode(200);
    decide(trial, proposal, false)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/decided-otherwise"));

    // Then
    JsonNode epoch = last(trial, "EPOCH_STARTED");
    assertThat(epoch.path("fromSlot").asInt()).isEqualTo(1);
    assertThat(epoch.path("weights").toString()).isEqualTo("[2,1,1]");
    assertThat(types(trial)).containsSubsequence("PROPOSED", "APPROVED", "EPOCH_STARTED");
    allocate(trial, enrol(trial, HIGH)).then().statusCode(201);
  }

  @Test
  void an_epoch_that_starts_before_any_slot_of_the_last_one_takes_its_place() {
    // Given
    String trial = openEpochs();
    decide(trial, propose("statistician", trial, WEIGHTS + "[2,1,1]"), true).then().statusCode(200);

    // When
    decide(trial, propose("statistician", trial, WEIGHTS + "[1,1,1]"), true).then().statusCode(200);

    // Then
    assertThat(last(trial, "EPOCH_STARTED").path("weights").toString()).isEqualTo("[1,1,1]");
    assertThat(last(trial, "EPOCH_STARTED").path("fromSlot").asInt()).isZero();
    allocate(trial, enrol(trial, HIGH)).then().statusCode(201);
  }

  @Test
  void weights_outside_the_limits_and_unknown_strata_are_refused_at_once() {
    // Given
    String trial = openEpochs();

    // When, Then
    refused("statistician", trial, WEIGHTS + "[3,1,1]", "/weights");
    refused(
        "statistician",
        trial,
        "\"action\":\"START_EPOCH\",\"stratum\":\"NONE\",\"weights\":[1,1,1]",
        "/stratum");
    refused("statistician", openTrial(), WEIGHTS + "[1,1,1]", "/action");
  }

  @Test
  void a_rejected_proposal_changes_nothing() {
    // Given
    String trial = openTrial();
    String proposal =
        propose("statistician", trial, "\"action\":\"VOID_SLOT\",\"stratum\":\"HIGH\"");

    // When
    decide(trial, proposal, false).then().statusCode(200).body("approved", equalTo(false));

    // Then
    assertThat(allocate(trial, enrol(trial, HIGH)).<Integer>path("slot")).isZero();
    assertThat(types(trial)).contains("REJECTED").doesNotContain("SLOT_VOIDED");
  }

  @Test
  void a_voided_slot_is_used_up_without_a_participant() {
    // Given
    String trial = openTrial();
    String proposal =
        propose("statistician", trial, "\"action\":\"VOID_SLOT\",\"stratum\":\"HIGH\"");

    // When
    decide(trial, proposal, true).then().statusCode(200);

    // Then
    assertThat(allocate(trial, enrol(trial, HIGH)).<Integer>path("slot")).isEqualTo(1);
    JsonNode voided = last(trial, "SLOT_VOIDED");
    assertThat(voided.path("slot").asInt()).isZero();
    assertThat(voided.path("reason").asText()).isEqualTo("because");
  }

  @Test
  void a_broken_code_shows_the_arm_to_the_person_who_asked_and_to_nobody_else() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, HIGH);
    allocate(trial, participant).then().statusCode(201);
    String proposal =
        propose(
            "deliverer",
            trial,
            "\"action\":\"OPEN_CODE\",\"participantId\":\"" + participant + "\"");

    // When, Then: not before the approval, not for another person
    look("deliverer", trial, proposal).then().statusCode(404);
    decide(trial, proposal, true).then().statusCode(200);
    look("privacy-officer", trial, proposal).then().statusCode(404);
    look("deliverer", trial, proposal)
        .then()
        .statusCode(200)
        .body("arm", equalTo(arm(trial, participant)));
    assertThat(types(trial)).containsSubsequence("APPROVED", "CODE_BROKEN", "ARM_SHOWN");
  }

  @Test
  void no_slot_beyond_the_last_one_is_voided() {
    // Given
    ObjectNode protocol = protocol("t-" + UUID.randomUUID());
    ((ObjectNode) protocol.get("randomisation")).put("slotsPerStratum", 1);
    String trial = Conduct.open(protocol).trial();
    allocate(trial, enrol(trial, HIGH)).then().statusCode(201);

    // When, Then
    as("statistician")
        .body("{\"action\":\"VOID_SLOT\",\"stratum\":\"HIGH\",\"reason\":\"because\"}")
        .post("/trials/{t}/proposals", trial)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/stratum"));
  }

  @Test
  void who_may_propose_what_is_told_by_role_and_a_proposal_of_another_trial_is_unknown() {
    // Given
    String trial = openTrial();
    String proposal =
        propose("statistician", trial, "\"action\":\"VOID_SLOT\",\"stratum\":\"HIGH\"");

    // When, Then
    as("deliverer")
        .body("{\"action\":\"VOID_SLOT\",\"stratum\":\"HIGH\",\"reason\":\"because\"}")
        .post("/trials/{t}/proposals", trial)
        .then()
        .statusCode(403);
    decide(openTrial(), proposal, true).then().statusCode(404);
    as("statistician")
        .body("{\"approved\":true}")
        .post("/trials/{t}/proposals/{p}/decision", trial, proposal)
        .then()
        .statusCode(403);
    as("auditor")
        .get("/trials/{t}/proposals", trial)
        .then()
        .statusCode(200)
        .body("proposalId", hasItem(proposal));
  }

  @Test
  void a_proposal_names_each_of_its_faults() {
    as("statistician")
        .body("{\"action\":\"START_EPOCH\",\"weights\":[1,\"x\"],\"more\":1}")
        .post("/trials/{t}/proposals", openTrial())
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/stratum"))
        .body("errors.pointer", hasItem("/weights/1"))
        .body("errors.pointer", hasItem("/more"))
        .body("errors.pointer", hasItem("/reason"));
  }

  private static String openEpochs() {
    String trial = "t-" + UUID.randomUUID();
    ObjectNode protocol = protocol(trial);
    protocol.set(
        "randomisation",
        JsonReader.parse(
            "{\"method\":\"WEIGHTED_EPOCHS\",\"initialWeights\":[1,1,1],\"limits\":[[1,1,2],[1,2,1],[2,1,1]]}"
                .getBytes(UTF_8)));
    as("statistician").body(protocol.toString()).post("/trials").then().statusCode(201);
    return trial;
  }

  private static String propose(String role, String trial, String action) {
    return as(role)
        .body("{" + action + ",\"reason\":\"because\"}")
        .post("/trials/{t}/proposals", trial)
        .then()
        .statusCode(201)
        .extract()
        .path("proposalId");
  }

  private static void refused(String role, String trial, String action, String pointer) {
    as(role)
        .body("{" + action + ",\"reason\":\"because\"}")
        .post("/trials/{t}/proposals", trial)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem(pointer));
  }

  private static Response decide(String trial, String proposal, boolean approved) {
    return as("approver")
        .body("{\"approved\":" + approved + "}")
        .post("/trials/{t}/proposals/{p}/decision", trial, proposal);
  }

  private static Response look(String role, String trial, String proposal) {
    return as(role).get("/trials/{t}/proposals/{p}/arm", trial, proposal);
  }

  private static List<String> types(String trial) {
    return entries(trial).stream().map(entry -> entry.path("type").asText()).toList();
  }

  private static JsonNode last(String trial, String type) {
    return entries(trial).stream()
        .filter(entry -> entry.path("type").asText().equals(type))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private static List<JsonNode> entries(String trial) {
    List<JsonNode> entries = new ArrayList<>();
    JsonReader.parse(as("auditor").get("/trials/{t}/log", trial).asByteArray())
        .get("entries")
        .forEach(logged -> entries.add(logged.get("entry")));
    return entries;
  }
}
