package org.absentia.outcome.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.absentia.outcome.Followed;
import org.absentia.outcome.ServiceTest;
import org.absentia.outcome.Topics;
import org.absentia.platform.json.JsonReader;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ParticipantResourceTest extends ServiceTest {
  @Test
  void what_was_known_at_an_instant_is_what_had_been_computed_by_then() {
    // Given
    Followed person = Followed.unknown().open();
    person.certificate("c-1", 1, 4);
    JsonNode first = await(person, 4);
    person.certificate("c-1", 2, 3);
    await(person, 3);

    // When / Then
    String before = Instant.parse(first.path("computedAt").asText()).minusMillis(1).toString();
    as("analyst")
        .queryParam("knownAt", first.path("computedAt").asText())
        .get("/participants/{id}/outcomes", person.id())
        .then()
        .statusCode(200)
        .body("versions[-1].outcome.windows[0].lostWorkdays", equalTo(4));
    as("analyst")
        .queryParam("knownAt", before)
        .get("/participants/{id}/outcomes", person.id())
        .then()
        .body("versions", hasSize(first.path("outcomeVersion").asInt() - 1));
  }

  @Test
  void the_evaluation_of_any_version_gives_its_values_again() {
    // Given
    Followed person = Followed.unknown().open();
    person.certificate("c-1", 1, 4);
    JsonNode first = await(person, 4);
    person.certificate("c-1", 2, 3);
    person.certificate("c-2", 1, 9);
    JsonNode last = await(person, 7);

    // When / Then
    assertThat(evaluated(person, "?version=" + first.path("outcomeVersion").asInt()))
        .isEqualTo(first.path("outcome"));
    assertThat(evaluated(person, "?knownAt=" + first.path("computedAt").asText()))
        .isEqualTo(first.path("outcome"));
    assertThat(evaluated(person, "")).isEqualTo(last.path("outcome"));
  }

  @Test
  void without_values_there_is_no_evaluation_and_the_answer_says_why() {
    // Given
    Followed person = Followed.unknown().open();
    person.certificate("c-1", 1, 4);
    JsonNode first = await(person, 4);
    person.withdrawn("WITHDRAW_AND_ERASE", "2019-06-01");
    Topics.await(
        "outcome.computed.v1",
        person.id(),
        event -> event.path("status").asText().equals("WITHDRAWN"));

    // When / Then
    as("analyst")
        .get("/participants/{id}/evaluation", person.id())
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/no-outcome"));
    as("analyst")
        .queryParam("version", first.path("outcomeVersion").asInt())
        .get("/participants/{id}/evaluation", person.id())
        .then()
        .statusCode(409)
        .body(
            "detail",
            equalTo("The values of this version were erased; their hash is all that is left."));
    as("analyst")
        .get("/participants/{id}/evaluation?version=99", person.id())
        .then()
        .statusCode(404);
    as("analyst")
        .get("/participants/{id}/evaluation?knownAt=yesterday", person.id())
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-query"));
  }

  /** Posts the evaluation of a version and leaves out what the request itself says. */
  private static JsonNode evaluated(Followed person, String query) {
    String request =
        as("analyst")
            .get("/participants/" + person.id() + "/evaluation" + query)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    ObjectNode answer =
        (ObjectNode)
            JsonReader.parse(
                as("analyst")
                    .contentType(ContentType.JSON)
                    .body(request)
                    .post("/evaluations")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString()
                    .getBytes(StandardCharsets.UTF_8));
    return answer.without(java.util.List.of("indexDate", "definition"));
  }

  private static JsonNode await(Followed person, int lostWorkdays) {
    return Topics.await(
        "outcome.computed.v1",
        person.id(),
        event -> event.at("/outcome/windows/0/lostWorkdays").asInt(-1) == lostWorkdays);
  }

  @Test
  void a_record_whose_periods_overlap_is_written_so_that_the_request_is_accepted() {
    // Given
    Followed person = Followed.unknown().open();
    Topics.send(
        "registry.record-released.v1",
        person.id() + "/c-1/1",
        """
        {"participantId":"%s","trialId":"%s","record":
          {"type":"SICK_LEAVE_CERTIFICATE","recordId":"c-1","version":1,"status":"ACTIVE",
           "issuedAt":"2019-05-20T10:00:00Z","periods":[
             {"from":"2019-05-20","to":"2019-05-23","kind":"FULL"},
             {"from":"2019-05-22","to":"2019-05-28","kind":"GRADED","grade":50}]}}
        """
            .formatted(person.id(), person.trialId()));
    Topics.await(
        "outcome.computed.v1",
        person.id(),
        event -> event.at("/outcome/windows/0/lostWorkdays").asDouble() == 5.5);

    // When
    String request =
        as("analyst").get("/participants/{id}/evaluation", person.id()).then().extract().asString();

    // Then
    as("analyst")
        .contentType(ContentType.JSON)
        .body(request)
        .post("/evaluations")
        .then()
        .statusCode(200)
        .body("windows[0].lostWorkdays", equalTo(5.5f));
  }

  @Test
  void a_version_whose_records_were_erased_cannot_be_given_again() {
    // Given
    Followed person = Followed.unknown().open();
    person.certificate("c-1", 1, 4);
    JsonNode version =
        Topics.await(
            "outcome.computed.v1",
            person.id(),
            event -> event.at("/outcome/windows/0/lostWorkdays").asInt() == 4);

    // When
    person.erased("c-1", 1);

    // Then
    eventually(
        () ->
            as("analyst")
                .get(
                    "/participants/{id}/evaluation?version={number}",
                    person.id(),
                    version.path("outcomeVersion").asInt())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/no-outcome")));
  }
}
