package org.absentia.randomisation.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.contingency.SealedSlots;
import org.absentia.randomisation.files.BundleReader;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.trial.MaskAllocations;
import org.absentia.randomisation.trial.Trials;
import org.absentia.randomisation.verification.Verification;
import org.junit.jupiter.api.Test;

/** Sealed next slots for the time when the system fails. */
@QuarkusTest
class ContingencyPackTest extends ServiceTest {
  @Inject MaskAllocations maskAllocations;
  @Inject Trials trials;

  @Test
  void opened_slots_become_allocations_others_void_and_the_trial_verifies() throws IOException {
    // Given: one slot taken, then a pack of three of each stratum
    String trial = openTrial();
    allocate(trial, enrol(trial, LOW)).then().statusCode(201);
    String pack = make(trial, 3);
    JsonNode file =
        json(as("allocator").get("/trials/{t}/contingency-packs/{p}/file", trial, pack));
    Secret key = Secret.ofHex(key(trial, pack).then().statusCode(200).extract().path("key"));
    key(trial, pack).then().statusCode(409).body("type", equalTo("/problems/key-shown"));

    // When: the system fails, two slots are opened; before that another one went on
    assertThat(allocate(trial, enrol(trial, LOW)).<Integer>path("slot")).isEqualTo(4);
    String first = enrol(trial, LOW);
    String second = enrol(trial, LOW);
    Response back =
        bringBack(trial, pack, opened("LOW_MEDIUM", 1, first), opened("LOW_MEDIUM", 2, second));

    // Then
    back.then().statusCode(200).body("receipts.slot", contains(1, 2)).body("voided", equalTo(4));
    assertThat(arm(trial, first)).isEqualTo(open(file, key, "LOW_MEDIUM", 1));
    assertThat(arm(trial, second)).isEqualTo(open(file, key, "LOW_MEDIUM", 2));
    assertThat(allocate(trial, enrol(trial, HIGH)).<Integer>path("slot")).isEqualTo(3);
    assertThat(allocate(trial, enrol(trial, LOW)).<Integer>path("slot")).isEqualTo(5);
    bringBack(trial, pack).then().statusCode(409);
    as("recruiter")
        .body(json(back).get("receipts").get(0).toString())
        .post("/trials/{t}/receipt-checks", trial)
        .then()
        .body("stands", equalTo(true));
    assertVerifies(trial);
  }

  @Test
  void a_pack_tells_from_which_slot_on_concealment_rests_with_its_holder() {
    // Given
    String trial = openTrial();
    allocate(trial, enrol(trial, LOW)).then().statusCode(201);

    // When
    String pack = make(trial, 2);

    // Then
    as("auditor")
        .get("/trials/{t}/contingency-packs", trial)
        .then()
        .body("[0].packId", equalTo(pack))
        .body("[0].slots.find { it.stratum == 'LOW_MEDIUM' }.fromSlot", equalTo(1))
        .body("[0].slots.find { it.stratum == 'HIGH' }.fromSlot", equalTo(0))
        .body("[0].keyShownAt", nullValue())
        .body("[0].returnedAt", nullValue());
    key(trial, pack).then().statusCode(200);
    as("auditor")
        .get("/trials/{t}/contingency-packs", trial)
        .then()
        .body("[0].keyShownAt", notNullValue());
    as("auditor")
        .get("/trials/{t}/log", trial)
        .then()
        .body("entries.entry.type", hasItems("EXPORTED", "KEY_USED"))
        .body(
            "entries.entry.find { it.type == 'EXPORTED' && it.stratum == 'LOW_MEDIUM' }.fromSlot",
            equalTo(1));
    as("auditor")
        .get("/trials/{t}/randomisation-report", trial)
        .then()
        .body("concealment.what", hasItems("CONTINGENCY_PACK"))
        .body("concealment.find { it.stratum == 'LOW_MEDIUM' }.fromSlot", equalTo(1));
    for (String blind : new String[] {"recruiter", "analyst", "statistician", "auditor"}) {
      as(blind).get("/trials/{t}/contingency-packs/{p}/file", trial, pack).then().statusCode(403);
    }
  }

  @Test
  void sealed_slots_have_one_length_and_open_with_the_key_at_their_place_only() {
    // Given
    String trial = openTrial();
    String pack = make(trial, 10);
    JsonNode file =
        json(as("allocator").get("/trials/{t}/contingency-packs/{p}/file", trial, pack));
    Secret key = Secret.ofHex(key(trial, pack).path("key"));

    // When
    Set<Integer> lengths = new HashSet<>();
    Set<String> arms = new HashSet<>();
    for (JsonNode slot : file.get("slots")) {
      lengths.add(slot.get("sealed").asText().length());
      arms.add(open(file, key, slot.get("stratum").asText(), slot.get("slot").asInt()));
    }

    // Then
    assertThat(lengths).hasSize(1);
    assertThat(arms).containsExactlyInAnyOrder("UC", "UC+MI", "UC+SVAI");
    String sealed = file.at("/slots/0/sealed").asText();
    assertThatThrownBy(
            () -> SealedSlots.open(key, SealedSlots.place(trial, pack, "HIGH", 9), sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_cannot_be_recorded_is_named_and_nothing_changes() {
    // Given
    String trial = openTrial();
    String pack = make(trial, 2);
    String low = enrol(trial, LOW);
    String before = enrol(trial, LOW);
    allocate(trial, before).then().statusCode(201);

    // When, Then
    bringBack(
            trial,
            pack,
            opened("LOW_MEDIUM", 2, low),
            opened("HIGH", 0, low),
            opened("LOW_MEDIUM", 0, before))
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            hasItems(
                "/opened/0/slot",
                "/opened/1/participantId",
                "/opened/1/stratum",
                "/opened/2/participantId"));
    as("statistician")
        .body("{\"action\":\"CONTINGENCY_PACK\",\"slots\":2,\"reason\":\"again\"}")
        .post("/trials/{t}/proposals", trial)
        .then()
        .statusCode(422);
    bringBack(trial, pack, opened("LOW_MEDIUM", 0, low)).then().statusCode(200);
  }

  private static String make(String trial, int slots) {
    String proposal =
        as("statistician")
            .body(
                "{\"action\":\"CONTINGENCY_PACK\",\"slots\":%d,\"reason\":\"holidays\"}"
                    .formatted(slots))
            .post("/trials/{t}/proposals", trial)
            .then()
            .statusCode(201)
            .extract()
            .path("proposalId");
    approve(trial, proposal);
    return proposal;
  }

  private static void approve(String trial, String proposal) {
    as("approver")
        .body("{\"approved\":true}")
        .post("/trials/{t}/proposals/{p}/decision", trial, proposal)
        .then()
        .statusCode(200);
  }

  private static Response key(String trial, String pack) {
    return as("allocator").post("/trials/{t}/contingency-packs/{p}/key", trial, pack);
  }

  private static String opened(String stratum, int slot, String participant) {
    return "{\"stratum\":\"%s\",\"slot\":%d,\"participantId\":\"%s\"}"
        .formatted(stratum, slot, participant);
  }

  private static Response bringBack(String trial, String pack, String... opened) {
    return as("allocator")
        .body("{\"opened\":[" + String.join(",", opened) + "]}")
        .post("/trials/{t}/contingency-packs/{p}/reconciliation", trial, pack);
  }

  private static String open(JsonNode file, Secret key, String stratum, int slot) {
    for (JsonNode sealed : file.get("slots")) {
      if (sealed.get("stratum").asText().equals(stratum) && sealed.get("slot").asInt() == slot) {
        String place =
            SealedSlots.place(file.get("trial").asText(), file.get("pack").asText(), stratum, slot);
        return SealedSlots.open(key, place, sealed.get("sealed").asText());
      }
    }
    throw new AssertionError("the pack has no such slot");
  }

  private void assertVerifies(String trial) throws IOException {
    maskAllocations.mask(trials.find(trial).orElseThrow(), "dataset-" + trial);
    approve(
        trial,
        as("statistician")
            .body("{\"action\":\"OPEN_BUNDLE\",\"reason\":\"publication\"}")
            .post("/trials/{t}/proposals", trial)
            .path("proposalId"));
    byte[] bundle = as("auditor").get("/trials/{t}/bundle", trial).asByteArray();
    assertThat(Verification.of(BundleReader.read(new ByteArrayInputStream(bundle)))).isEmpty();
  }

  private static JsonNode json(Response answer) {
    return JsonReader.parse(answer.asString().getBytes(UTF_8));
  }
}
