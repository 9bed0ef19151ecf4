package org.absentia.outcome.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.absentia.outcome.Followed;
import org.absentia.outcome.ServiceTest;
import org.absentia.outcome.Topics;
import org.absentia.platform.Ids;
import org.junit.jupiter.api.Test;

/** Whoever is followed here is on full sick leave for four days from 2019-05-20 on. */
@QuarkusTest
class TimelineResourceTest extends ServiceTest {
  @Test
  void a_timeline_tells_what_the_registers_say_what_each_day_counted_and_what_decided() {
    // Given
    Followed person = followed();

    // When / Then
    timeline(person, "")
        .statusCode(200)
        .contentType("application/json")
        .body("participantId", equalTo(person.id()))
        .body("trialId", equalTo(person.trialId()))
        .body("indexDate", equalTo("2019-05-20"))
        .body("definition.name", equalTo("mi-nav"))
        .body("from", equalTo("2019-02-20"))
        .body("to", equalTo("2019-11-19"))
        .body("outcome.windows[0].lostWorkdays", equalTo(4))
        .body(
            "lanes.register",
            contains(
                "SICK_LEAVE_CERTIFICATE",
                "SICK_PAY",
                "WORK_ASSESSMENT_ALLOWANCE",
                "DISABILITY_PENSION",
                "EMPLOYMENT"))
        .body("lanes.asked", contains(true, true, false, true, true))
        .body("lanes[0].periods", hasSize(1))
        .body("lanes[0].periods[0].recordId", equalTo("c-1"))
        .body("lanes[0].periods[0].from", equalTo("2019-05-20"))
        .body("lanes[0].periods[0].to", equalTo("2019-05-23"))
        .body("lanes[0].periods[0].kind", equalTo("FULL"))
        .body("lanes[0].periods[0].grade", equalTo(100))
        .body("lanes[0].periods[0].label", equalTo("full"))
        .body("lanes[0].periods[0].letter", equalTo("F"))
        .body("lanes[0].periods[0].decisive", equalTo(true))
        .body("marks[0].kind", equalTo("INDEX_DATE"))
        .body("marks[0].date", equalTo("2019-05-20"))
        .body("marks[0].label", equalTo("index date"))
        .body("days", hasSize(184))
        .body("days[3].lostWork", equalTo(1))
        .body("days[3].decidedBy.sickLeave", contains("c-1"))
        .body("days[4].lostWork", equalTo(0));
  }

  @Test
  void the_same_comes_as_text_and_as_a_drawing_when_asked_for() {
    // Given
    Followed person = followed();

    // When
    String text =
        get(person, "text/plain").contentType("text/plain;charset=UTF-8").extract().asString();
    String drawing =
        get(person, "image/avif,image/webp,image/svg+xml,image/*,*/*;q=0.8")
            .contentType(containsString("image/svg+xml"))
            .header("Content-Security-Policy", containsString("default-src 'none'"))
            .extract()
            .asString();

    // Then
    assertThat(text)
        .startsWith("Participant " + person.id() + "\nDefinition mi-nav, index date 2019-05-20\n")
        .contains("counted                              XXXX.-- .....--");
    assertThat(drawing).startsWith("<svg ").contains("certificate c-1: full").endsWith("</svg>\n");
    get(person, "*/*").contentType("application/json");
  }

  @Test
  void only_the_days_asked_for_are_shown() {
    // Given
    Followed person = followed();

    // When / Then
    timeline(person, "?from=2019-05-22&to=2019-05-24")
        .statusCode(200)
        .body("from", equalTo("2019-05-22"))
        .body("to", equalTo("2019-05-24"))
        .body("lanes[0].periods.from", contains("2019-05-22"))
        .body("days.date", contains("2019-05-22", "2019-05-23", "2019-05-24"))
        .body("marks.kind", contains("RETURN_TO_WORK"));
  }

  @Test
  void days_that_cannot_be_shown_are_refused_with_their_place() {
    Followed person = followed();
    refused(person, "?from=today&to=2019-02-30", "/from", "/to");
    refused(person, "?to=%2B10000-01-01", "/to");
    refused(person, "?from=2019-06-01&to=2019-05-31", "/to");
    refused(person, "?from=2019-12-01", "/from");
    refused(person, "?from=2019-01-01&to=2029-01-01", "/to");
    timeline(person, "?from=2019-01-01&to=2028-12-31").statusCode(200);
  }

  @Test
  void after_a_withdrawal_nothing_is_shown_from_that_day_on() {
    // Given
    Followed person = followed();
    person.certificate("c-2", 1, 400);

    // When
    person.withdrawn("STOP_REGISTRY_DATA", "2019-12-01");

    // Then
    eventually(
        () ->
            timeline(person, "?to=2020-06-30")
                .statusCode(200)
                .body("to", equalTo("2019-11-30"))
                .body("lanes[0].periods.to", contains("2019-11-30", "2019-05-23")));
    refused(person, "?from=2019-12-01&to=2019-12-31", "/from");
  }

  @Test
  void without_values_there_is_no_timeline_and_the_answer_says_why() {
    // Given
    Followed person = followed();

    // When
    person.withdrawn("STOP_REGISTRY_DATA", "2019-06-01");

    // Then
    eventually(() -> noOutcome(person, "ended before any window"));
    person.withdrawn("WITHDRAW_AND_ERASE", "2019-06-02");
    eventually(() -> noOutcome(person, "erased"));
  }

  @Test
  void before_the_trial_is_known_nothing_is_derived() {
    // Given
    Followed person = Followed.unknown();

    // When
    person.enrolled();

    // Then
    eventually(() -> noOutcome(person, "yet"));
  }

  @Test
  void a_foreign_participant_looks_like_one_who_does_not_exist() {
    // Given
    Followed person = followed();

    // When / Then
    String foreign = notFound(person.id(), "mi-nav");
    assertThat(notFound(Ids.next().toString(), "*")).isEqualTo(foreign);
    assertThat(notFound("me", "*")).isEqualTo(foreign);
  }

  @Test
  void only_analysts_may_look() {
    String path = "/participants/" + Ids.next() + "/timeline";
    RestAssured.get(path).then().statusCode(401).contentType("application/problem+json");
    for (String type : List.of("application/json", "text/plain", "image/svg+xml")) {
      as("recruiter").accept(type).get(path).then().statusCode(403);
    }
  }

  private static Followed followed() {
    Followed person = Followed.unknown().open();
    person.certificate("c-1", 1, 4);
    Topics.await(
        "outcome.computed.v1",
        person.id(),
        event -> event.at("/outcome/windows/0/lostWorkdays").asInt() == 4);
    return person;
  }

  private static ValidatableResponse timeline(Followed person, String query) {
    return as("analyst")
        .urlEncodingEnabled(false)
        .get("/participants/" + person.id() + "/timeline" + query)
        .then();
  }

  private static ValidatableResponse get(Followed person, String accept) {
    return as("analyst")
        .accept(accept)
        .get("/participants/{id}/timeline", person.id())
        .then()
        .statusCode(200);
  }

  private static void refused(Followed person, String query, String... pointers) {
    timeline(person, query)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/invalid-query"))
        .body("errors.pointer", contains(pointers));
  }

  private static void noOutcome(Followed person, String why) {
    timeline(person, "")
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/no-outcome"))
        .body("detail", containsString(why));
  }

  private static String notFound(String participantId, String trial) {
    return as("analyst", trial)
        .get("/participants/" + participantId + "/timeline")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .extract()
        .asString();
  }
}
