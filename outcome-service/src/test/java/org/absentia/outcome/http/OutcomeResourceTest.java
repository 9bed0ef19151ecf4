package org.absentia.outcome.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.absentia.outcome.Followed;
import org.absentia.outcome.ServiceTest;
import org.absentia.outcome.Topics;
import org.absentia.platform.Ids;
import org.absentia.platform.json.JsonReader;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutcomeResourceTest extends ServiceTest {
  @Test
  void the_newest_outcomes_of_a_trial_come_page_by_page_as_lines_and_as_a_table() {
    // Given
    List<Followed> people = trialOfThree();
    String trialId = people.getFirst().trialId();

    // When
    JsonPath first = page(trialId, "?limit=2");
    JsonPath second = page(trialId, "?limit=2&cursor=" + first.getString("next"));
    String lines = get(trialId, "application/x-ndjson");
    String table = get(trialId, "text/csv");

    // Then
    List<String> ids = new ArrayList<>(first.getList("outcomes.participantId", String.class));
    ids.addAll(second.getList("outcomes.participantId", String.class));
    assertThat(ids).containsExactlyElementsOf(people.stream().map(Followed::id).sorted().toList());
    assertThat(second.<Object>get("next")).isNull();
    assertThat(lines.lines())
        .hasSize(3)
        .allSatisfy(
            line ->
                assertThat(
                        JsonReader.parse(line.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .path("outcome")
                            .path("windows"))
                    .hasSize(1));
    assertThat(table.lines().toList()).hasSize(4);
    assertThat(table)
        .startsWith(
            "participantId,outcomeVersion,status,computedAt,inputHash,workdays.P6M,lostWorkdays.P6M,"
                + "sickLeave.P6M,workAssessmentAllowance.P6M,disabilityPensionIncrease.P6M,"
                + "cumulative.1,");
    assertThat(table.lines().skip(1))
        .allSatisfy(line -> assertThat(line).contains(",132,").contains(",COMPLETE,"));
  }

  @Test
  void completeness_counts_what_is_known_and_what_is_still_on_its_way() {
    // Given
    List<Followed> people = trialOfThree();
    people.getFirst().withdrawn("STOP_REGISTRY_DATA", "2019-06-01");
    Topics.await(
        "outcome.computed.v1",
        people.getFirst().id(),
        event -> event.path("status").asText().equals("WITHDRAWN"));

    // When / Then
    String trialId = people.getFirst().trialId();
    as("operator")
        .get("/trials/{id}/completeness", trialId)
        .then()
        .statusCode(200)
        .body("trialId", equalTo(trialId))
        .body("participants", equalTo(3))
        .body("recordVersions", equalTo(3))
        .body("complete", equalTo(2))
        .body("partial", equalTo(0))
        .body("withdrawn", equalTo(1))
        .body("pending", equalTo(0));
  }

  @Test
  void a_foreign_trial_looks_like_one_that_does_not_exist() {
    // Given
    Followed person = Followed.unknown().open();
    Topics.await("outcome.computed.v1", person.id(), event -> true);

    // When / Then
    for (String path : List.of("/outcomes", "/completeness")) {
      String foreign = notFound("/trials/" + person.trialId() + path, "mi-nav");
      String unknown = notFound("/trials/no-such-trial" + path, "*");
      assertThat(foreign).isEqualTo(unknown);
    }
    String foreign = notFound("/participants/" + person.id() + "/outcomes", "mi-nav");
    String unknown = notFound("/participants/" + Ids.next() + "/outcomes", "*");
    assertThat(foreign).isEqualTo(unknown);
    assertThat(notFound("/participants/me/outcomes", "*")).isEqualTo(unknown);
  }

  @Test
  void every_operation_needs_a_token_and_its_role() {
    for (String path :
        List.of(
            "/trials/mi-nav/outcomes",
            "/trials/mi-nav/completeness",
            "/participants/" + new UUID(0, 1) + "/outcomes")) {
      RestAssured.get(path).then().statusCode(401).contentType("application/problem+json");
      as("recruiter").get(path).then().statusCode(403).contentType("application/problem+json");
    }
  }

  @Test
  void a_query_that_makes_no_sense_is_refused() {
    Followed person = Followed.unknown().open();
    Topics.await("outcome.computed.v1", person.id(), event -> true);
    for (String query : List.of("?limit=0", "?limit=1001", "?cursor=x")) {
      as("analyst")
          .get("/trials/" + person.trialId() + "/outcomes" + query)
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("type", equalTo("/problems/invalid-query"))
          .body("errors", hasSize(1));
    }
  }

  private static List<Followed> trialOfThree() {
    Followed first = Followed.unknown().open();
    List<Followed> people =
        List.of(
            first,
            new Followed(first.trialId(), Ids.next()),
            new Followed(first.trialId(), Ids.next()));
    people.stream().skip(1).forEach(Followed::enrolled);
    people.forEach(person -> person.certificate("c-1", 1, 4));
    people.forEach(
        person ->
            Topics.await(
                "outcome.computed.v1",
                person.id(),
                event -> event.at("/outcome/windows/0/lostWorkdays").asInt() == 4));
    return people;
  }

  private static JsonPath page(String trialId, String query) {
    return as("analyst", trialId)
        .get("/trials/" + trialId + "/outcomes" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String get(String trialId, String mediaType) {
    return as("analyst")
        .accept(mediaType)
        .get("/trials/{id}/outcomes", trialId)
        .then()
        .statusCode(200)
        .contentType(mediaType)
        .extract()
        .asString();
  }

  private static String notFound(String path, String trial) {
    return as("analyst", trial)
        .get(path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .extract()
        .asString();
  }

  @Test
  void a_limit_that_is_no_number_and_a_name_that_cannot_be_kept_are_refused() {
    Followed person = Followed.unknown().open();
    Topics.await("outcome.computed.v1", person.id(), event -> true);
    for (String limit : java.util.List.of("abc", "", "1.5", "99999999999", "0")) {
      as("analyst")
          .get("/trials/{id}/outcomes?limit={limit}", person.trialId(), limit)
          .then()
          .statusCode(limit.isEmpty() ? 200 : 400);
    }
    as("analyst").urlEncodingEnabled(false).get("/trials/a%00b/outcomes").then().statusCode(404);
  }
}
