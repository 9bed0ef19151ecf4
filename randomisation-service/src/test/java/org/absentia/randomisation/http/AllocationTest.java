package org.absentia.randomisation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.absentia.local.Tokens;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.allocation.ChainTip;
import org.absentia.randomisation.allocation.HeadKey;
import org.absentia.randomisation.allocation.LogEntry;
import org.absentia.randomisation.allocation.SignedHead;
import org.absentia.randomisation.protocol.PlainJson;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Trials;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AllocationTest extends ServiceTest {
  private static final int CLIENTS = 32;

  @Inject Trials trials;

  @Test
  void a_receipt_names_the_slot_and_never_the_arm() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, HIGH);

    // When
    Response receipt = allocate(trial, participant);

    // Then
    receipt
        .then()
        .statusCode(201)
        .body("participantId", equalTo(participant))
        .body("stratum", equalTo("HIGH"))
        .body("slot", equalTo(0))
        .body("head.count", equalTo(4));
    Map<String, Object> members = receipt.jsonPath().getMap("$");
    assertThat(members.keySet())
        .containsExactlyInAnyOrder("receiptId", "participantId", "stratum", "slot", "leaf", "head");
    assertThat(receipt.asString()).doesNotContain("UC", "MI", "SVAI");
  }

  @Test
  void the_same_key_again_gets_the_same_bytes_and_another_key_is_refused() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, LOW);
    Response first = allocate(trial, participant, "key-1");
    first.then().statusCode(201);

    // When
    Response again = allocate(trial, participant, "key-1");
    Response other = allocate(trial, participant, "key-2");

    // Then
    again.then().statusCode(200);
    assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    other.then().statusCode(409).body("type", equalTo("/problems/already-allocated"));
    as("auditor").get("/trials/{t}/log", trial).then().body("entries.size()", equalTo(4));
  }

  @Test
  void a_key_of_another_participant_is_refused_and_takes_no_slot() {
    // Given
    String trial = openTrial();
    allocate(trial, enrol(trial, LOW), "key-1").then().statusCode(201);

    // When
    Response other = allocate(trial, enrol(trial, LOW), "key-1");

    // Then
    other.then().statusCode(409).body("type", equalTo("/problems/idempotency-key-used"));
    allocate(trial, enrol(trial, LOW)).then().statusCode(201).body("slot", equalTo(1));
  }

  @Test
  void without_an_idempotency_key_nothing_happens() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, LOW);

    // When, Then
    as("recruiter")
        .body("{\"participantId\":\"" + participant + "\"}")
        .post("/trials/{trial}/allocations", trial)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
    as("auditor").get("/trials/{t}/log", trial).then().body("entries.size()", equalTo(0));
  }

  @Test
  void an_idempotency_key_is_bounded_and_holds_no_national_identifier() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, LOW);

    // When, Then
    for (String key : List.of("k".repeat(101), "01017012345", "enrol-01017012345-1")) {
      Response answer = allocate(trial, participant, key);
      answer.then().statusCode(400).body("type", equalTo("/problems/invalid-allocation"));
      assertThat(answer.asString()).doesNotContain(key, "01017012345");
    }
    as("auditor").get("/trials/{t}/log", trial).then().body("entries.size()", equalTo(0));
    allocate(trial, participant, "0197a5bf-11d2-7f90-8a77-12345678901a").then().statusCode(201);
  }

  @Test
  void an_undetermined_stratum_is_refused_with_the_items_that_are_missing() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, OPEN);

    // When, Then
    allocate(trial, participant)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/stratum-undetermined"))
        .body("undetermined", contains("ompsq-sf"))
        .body("errors.pointer", contains("/answers/items/ompsq-sf/9"));
  }

  @Test
  void missing_items_that_cannot_change_the_stratum_do_not_stand_in_the_way() {
    // Given: at most 8 of 12 on the one, so the other does not matter
    String trial = openTrial();
    String items =
        "{\"keele-start-msk\":[4,1,1,1,1,1,1,1,1,0],\"ompsq-sf\":[6,6,4,4,6,6,6,4,6,null]}";

    // When, Then
    allocate(trial, enrol(trial, items))
        .then()
        .statusCode(201)
        .body("stratum", equalTo("LOW_MEDIUM"));
  }

  @Test
  void only_the_allocator_sees_the_arm_and_each_look_is_logged() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, LOW);
    String path = "/trials/{trial}/participants/{participant}/allocation";
    as("allocator").get(path, trial, participant).then().statusCode(404);
    allocate(trial, participant).then().statusCode(201);

    // When
    String arm = arm(trial, participant);

    // Then
    assertThat(arm).isEqualTo(derivedArm(trial, "LOW_MEDIUM", 0));
    for (String blind : List.of("recruiter", "analyst", "statistician", "auditor", "deliverer")) {
      as(blind).get(path, trial, participant).then().statusCode(403);
    }
    as("auditor")
        .get("/trials/{t}/log", trial)
        .then()
        .body(
            "entries.entry.type",
            contains(
                "CONSENT_GIVEN",
                "STRATUM_LOCKED",
                "ELIGIBILITY_LOCKED",
                "SLOT_TAKEN",
                "ARM_SHOWN"));
  }

  @Test
  void thirty_two_clients_at_once_get_consecutive_slots_in_exact_blocks() throws Exception {
    // Given
    String trial = openTrial();
    List<String> participants =
        IntStream.range(0, 3 * CLIENTS)
            .mapToObj(i -> enrol(trial, i % 4 == 0 ? HIGH : LOW))
            .toList();

    // When: each participant under two keys, one of them twice
    List<HttpRequest> requests = new ArrayList<>();
    String token = Tokens.of("recruiter");
    for (String participant : participants) {
      requests.add(request(trial, participant, participant + "-a", token));
      requests.add(request(trial, participant, participant + "-a", token));
      requests.add(request(trial, participant, participant + "-b", token));
    }
    List<HttpResponse<String>> answers = inParallel(requests);

    // Then: one slot each, none twice, none left out
    Map<String, Set<Integer>> slots = new TreeMap<>();
    Set<String> receipts = new HashSet<>();
    for (HttpResponse<String> answer : answers) {
      assertThat(answer.statusCode()).isIn(200, 201, 409);
      if (answer.statusCode() != 409 && receipts.add(answer.body())) {
        JsonNode receipt = json(answer.body());
        assertThat(
                slots
                    .computeIfAbsent(receipt.get("stratum").asText(), stratum -> new HashSet<>())
                    .add(receipt.get("slot").asInt()))
            .isTrue();
      }
    }
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
        .hasSize(participants.size());
    assertThat(receipts).hasSize(participants.size());
    assertThat(slots.get("HIGH")).isEqualTo(firstSlots(CLIENTS * 3 / 4));
    assertThat(slots.get("LOW_MEDIUM")).isEqualTo(firstSlots(CLIENTS * 9 / 4));

    // Then: each arm is the one that the opened key gives, and each leaf fits it
    Concealment concealment = concealment(trial);
    List<String> arms = concealment.design().arms();
    for (String receipt : receipts) {
      JsonNode json = json(receipt);
      String stratum = json.get("stratum").asText();
      int slot = json.get("slot").asInt();
      int derived = concealment.arm(stratum, slot);
      assertThat(arm(trial, json.get("participantId").asText())).isEqualTo(arms.get(derived));
      assertThat(json.get("leaf").asText())
          .isEqualTo(concealment.leaf(stratum, slot, derived).hex());
    }
    assertChained(trial, 4L * participants.size() + receipts.size());
  }

  @Test
  void the_commitment_and_the_root_follow_from_the_opened_key() {
    // Given
    Trial trial = trials.find(openTrial()).orElseThrow();

    // When
    Concealment opened = concealment(trial.id());

    // Then
    assertThat(opened.commitment(trials.secrets(trial.id()).salt())).isEqualTo(trial.commitment());
    assertThat(opened.merkleRoot()).isEqualTo(trial.merkleRoot());
  }

  @Test
  void a_stratum_without_slots_left_says_so() {
    // Given
    String trial = "t-" + UUID.randomUUID();
    var protocol = protocol(trial);
    protocol.withObject("/randomisation").put("slotsPerStratum", 1);
    as("statistician").body(protocol.toString()).post("/trials").then().statusCode(201);
    allocate(trial, enrol(trial, LOW)).then().statusCode(201);

    // When, Then
    allocate(trial, enrol(trial, LOW))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/no-slot-left"));
    allocate(trial, enrol(trial, HIGH)).then().statusCode(201);
  }

  private void assertChained(String trial, long count) {
    ChainTip tip = ChainTip.START;
    for (JsonNode logged :
        JsonReader.parse(
                as("auditor").queryParam("limit", 5000).get("/trials/{t}/log", trial).asByteArray())
            .get("entries")) {
      LogEntry entry =
          new LogEntry(
              logged.at("/entry/seq").asLong(),
              logged.at("/entry/type").asText(),
              PlainJson.canonical(logged.get("entry")),
              new Hash(logged.get("hash").asText()));
      assertThat(tip.precedes(entry)).isTrue();
      tip = tip.after(entry);
    }
    Response head = as("recruiter").get("/trials/{t}/head", trial);
    assertThat(tip.count()).isEqualTo(count);
    assertThat(
            HeadKey.verifies(
                trials.find(trial).orElseThrow().publicKey(),
                new SignedHead(tip.count(), tip.hash(), head.path("at"), head.path("signature"))))
        .isTrue();
  }

  private Concealment concealment(String trial) {
    return new Concealment(
        trials.find(trial).orElseThrow().protocol().design(), trials.secrets(trial).key());
  }

  private String derivedArm(String trial, String stratum, int slot) {
    Concealment concealment = concealment(trial);
    return concealment.design().arms().get(concealment.arm(stratum, slot));
  }

  private static HttpRequest request(String trial, String participant, String key, String token) {
    String address = "http://127.0.0.1:%d/trials/%s/allocations".formatted(RestAssured.port, trial);
    return HttpRequest.newBuilder(URI.create(address))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(HttpRequest.BodyPublishers.ofString("{\"participantId\":\"" + participant + "\"}"))
        .build();
  }

  private static List<HttpResponse<String>> inParallel(List<HttpRequest> requests)
      throws Exception {
    List<HttpResponse<String>> answers = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        HttpClient http = HttpClient.newHttpClient()) {
      List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
      requests.forEach(
          request -> calls.add(() -> http.send(request, HttpResponse.BodyHandlers.ofString())));
      for (Future<HttpResponse<String>> answer : clients.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  private static JsonNode json(String text) {
    return JsonReader.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Set<Integer> firstSlots(int count) {
    return new HashSet<>(IntStream.range(0, count).boxed().toList());
  }
}
