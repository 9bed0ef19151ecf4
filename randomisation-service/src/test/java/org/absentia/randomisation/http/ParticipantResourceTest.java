package org.absentia.randomisation.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.absentia.platform.json.JsonReader;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ParticipantResourceTest extends ServiceTest {
  private static final String PARTICIPANTS = "/trials/{trial}/participants";
  private static final String CANDIDATE = "0197a5bf-11d2-7f90-8a77-5c0e9d3b7a41";

  @Test
  void the_server_scores_the_answers_and_finds_the_stratum() {
    // Given
    String trial = openTrial();
    listCandidate(trial, CANDIDATE);

    // When
    Response answer = as("recruiter").body(enrolment(CANDIDATE, HIGH)).post(PARTICIPANTS, trial);

    // Then
    answer
        .then()
        .statusCode(201)
        .body("trialId", equalTo(trial))
        .body("inclusionDate", equalTo("2019-04-10"))
        .body("stratum", equalTo("HIGH"))
        .body("undetermined", empty())
        .body("scores.keele-start-msk", equalTo(9))
        .body("scores.ompsq-sf", equalTo(60))
        .body("pilot", nullValue());
  }

  @Test
  void the_same_enrolment_again_is_the_same_participant_and_another_one_is_a_conflict() {
    // Given
    String trial = openTrial();
    listCandidate(trial, CANDIDATE);
    String first =
        as("recruiter").body(enrolment(CANDIDATE, LOW)).post(PARTICIPANTS, trial).asString();

    // When
    Response again = as("recruiter").body(enrolment(CANDIDATE, LOW)).post(PARTICIPANTS, trial);
    Response other = as("recruiter").body(enrolment(CANDIDATE, HIGH)).post(PARTICIPANTS, trial);

    // Then
    again.then().statusCode(200);
    assertThat(again.asString()).isEqualTo(first);
    other.then().statusCode(409).body("type", equalTo("/problems/enrolment-differs"));
  }

  @Test
  void missing_answers_leave_the_stratum_open_until_they_are_completed() {
    // Given
    String trial = openTrial();
    listCandidate(trial, CANDIDATE);
    Response enrolled = as("recruiter").body(enrolment(CANDIDATE, OPEN)).post(PARTICIPANTS, trial);
    enrolled
        .then()
        .statusCode(201)
        .body("stratum", nullValue())
        .body("undetermined", contains("ompsq-sf"))
        .body("scores.ompsq-sf", nullValue());
    String participant = enrolled.path("participantId");

    // When
    Response completed =
        as("recruiter")
            .body("{\"answers\":{\"items\":{\"ompsq-sf\":[6,6,4,4,6,6,6,4,6,6]}}}")
            .put(PARTICIPANTS + "/{participant}/answers", trial, participant);

    // Then
    completed
        .then()
        .statusCode(200)
        .body("stratum", equalTo("HIGH"))
        .body("scores.keele-start-msk", equalTo(9));
  }

  @Test
  void answers_are_locked_once_a_slot_depends_on_them() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, LOW);
    allocate(trial, participant).then().statusCode(201);

    // When, Then
    as("recruiter")
        .body("{\"answers\":{\"age\":50}}")
        .put(PARTICIPANTS + "/{participant}/answers", trial, participant)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/answers-locked"));
  }

  @Test
  void every_fault_of_an_enrolment_is_named_and_no_value_echoed() {
    // Given
    String trial = openTrial();
    String body =
        """
        {"candidateId":"a b","consent":{"version":"1","givenOn":"yesterday"},"inclusionDate":"2019-13-01",
         "answers":{"age":170,"education":"PHD-SECRET","items":{"ompsq-sf":[1,2,3,4,5,6,7,8,9,11]}},"extra":1}
        """;

    // When
    Response answer = as("recruiter").body(body).post(PARTICIPANTS, trial);

    // Then
    answer
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/invalid-enrolment"))
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/candidateId",
                "/consent/givenOn",
                "/inclusionDate",
                "/answers/age",
                "/answers/education",
                "/answers/items/ompsq-sf/9",
                "/extra"));
    assertThat(answer.asString()).doesNotContain("PHD-SECRET", "yesterday");
  }

  @Test
  void an_inclusion_outside_recruitment_in_a_halt_or_in_the_future_is_refused() {
    // Given
    String trial = openTrial();
    String future = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();

    // When, Then
    // the day before recruitment is also before the list
    assertRefused(trial, "2019-03-31", "2019-03-31", "/inclusionDate", "/inclusionDate");
    assertRefused(trial, "2020-11-01", "2020-11-01", "/inclusionDate");
    assertRefused(trial, "2020-03-12", "2020-03-12", "/inclusionDate");
    assertRefused(trial, "2020-03-29", "2020-03-29", "/inclusionDate");
    assertRefused(trial, "2019-05-02", "2019-05-01", "/consent/givenOn");
    assertRefused(trial, "2019-05-02", future, "/inclusionDate", "/inclusionDate");
  }

  @Test
  void a_participant_of_one_trial_is_not_found_under_another() {
    // Given
    String trial = openTrial();
    String other = openTrial();
    String participant = enrol(trial, LOW);

    // When, Then
    allocate(other, participant).then().statusCode(404);
    as("recruiter")
        .body("{\"answers\":{\"age\":50}}")
        .put(PARTICIPANTS + "/{participant}/answers", other, participant)
        .then()
        .statusCode(404);
    as("privacy-officer")
        .body("{\"level\":\"STOP_INTERVENTION\",\"withdrawnOn\":\"2019-06-01\"}")
        .post(PARTICIPANTS + "/{participant}/withdrawals", other, participant)
        .then()
        .statusCode(404);
    as("allocator")
        .get(PARTICIPANTS + "/{participant}/allocation", other, participant)
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void only_a_recruiter_of_the_trial_enrols() {
    // Given
    String trial = openTrial();
    listCandidate(trial, CANDIDATE);
    String body = enrolment(CANDIDATE, LOW);

    // When, Then
    given()
        .contentType("application/json")
        .body(body)
        .post(PARTICIPANTS, trial)
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
    as("allocator").body(body).post(PARTICIPANTS, trial).then().statusCode(403);
    as("recruiter", "another").body(body).post(PARTICIPANTS, trial).then().statusCode(404);
    as("recruiter", trial).body(body).post(PARTICIPANTS, trial).then().statusCode(201);
  }

  @Test
  void participants_are_listed_in_pages_without_answers_or_slots() {
    // Given
    String trial = openTrial();
    List<String> enrolled = List.of(enrol(trial, LOW), enrol(trial, HIGH), enrol(trial, OPEN));
    allocate(trial, enrolled.get(1)).then().statusCode(201);

    // When
    List<String> listed = new ArrayList<>();
    String after = "00000000-0000-0000-0000-000000000000";
    for (int page = 0; page < 3 && after != null; page++) {
      Response answer =
          as("auditor").queryParam("after", after).queryParam("limit", 2).get(PARTICIPANTS, trial);
      listed.addAll(answer.jsonPath().getList("participants.participantId"));
      after = answer.path("next");
    }

    // Then
    assertThat(listed).containsExactlyElementsOf(enrolled);
    as("recruiter")
        .get(PARTICIPANTS, trial)
        .then()
        .body("participants.allocated", contains(false, true, false))
        .body("participants[1].pilot", equalTo(true))
        .body("participants", hasSize(3))
        .body("participants[0].answers", nullValue())
        .body("participants[1].keySet()", not(contains("slot")));
  }

  @Test
  void a_contact_is_recorded_once() {
    // Given
    String trial = openTrial();
    listCandidate(trial, CANDIDATE);
    String body =
        "{\"candidateId\":\""
            + CANDIDATE
            + "\",\"outcome\":\"DECLINED\",\"reasons\":[\"no time\"],\"contactedOn\":\"2019-04-09\"}";

    // When, Then
    as("recruiter").body(body).post("/trials/{t}/contacts", trial).then().statusCode(201);
    as("recruiter").body(body).post("/trials/{t}/contacts", trial).then().statusCode(200);
    as("recruiter")
        .body(body.replace("no time", "unwilling"))
        .post("/trials/{t}/contacts", trial)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/contact-differs"));
    as("recruiter")
        .body("{\"outcome\":\"MAYBE\",\"contactedOn\":\"2019-04-09\"}")
        .post("/trials/{t}/contacts", trial)
        .then()
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/candidateId", "/outcome"));
  }

  @Test
  void a_candidate_is_named_by_a_uuid_and_never_by_a_national_identifier() {
    // Given
    String trial = openTrial();
    String contact =
        "{\"candidateId\":\"%s\",\"outcome\":\"DECLINED\",\"contactedOn\":\"2019-04-09\"}";

    // When, Then
    for (String name : List.of("01017012345", "c-1", CANDIDATE + "1")) {
      for (Response answer :
          List.of(
              as("recruiter").body(enrolment(name, LOW)).post(PARTICIPANTS, trial),
              as("recruiter").body(contact.formatted(name)).post("/trials/{t}/contacts", trial))) {
        answer.then().statusCode(400).body("errors.pointer", contains("/candidateId"));
        assertThat(answer.asString()).doesNotContain(name);
      }
    }
  }

  @Test
  void reasons_are_bounded_and_hold_no_national_identifier() {
    // Given
    String trial = openTrial();
    List<String> many = Collections.nCopies(21, "r");
    List<String> fit = Collections.nCopies(20, "r".repeat(200));

    // When, Then
    assertContact(trial, fit).statusCode(201);
    assertContact(trial, many).statusCode(400).body("errors.pointer", contains("/reasons"));
    String echo =
        assertContact(trial, List.of("ok", "r".repeat(201), "is 01017012345", "010170 12345."))
            .statusCode(400)
            .body("errors.pointer", contains("/reasons/1", "/reasons/2", "/reasons/3"))
            .extract()
            .asString();
    assertThat(echo).doesNotContain("01017", "12345");
  }

  private static ValidatableResponse assertContact(String trial, List<String> reasons) {
    return as("recruiter")
        .body(
            Map.of(
                "candidateId",
                listCandidate(trial),
                "outcome",
                "DECLINED",
                "reasons",
                reasons,
                "contactedOn",
                "2019-04-09"))
        .post("/trials/{t}/contacts", trial)
        .then();
  }

  private static void assertRefused(
      String trial, String consent, String inclusion, String... pointers) {
    ObjectNode body =
        (ObjectNode)
            JsonReader.parse(enrolment(listCandidate(trial), LOW).getBytes(StandardCharsets.UTF_8));
    body.put("inclusionDate", inclusion).withObject("/consent").put("givenOn", consent);
    as("recruiter")
        .body(body.toString())
        .post(PARTICIPANTS, trial)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/inclusion-refused"))
        .body("errors.pointer", contains(pointers));
  }
}
