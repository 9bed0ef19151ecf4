package org.absentia.randomisation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The drift log and what auditors and readers of a paper are told of a trial's randomisation. */
@QuarkusTest
class ReportTest extends ServiceTest {
  private static final String FOUND =
      "{\"kind\":\"WRONG_STRATUM\",\"noticedOn\":\"2019-05-02\",\"participantId\":\"%s\","
          + "\"description\":\"item 3 was typed wrong\",\"correctiveAction\":\"analysed in the stratum as randomised\"}";

  @Test
  void an_error_is_kept_for_the_auditor_and_the_log_says_that_there_was_one() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, HIGH);

    // When
    Response first = note("recruiter", trial, FOUND.formatted(participant));
    Response again = note("recruiter", trial, FOUND.formatted(participant));

    // Then
    first.then().statusCode(201);
    again.then().statusCode(200);
    assertThat(again.<String>path("deviationId")).isEqualTo(first.path("deviationId"));
    as("auditor")
        .get("/trials/{t}/deviations", trial)
        .then()
        .statusCode(200)
        .body("", hasSize(1))
        .body("[0].participantId", equalTo(participant))
        .body("[0].description", equalTo("item 3 was typed wrong"));
    String log = as("auditor").get("/trials/{t}/log", trial).asString();
    assertThat(log)
        .contains("\"type\":\"DEVIATION\"", "\"kind\":\"WRONG_STRATUM\"")
        .doesNotContain(participant, "typed wrong");
  }

  @Test
  void an_erasure_takes_what_deviations_say_and_leaves_that_they_were() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, HIGH);
    allocate(trial, participant).then().statusCode(201);
    note("statistician", trial, FOUND.formatted(participant)).then().statusCode(201);

    // When
    as("privacy-officer")
        .body("{\"level\":\"WITHDRAW_AND_ERASE\",\"withdrawnOn\":\"2019-06-01\"}")
        .post("/trials/{t}/participants/{p}/withdrawals", trial, participant)
        .then()
        .statusCode(201);

    // Then
    as("auditor")
        .get("/trials/{t}/deviations", trial)
        .then()
        .body("", hasSize(1))
        .body("[0].kind", equalTo("WRONG_STRATUM"))
        .body("[0].participantId", nullValue())
        .body("[0].description", nullValue());
    report(trial).then().body("recruiters", empty()).body("strata.taken", hasItem(1));
  }

  @Test
  void a_deviation_names_no_arm_no_person_and_nothing_that_is_not_there() {
    // Given
    String trial = openTrial();

    // When, Then
    note(
            "recruiter",
            trial,
            "{\"kind\":\"WRONG_ARM_DELIVERED\",\"noticedOn\":\"2199-01-01\",\"participantId\":\""
                + UUID.randomUUID()
                + "\",\"stratum\":\"NONE\",\"slot\":0,\"description\":\"got UC+MI, not hers\",\"correctiveAction\":\"UC\"}")
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            hasItems(
                "/participantId", "/stratum", "/noticedOn", "/description", "/correctiveAction"));
    note(
            "recruiter",
            trial,
            "{\"kind\":\"X\",\"slot\":-1,\"description\":\"01010112345\",\"more\":1}")
        .then()
        .statusCode(400)
        .body(
            "errors.pointer",
            hasItems(
                "/kind",
                "/noticedOn",
                "/stratum",
                "/slot",
                "/description",
                "/correctiveAction",
                "/more"));
    note("allocator", trial, "{}").then().statusCode(403);
    as("recruiter").get("/trials/{t}/deviations", trial).then().statusCode(403);
    as("auditor", "another").get("/trials/{t}/deviations", trial).then().statusCode(404);
  }

  @Test
  void the_allocation_report_tells_the_use_of_each_slot_and_no_arm() {
    // Given
    String trial = openTrial();
    String first = enrol(trial, HIGH);
    allocate(trial, first).then().statusCode(201);
    approve(trial, "statistician", "\"action\":\"VOID_SLOT\",\"stratum\":\"HIGH\"");
    allocate(trial, enrol(trial, HIGH)).then().statusCode(201);
    allocate(trial, enrol(trial, LOW)).then().statusCode(201);
    arm(trial, first);
    arm(trial, first);
    approve(trial, "deliverer", "\"action\":\"OPEN_CODE\",\"participantId\":\"" + first + "\"");

    // When
    Response report = report(trial);

    // Then
    report
        .then()
        .statusCode(200)
        .body("strata.find { it.stratum == 'HIGH' }.taken", equalTo(2))
        .body("strata.find { it.stratum == 'HIGH' }.voided.slot", equalTo(List.of(1)))
        .body("strata.find { it.stratum == 'HIGH' }.voided.reason", equalTo(List.of("because")))
        .body("strata.find { it.stratum == 'LOW_MEDIUM' }.taken", equalTo(1))
        .body("strata.missing.flatten()", empty())
        .body("strata.repeated.flatten()", empty())
        .body("armLooks.looks", equalTo(2))
        .body("armLooks.participants", equalTo(1))
        .body("armLooks.mostOfOneParticipant", equalTo(2))
        .body("codeBreaks.reason", equalTo(List.of("because")))
        .body("recruiters", hasSize(1))
        .body("recruiters[0].requests", equalTo(3))
        .body("recruiters[0].minutes.minimum", greaterThanOrEqualTo(0f));
    assertThat(report.asString()).doesNotContain("UC", "SVAI", first, "local-recruiter");
  }

  @Test
  void changed_answers_let_the_wait_begin_anew() {
    // Given: answers completed after the enrolment
    String trial = openTrial();
    String participant = enrol(trial, OPEN);
    as("recruiter")
        .body("{\"answers\":{\"items\":{\"ompsq-sf\":[6,6,4,4,6,6,6,4,6,6]}}}")
        .put("/trials/{t}/participants/{p}/answers", trial, participant)
        .then()
        .statusCode(200);

    // When
    allocate(trial, participant).then().statusCode(201);

    // Then
    report(trial).then().body("recruiters.requests", equalTo(List.of(1)));
  }

  @Test
  void the_randomisation_report_answers_the_items_of_consort_in_words() {
    // Given
    String trial = openTrial();
    allocate(trial, enrol(trial, HIGH)).then().statusCode(201);

    // When
    Response json = as("statistician").accept("application/json").get(path(trial));
    Response text = as("auditor").accept("text/markdown").get(path(trial));

    // Then
    json.then()
        .statusCode(200)
        .body("items.number", equalTo(List.of("17a", "17b", "18", "19")))
        .body("allocations", equalTo(1))
        .body("concealment", empty())
        .body("items[1].sentences[0]", containsString("ermuted blocks"))
        .body("items[2].sentences", hasItem(containsString("No list and no contingency pack")));
    text.then().statusCode(200).contentType(containsString("text/markdown"));
    assertThat(text.asString())
        .startsWith("# Randomisation of ")
        .contains("## 17a. ", "## 19. ", json.<String>path("commitment"));
    as("recruiter").get(path(trial)).then().statusCode(403);
    as("analyst").get(path(trial)).then().statusCode(403);
  }

  private static String path(String trial) {
    return "/trials/" + trial + "/randomisation-report";
  }

  private static Response report(String trial) {
    return as("auditor").get("/trials/{t}/allocation-report", trial);
  }

  private static Response note(String role, String trial, String body) {
    return as(role).body(body).post("/trials/{t}/deviations", trial);
  }

  private static void approve(String trial, String role, String action) {
    String proposal =
        as(role)
            .body("{" + action + ",\"reason\":\"because\"}")
            .post("/trials/{t}/proposals", trial)
            .then()
            .statusCode(201)
            .extract()
            .path("proposalId");
    as("approver")
        .body("{\"approved\":true}")
        .post("/trials/{t}/proposals/{p}/decision", trial, proposal)
        .then()
        .statusCode(200);
  }
}
