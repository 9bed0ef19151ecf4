package org.absentia.randomisation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Trials;
import org.junit.jupiter.api.Test;

/** Two stages: the offer of a candidate and the arm of a participant come of different streams. */
@QuarkusTest
class InvitationTest extends ServiceTest {
  @Inject Trials trials;

  @Test
  void each_candidate_is_drawn_one_offer_that_follows_from_the_opened_key() {
    // Given
    String trial = openTwoStages();
    List<String> offers = new ArrayList<>();

    // When
    List<Response> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String candidate = listCandidate(trial);
      answers.add(draw(trial, candidate));
      answers.getLast().then().statusCode(201).body("slot", equalTo(i));
      offers.add(answers.getLast().path("offer"));
      draw(trial, candidate).then().statusCode(200).body("offer", equalTo(offers.getLast()));
    }

    // Then
    assertThat(Collections.frequency(offers, "NONE")).isEqualTo(4);
    Trial open = trials.find(trial).orElseThrow();
    Design design = open.protocol().invitation().orElseThrow();
    Concealment concealment = trials.secrets(trial).concealing(design, open.beacon());
    assertThat(concealment.key()).isNotEqualTo(trials.secrets(trial).key());
    for (int slot = 0; slot < 8; slot++) {
      int derived = concealment.arm("ALL", slot);
      assertThat(offers.get(slot)).isEqualTo(design.arms().get(derived));
      assertThat(answers.get(slot).<String>path("leaf"))
          .isEqualTo(concealment.leaf("ALL", slot, derived).hex());
    }
    as("auditor")
        .get("/trials/{t}/invitation-scheme", trial)
        .then()
        .statusCode(200)
        .body("merkleRoot", equalTo(concealment.merkleRoot().orElseThrow().hex()))
        .body("commitment", equalTo(concealment.commitment(trials.secrets(trial).salt()).hex()));
  }

  @Test
  void the_allocation_goes_its_own_way_and_its_bundle_verifies() throws Exception {
    // Given
    String trial = openTwoStages();
    draw(trial, listCandidate(trial)).then().statusCode(201);
    allocate(trial, enrol(trial, LOW)).then().statusCode(201).body("slot", equalTo(0));

    // When, Then
    assertThat(Conduct.findings(new Conduct(trial).bundle())).isEmpty();
  }

  @Test
  void nobody_is_invited_in_a_trial_of_one_stage_or_without_a_list() {
    // When, Then
    String one = openTrial();
    draw(one, listCandidate(one)).then().statusCode(404);
    draw(openTwoStages(), UUID.randomUUID().toString())
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/candidate-not-listed"));
  }

  @Test
  void only_methods_whose_slots_stand_in_advance_draw_offers() {
    // Given
    ObjectNode epochs = twoStages();
    ObjectNode invitation = epochs.withObject("/invitation");
    invitation.remove(List.of("ratio", "blockSizes", "slotsPerStratum"));
    invitation.put("method", "WEIGHTED_EPOCHS").putArray("initialWeights").add(1).add(1);
    invitation.putArray("limits").addArray().add(1).add(1);

    // When, Then
    as("statistician")
        .body(epochs.toString())
        .post("/trials")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/invitation/method"));
  }

  private static Response draw(String trial, String candidate) {
    return as("recruiter")
        .body("{\"candidateId\":\"" + candidate + "\"}")
        .post("/trials/{t}/invitations", trial);
  }

  private static String openTwoStages() {
    return Conduct.open(twoStages()).trial();
  }

  private static ObjectNode twoStages() {
    ObjectNode protocol = protocol("t-" + UUID.randomUUID());
    ObjectNode invitation = protocol.putObject("invitation").put("method", "PERMUTED_BLOCK");
    invitation.putArray("offers").add("NONE").add("I-MORE");
    invitation.putArray("ratio").add(1).add(1);
    invitation.putArray("blockSizes").add(4);
    invitation.put("slotsPerStratum", 100);
    return protocol;
  }
}
