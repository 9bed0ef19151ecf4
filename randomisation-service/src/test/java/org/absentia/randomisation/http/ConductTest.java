package org.absentia.randomisation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Screening, eligibility, consent, adverse events and what befalls a trial. */
@QuarkusTest
class ConductTest extends ServiceTest {
  @Test
  void a_contact_names_codes_of_the_protocol_and_free_texts_stay_valid() {
    // Given
    String trial = openTrial();

    // When, Then
    contact(trial, listCandidate(trial), "EXCLUDED", "\"PREGNANT\",\"LANGUAGE\"")
        .then()
        .statusCode(201)
        .body("reasonCodes", contains("PREGNANT", "LANGUAGE"));
    contact(trial, listCandidate(trial), "DECLINED", "\"PREGNANT\"")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/contact-refused"))
        .body("errors.pointer", contains("/reasonCodes/0"));
    as("recruiter")
        .body(
            """
            {"candidateId":"%s","outcome":"EXCLUDED","reasons":["too far away"],
             "contactedOn":"2019-04-09"}
            """
                .formatted(listCandidate(trial)))
        .post("/trials/{t}/contacts", trial)
        .then()
        .statusCode(201)
        .body("reasons", contains("too far away"))
        .body("reasonCodes", empty());
  }

  @Test
  void who_turns_ineligible_between_list_and_lock_is_counted_and_not_randomised() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, HIGH);

    // When
    judge(trial, participant, false, "\"PREGNANT\"").then().statusCode(201);
    judge(trial, participant, false, "\"PREGNANT\"").then().statusCode(200);

    // Then
    allocate(trial, participant)
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/not-eligible"))
        .body("reasonCodes", contains("PREGNANT"));
    as("recruiter")
        .get("/trials/{t}/flow", trial)
        .then()
        .statusCode(200)
        .body("ineligibleAtLock.count", equalTo(1))
        .body("ineligibleAtLock.reasons[0].code", equalTo("PREGNANT"))
        .body("randomised", equalTo(0));
    as("auditor")
        .get("/trials/{t}/screening-log", trial)
        .then()
        .statusCode(200)
        .body("entries.step", contains("ENROLMENT", "ELIGIBILITY_AT_LOCK"))
        .body("entries[1].outcome", equalTo("NOT_ELIGIBLE"))
        .body("entries[1].reasonCodes", contains("PREGNANT"));

    // When judged eligible after all, then the slot is there and locks the judgement
    judge(trial, participant, true, "").then().statusCode(201);
    allocate(trial, participant).then().statusCode(201);
    judge(trial, participant, false, "\"PREGNANT\"")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/eligibility-locked"));
  }

  @Test
  void a_judgement_names_criteria_of_the_lock_and_reasons_only_against_eligibility() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, HIGH);

    // When, Then
    judge(trial, participant, false, "").then().statusCode(400);
    judge(trial, participant, true, "\"PREGNANT\"").then().statusCode(400);
    judge(trial, participant, false, "\"AGE\"")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reasonCodes/0"));
    judge(openTrial(), participant, true, "").then().statusCode(404);
  }

  @Test
  void a_trial_may_require_a_team_assessment_and_a_judgement_before_each_slot() {
    // Given
    String trial = "t-" + UUID.randomUUID();
    ObjectNode protocol = protocol(trial);
    protocol.putObject("admission").put("teamAssessment", true).put("judgementAtLock", true);
    as("statistician").body(protocol.toString()).post("/trials").then().statusCode(201);
    String candidate = listCandidate(trial);
    String participant =
        as("recruiter")
            .body(enrolment(candidate, HIGH))
            .post("/trials/{t}/participants", trial)
            .path("participantId");

    // When, Then
    allocate(trial, participant).then().statusCode(422);
    assess(trial, candidate, "UNKNOWN", "").then().statusCode(201);
    allocate(trial, participant).then().statusCode(422);
    assess(trial, candidate, "ELIGIBLE", "").then().statusCode(201);
    allocate(trial, participant).then().statusCode(422);
    judge(trial, participant, true, "").then().statusCode(201);
    allocate(trial, participant).then().statusCode(201);
  }

  @Test
  void an_assessment_is_of_a_listed_candidate_and_says_why_somebody_is_not_eligible() {
    // Given
    String trial = openTrial();

    // When, Then
    assess(trial, UUID.randomUUID().toString(), "ELIGIBLE", "").then().statusCode(409);
    assess(trial, listCandidate(trial), "NOT_ELIGIBLE", "")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/reasonCodes"));
    String candidate = listCandidate(trial);
    assess(trial, candidate, "NOT_ELIGIBLE", "\"RETURNED_TO_WORK\"").then().statusCode(201);
    assess(trial, candidate, "NOT_ELIGIBLE", "\"RETURNED_TO_WORK\"").then().statusCode(200);
  }

  @Test
  void consent_is_followed_with_its_versions_and_the_levels_withdrawn() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, HIGH);

    // When
    renew(trial, participant, "2").then().statusCode(422);
    renew(trial, participant, "1").then().statusCode(200).body("given", hasSize(2));
    withdraw(trial, participant, "STOP_QUESTIONNAIRES");

    // Then
    as("auditor")
        .get("/trials/{t}/participants/{p}/consents", trial, participant)
        .then()
        .statusCode(200)
        .body("given.version", contains("1", "1"))
        .body("withdrawn.level", contains("STOP_QUESTIONNAIRES"));
  }

  @Test
  void an_adverse_event_is_reported_once_corrected_by_versions_and_erased_with_the_person() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, HIGH);
    allocate(trial, participant).then().statusCode(201);

    // When
    String event =
        reportEvent(trial, participant, "", adverse("\"MILD\"", ""))
            .then()
            .statusCode(201)
            .body("version", equalTo(1))
            .body("serious", equalTo(false))
            .extract()
            .path("adverseEventId");
    reportEvent(trial, participant, "", adverse("\"MILD\"", "")).then().statusCode(200);
    String corrections = "/" + event + "/versions";
    String corrected =
        adverse("\"SEVERE\"", ",\"seriousness\":[\"HOSPITALISATION\"],\"corrects\":1");
    reportEvent(trial, participant, corrections, corrected).then().statusCode(201);
    reportEvent(trial, participant, corrections, adverse("\"MODERATE\"", ",\"corrects\":1"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/adverse-event-differs"));

    // Then
    as("approver")
        .get("/trials/{t}/adverse-events", trial)
        .then()
        .statusCode(200)
        .body("versions.version", contains(1, 2))
        .body("versions.serious", contains(false, true))
        .body("versions.term", everyItem(equalTo("dizziness")));
    as("recruiter").get("/trials/{t}/adverse-events", trial).then().statusCode(403);

    // When
    withdraw(trial, participant, "WITHDRAW_AND_ERASE");

    // Then
    as("auditor")
        .get("/trials/{t}/adverse-events", trial)
        .then()
        .body("versions", hasSize(2))
        .body("versions.term", everyItem(nullValue()))
        .body("versions.participantId", everyItem(nullValue()));
    as("analyst")
        .get("/trials/{t}/flow", trial)
        .then()
        .body("adverseEvents", equalTo(1))
        .body("seriousAdverseEvents", equalTo(1));
    reportEvent(trial, participant, "", adverse("\"MILD\"", "")).then().statusCode(409);
  }

  @Test
  void an_impossible_adverse_event_is_refused_with_every_pointer() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, HIGH);

    // When, Then
    reportEvent(trial, participant, "", "{\"severity\":\"SOME\",\"seriousness\":[\"BAD\"]}")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/seriousness/0"))
        .body("errors.pointer", hasItem("/term"));
    reportEvent(
            trial,
            participant,
            "",
            adverse("\"SEVERE\"", "").replace("RECOVERED", "FATAL").replace("2019-05", "2018-05"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/onset", "/seriousness"));
  }

  @Test
  void nobody_is_included_during_a_halt_of_recruitment() {
    // Given
    String trial = openTrial();
    String halt =
        note(trial, "\"kind\":\"RECRUITMENT_HALT\",\"from\":\"2019-04-09\"")
            .then()
            .statusCode(201)
            .extract()
            .path("trialEventId");
    String candidate = listCandidate(trial);

    // When, Then
    as("recruiter")
        .body(enrolment(candidate, HIGH))
        .post("/trials/{t}/participants", trial)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/inclusionDate"));
    end(trial, halt, "2019-04-08").then().statusCode(422);
    end(trial, halt, "2019-04-09").then().statusCode(200).body("to", equalTo("2019-04-09"));
    end(trial, halt, "2019-04-09").then().statusCode(200);
    end(trial, halt, "2019-04-11").then().statusCode(409);
    as("recruiter")
        .body(enrolment(candidate, HIGH))
        .post("/trials/{t}/participants", trial)
        .then()
        .statusCode(201);
  }

  @Test
  void events_of_the_trial_are_noted_once_and_in_the_log() {
    // Given
    String trial = openTrial();
    String modification =
        "\"kind\":\"MODIFICATION\",\"from\":\"2020-03-12\",\"mitigation\":\"sessions by"
            + " telephone\"";

    // When
    note(trial, modification).then().statusCode(201);
    note(trial, modification).then().statusCode(200);

    // Then
    as("analyst")
        .get("/trials/{t}/trial-events", trial)
        .then()
        .body("kind", contains("MODIFICATION"));
    assertThat(as("auditor").get("/trials/{t}/log", trial).<List<String>>path("entries.entry.type"))
        .contains("TRIAL_EVENT");
    as("recruiter")
        .body("{\"kind\":\"OTHER\",\"from\":\"2020-03-12\",\"description\":\"x\"}")
        .post("/trials/{t}/trial-events", trial)
        .then()
        .statusCode(403);
  }

  @Test
  void the_calendar_tells_whom_an_event_covered_at_inclusion() {
    // Given
    String trial = openTrial();
    String before = enrol(trial, HIGH);
    String during =
        as("recruiter")
            .body(
                enrolment(listCandidate(trial), HIGH)
                    .replace(
                        "\"inclusionDate\":\"2019-04-10\"", "\"inclusionDate\":\"2020-05-04\""))
            .post("/trials/{t}/participants", trial)
            .path("participantId");
    enrol(trial, HIGH);
    allocate(trial, before).then().statusCode(201);
    allocate(trial, during).then().statusCode(201);

    // When, Then
    as("analyst")
        .get("/trials/{t}/calendar", trial)
        .then()
        .statusCode(200)
        .body("events.name", contains("COVID_19_RESTRICTIONS"))
        .body("participants.participantId", contains(before, during))
        .body("participants.relations.coveredAtInclusion.flatten()", contains(false, true))
        .body("participants.relations.followedUpBefore.flatten()", contains(true, false));
  }

  private static Response contact(String trial, String candidate, String outcome, String codes) {
    return as("recruiter")
        .body(
            """
            {"candidateId":"%s","outcome":"%s","reasonCodes":[%s],"contactedOn":"2019-04-09"}
            """
                .formatted(candidate, outcome, codes))
        .post("/trials/{t}/contacts", trial);
  }

  private static Response assess(String trial, String candidate, String outcome, String codes) {
    return as("recruiter")
        .body(
            """
            {"candidateId":"%s","outcome":"%s","reasonCodes":[%s],"assessedOn":"2019-04-09"}
            """
                .formatted(candidate, outcome, codes))
        .post("/trials/{t}/assessments", trial);
  }

  private static Response judge(String trial, String participant, boolean eligible, String codes) {
    return as("recruiter")
        .body(
            "{\"eligible\":%s,\"reasonCodes\":[%s],\"judgedOn\":\"2019-04-10\"}"
                .formatted(eligible, codes))
        .post("/trials/{t}/participants/{p}/eligibility-judgements", trial, participant);
  }

  private static Response renew(String trial, String participant, String version) {
    return as("recruiter")
        .body("{\"version\":\"%s\",\"givenOn\":\"2019-06-01\"}".formatted(version))
        .post("/trials/{t}/participants/{p}/consents", trial, participant);
  }

  private static void withdraw(String trial, String participant, String level) {
    as("privacy-officer")
        .body("{\"level\":\"%s\",\"withdrawnOn\":\"2019-07-01\"}".formatted(level))
        .post("/trials/{t}/participants/{p}/withdrawals", trial, participant)
        .then()
        .statusCode(201);
  }

  private static Response reportEvent(String trial, String participant, String below, String body) {
    return as("deliverer")
        .body(body)
        .post("/trials/{t}/participants/{p}/adverse-events" + below, trial, participant);
  }

  private static String adverse(String severity, String more) {
    return """
    {"term":"dizziness","onset":"2019-05-02","severity":%s,"relatedness":"POSSIBLE",
     "expected":true,"outcome":"RECOVERED"%s}
    """
        .formatted(severity, more);
  }

  private static Response note(String trial, String members) {
    return as("statistician")
        .body("{" + members + ",\"description\":\"COVID-19 containment\"}")
        .post("/trials/{t}/trial-events", trial);
  }

  private static Response end(String trial, String event, String to) {
    return as("statistician")
        .body("{\"to\":\"" + to + "\"}")
        .put("/trials/{t}/trial-events/{e}/end", trial, event);
  }
}
