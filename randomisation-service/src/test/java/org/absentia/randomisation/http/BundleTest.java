package org.absentia.randomisation.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.files.BundleReader;
import org.absentia.randomisation.trial.MaskAllocations;
import org.absentia.randomisation.trial.Trials;
import org.absentia.randomisation.verification.BundleFault;
import org.absentia.randomisation.verification.Verification;
import org.junit.jupiter.api.Test;

/** The bundle of a trial that ran on this service verifies, and not once anybody changed it. */
@QuarkusTest
class BundleTest extends ServiceTest {
  private static final int PARTICIPANTS = 8;

  @Inject MaskAllocations maskAllocations;
  @Inject Trials trials;

  @Test
  void a_bundle_stays_closed_until_data_are_locked_and_two_persons_agree() {
    // Given
    String trial = runTrial();

    // When, Then
    as("auditor")
        .get("/trials/{t}/bundle", trial)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/bundle-closed"));
    as("statistician")
        .body("{\"action\":\"OPEN_BUNDLE\",\"reason\":\"publication\"}")
        .post("/trials/{t}/proposals", trial)
        .then()
        .statusCode(422);
    lock(trial);
    String proposal = propose(trial);
    as("auditor").get("/trials/{t}/bundle", trial).then().statusCode(409);
    approve(trial, proposal);
    as("auditor").get("/trials/{t}/bundle", trial).then().statusCode(200);
    as("analyst").get("/trials/{t}/bundle", trial).then().statusCode(403);
  }

  @Test
  void nobody_takes_a_slot_whose_arm_the_opened_key_tells() {
    // Given
    String trial = runTrial();
    String waiting = enrol(trial, HIGH);
    lock(trial);

    // When
    approve(trial, propose(trial));

    // Then
    allocate(trial, waiting)
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/not-eligible"))
        .body("detail", equalTo("The trial's key was opened, so that arms can be foreseen."));
    as("statistician")
        .body("{\"action\":\"CONTINGENCY_PACK\",\"slots\":2,\"reason\":\"holidays\"}")
        .post("/trials/{t}/proposals", trial)
        .then()
        .statusCode(422)
        .body(
            "errors.detail", hasItem("the trial's key was opened, so that no slot is given away"));
  }

  @Test
  void the_bundle_of_a_real_trial_has_no_fault_and_each_tampering_has_its_own() throws IOException {
    // Given
    String trial = runTrial();
    lock(trial);
    approve(trial, propose(trial));

    // When
    String bundle = as("auditor").get("/trials/{t}/bundle", trial).asString();

    // Then
    assertThat(faults(bundle, file -> {})).isEmpty();
    assertThat(JsonReader.parse(bundle.getBytes(UTF_8)).get("analysis")).hasSize(PARTICIPANTS);
    assertThat(faults(bundle, file -> opening(file).put("salt", "0".repeat(64))))
        .containsExactly(BundleFault.COMMITMENT_MISMATCH);
    assertThat(faults(bundle, file -> opening(file).put("beacon", "x")))
        .containsExactly(BundleFault.SHARE_MISMATCH);
    assertThat(faults(bundle, BundleTest::otherRoot)).containsExactly(BundleFault.ROOT_MISMATCH);
    assertThat(faults(bundle, file -> entry(file, 1).put("at", "2026-01-01T00:00:00Z")))
        .containsExactly(BundleFault.CHAIN_BROKEN);
    assertThat(
            faults(
                bundle, file -> ((ArrayNode) file.get("log")).remove(file.get("log").size() - 1)))
        .containsExactly(BundleFault.HEAD_MISMATCH);
    assertThat(faults(bundle, file -> leaf(file).put("leaf", "1".repeat(64))))
        .containsExactlyInAnyOrder(BundleFault.CHAIN_BROKEN, BundleFault.ARM_SWAPPED);
    assertThat(faults(bundle, file -> leaf(file).put("slot", 99)))
        .contains(BundleFault.SLOT_GAP, BundleFault.ARM_SWAPPED);
    assertThat(faults(bundle, BundleTest::otherArm))
        .containsExactly(BundleFault.ANALYSIS_ARM_DIFFERS);
  }

  @Test
  void an_erased_person_is_gone_from_the_bundle_and_the_chain_is_whole() throws IOException {
    // Given
    String trial = runTrial();
    String participant =
        as("recruiter")
            .get("/trials/{t}/participants", trial)
            .path("participants[0].participantId");
    lock(trial);
    as("privacy-officer")
        .body("{\"level\":\"WITHDRAW_AND_ERASE\",\"withdrawnOn\":\"2019-05-02\"}")
        .post("/trials/{t}/participants/{p}/withdrawals", trial, participant)
        .then()
        .statusCode(201);
    approve(trial, propose(trial));

    // When
    String bundle = as("auditor").get("/trials/{t}/bundle", trial).asString();

    // Then
    assertThat(bundle).doesNotContain(participant);
    assertThat(faults(bundle, file -> {})).isEmpty();
  }

  private static String runTrial() {
    String trial = openTrial();
    for (int i = 0; i < PARTICIPANTS; i++) {
      allocate(trial, enrol(trial, i % 3 == 0 ? HIGH : LOW)).then().statusCode(201);
    }
    return trial;
  }

  private void lock(String trial) {
    assertThat(maskAllocations.mask(trials.find(trial).orElseThrow(), "dataset-" + trial))
        .isEqualTo(new MaskAllocations.Masked());
  }

  private static String propose(String trial) {
    return as("statistician")
        .body("{\"action\":\"OPEN_BUNDLE\",\"reason\":\"publication\"}")
        .post("/trials/{t}/proposals", trial)
        .then()
        .statusCode(201)
        .extract()
        .path("proposalId");
  }

  private static void approve(String trial, String proposal) {
    as("approver")
        .body("{\"approved\":true}")
        .post("/trials/{t}/proposals/{p}/decision", trial, proposal)
        .then()
        .statusCode(200);
  }

  private static Set<BundleFault> faults(String bundle, Consumer<ObjectNode> tampering)
      throws IOException {
    ObjectNode file = (ObjectNode) JsonReader.parse(bundle.getBytes(UTF_8));
    tampering.accept(file);
    Set<BundleFault> faults = EnumSet.noneOf(BundleFault.class);
    Verification.of(BundleReader.read(new ByteArrayInputStream(file.toString().getBytes(UTF_8))))
        .forEach(finding -> faults.add(finding.fault()));
    return faults;
  }

  private static ObjectNode opening(ObjectNode file) {
    return (ObjectNode) file.get("opening");
  }

  private static void otherRoot(ObjectNode file) {
    ((ObjectNode) file.get("published")).put("merkleRoot", "1".repeat(64));
  }

  private static ObjectNode entry(ObjectNode file, int place) {
    return (ObjectNode) file.get("log").get(place).get("entry");
  }

  private static ObjectNode leaf(ObjectNode file) {
    for (JsonNode logged : file.get("log")) {
      if (logged.at("/entry/type").asText().equals("SLOT_TAKEN")) {
        return (ObjectNode) logged.get("entry");
      }
    }
    throw new AssertionError("nobody took a slot");
  }

  private static void otherArm(ObjectNode file) {
    ObjectNode first = (ObjectNode) file.get("analysis").get(0);
    first.put("arm", first.get("arm").asText().equals("UC") ? "UC+MI" : "UC");
  }
}
