package org.absentia.randomisation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.files.RedcapCoding;
import org.absentia.randomisation.files.RedcapTable;
import org.absentia.randomisation.trial.MaskAllocations;
import org.absentia.randomisation.trial.Trials;
import org.junit.jupiter.api.Test;

/** What leaves the service only when two persons let it: lists of arms, and tests on open arms. */
@QuarkusTest
class AllocationListTest extends ServiceTest {
  @Inject Trials trials;
  @Inject MaskAllocations maskAllocations;

  @Test
  void an_exported_list_holds_the_arms_that_the_service_would_have_drawn() {
    // Given
    String trial = openTrial();
    allocate(trial, enrol(trial, HIGH)).then().statusCode(201);
    String proposal = propose(trial, 4);
    table(trial, proposal, "").then().statusCode(404);
    decide(trial, proposal);

    // When
    Response table = table(trial, proposal, "?groupField=arm&stratumField=risk");

    // Then
    table
        .then()
        .statusCode(200)
        .contentType(containsString("text/csv"))
        .header("Cache-Control", "no-store");
    RedcapTable.Read read = read(trial, table.asString());
    assertThat(read.faults()).isEmpty();
    List<String> high = arms(read, "HIGH");
    assertThat(high).hasSize(4);
    assertThat(arms(read, "LOW_MEDIUM")).hasSize(4);
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String participant = enrol(trial, HIGH);
      allocate(trial, participant).then().statusCode(201);
      drawn.add(arm(trial, participant));
    }
    assertThat(drawn).isEqualTo(high);
  }

  @Test
  void the_reports_say_from_which_slot_on_concealment_rests_with_the_holder() {
    // Given
    String trial = openTrial();
    allocate(trial, enrol(trial, HIGH)).then().statusCode(201);
    String proposal = propose(trial, 2);

    // When
    decide(trial, proposal);
    table(trial, proposal, "").then().statusCode(200);

    // Then
    as("auditor")
        .get("/trials/{t}/randomisation-report", trial)
        .then()
        .body("concealment.stratum", hasItems("HIGH", "LOW_MEDIUM"))
        .body("concealment.find { it.stratum == 'HIGH' }.fromSlot", equalTo(1))
        .body("concealment.what", hasItem("ALLOCATION_LIST"))
        .body("items[2].sentences", hasItem(containsString("From slot 1 of stratum HIGH on")));
    as("auditor")
        .get("/trials/{t}/allocation-report", trial)
        .then()
        .body("disclosures.what", hasItem("ALLOCATION_LIST_SHOWN"));
    assertThat(as("auditor").get("/trials/{t}/log", trial).asString())
        .contains("\"type\":\"EXPORTED\"")
        .doesNotContain("UC", "SVAI");
  }

  @Test
  void a_list_is_for_the_person_who_proposed_it_and_for_names_that_redcap_can_have() {
    // Given
    String trial = openTrial();
    String proposal = propose(trial, 2);
    decide(trial, proposal);

    // When, Then
    as("approver")
        .get("/trials/{t}/proposals/{p}/allocation-table", trial, proposal)
        .then()
        .statusCode(403);
    table(openTrial(), proposal, "").then().statusCode(404);
    table(trial, proposal, "?groupField=%3DA1&stratumField=a&stratumField=b")
        .then()
        .statusCode(400)
        .body("errors", hasSize(2));
    as("statistician")
        .body("{\"action\":\"EXPORT_LIST\",\"slots\":0,\"reason\":\"because\"}")
        .post("/trials/{t}/proposals", trial)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/slots"));
  }

  @Test
  void selection_bias_is_tested_once_the_bundle_is_open_and_not_before() {
    // Given
    String trial = openTrial();
    List<String> outcomes = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String participant = enrol(trial, i % 2 == 0 ? HIGH : LOW);
      allocate(trial, participant).then().statusCode(201);
      outcomes.add(outcome(participant, (i * 37) % 50));
    }
    String body = "{\"outcomes\":[" + String.join(",", outcomes) + "]}";
    bias("statistician", trial, body)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/bundle-closed"));
    assertThat(maskAllocations.mask(trials.find(trial).orElseThrow(), "dataset-" + trial))
        .isEqualTo(new MaskAllocations.Masked());
    String proposal = propose(trial, "{\"action\":\"OPEN_BUNDLE\",\"reason\":\"publication\"}");
    decide(trial, proposal);

    // When
    Response tested = bias("auditor", trial, body);

    // Then
    tested
        .then()
        .statusCode(200)
        .body("method", equalTo("BERGER_EXNER"))
        .body("participants", equalTo(24))
        .body("tests.findAll { it.among == null }", hasSize(2))
        .body("tests[0].degreesOfFreedom", equalTo(24 - 3 - 1 - 1));
    as("auditor")
        .get("/trials/{t}/allocation-report", trial)
        .then()
        .body("strata.find { it.stratum == 'HIGH' }.arms.values().sum()", equalTo(12));
  }

  @Test
  void a_test_names_each_faulty_outcome() {
    // Given
    String trial = openTrial();

    // When, Then
    bias(
            "statistician",
            trial,
            "{\"outcomes\":[{\"participantId\":\"x\",\"value\":1},{\"value\":\"y\"},"
                + outcome(new UUID(1, 1).toString(), 1)
                + ","
                + outcome(new UUID(1, 1).toString(), 2)
                + "],\"more\":1}")
        .then()
        .statusCode(400)
        .body(
            "errors.pointer",
            hasItems(
                "/outcomes/0/participantId",
                "/outcomes/1/participantId",
                "/outcomes/1/value",
                "/outcomes/3/participantId",
                "/more"));
    bias("recruiter", trial, "{}").then().statusCode(403);
    bias("analyst", trial, "{}").then().statusCode(403);
  }

  private RedcapTable.Read read(String trial, String table) {
    return RedcapTable.read(
        table,
        RedcapCoding.of(
            trials.find(trial).orElseThrow().protocol().design(),
            Optional.of("arm"),
            List.of("risk")));
  }

  private static List<String> arms(RedcapTable.Read read, String stratum) {
    return read.rows().stream()
        .filter(row -> row.stratum().equals(stratum))
        .map(RedcapTable.Slot::arm)
        .toList();
  }

  private static String outcome(String participant, int value) {
    return "{\"participantId\":\"" + participant + "\",\"value\":" + value + "}";
  }

  private static Response bias(String role, String trial, String body) {
    return as(role).body(body).post("/trials/{t}/selection-bias-tests", trial);
  }

  private static Response table(String trial, String proposal, String query) {
    return as("statistician")
        .accept("text/csv")
        .get("/trials/{t}/proposals/{p}/allocation-table" + query, trial, proposal);
  }

  private static String propose(String trial, int slots) {
    return propose(
        trial, "{\"action\":\"EXPORT_LIST\",\"slots\":" + slots + ",\"reason\":\"REDCap\"}");
  }

  private static String propose(String trial, String body) {
    return as("statistician")
        .body(body)
        .post("/trials/{t}/proposals", trial)
        .then()
        .statusCode(201)
        .extract()
        .path("proposalId");
  }

  private static void decide(String trial, String proposal) {
    as("approver")
        .body("{\"approved\":true}")
        .post("/trials/{t}/proposals/{p}/decision", trial, proposal)
        .then()
        .statusCode(200);
  }
}
