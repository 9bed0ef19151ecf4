package org.absentia.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.absentia.local.LocalStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "analysis"))
class ServiceTest {

  @Inject EntityManager database;

  private static final List<String> PATHS =
      List.of(
          "/trials/access/completeness",
          "/trials/access/datasets/" + new UUID(0, 1),
          "/trials/access/datasets/" + new UUID(0, 1) + "/rows",
          "/trials/access/analyses/" + new UUID(0, 1),
          "/trials/access/analyses/" + new UUID(0, 1) + "/table-1",
          "/trials/access/analyses/" + new UUID(0, 1) + "/figure-2");

  @Test
  void without_a_token_nothing_is_answered_but_health_metrics_and_documents() {
    for (String path : PATHS) {
      given().get(path).then().statusCode(401).contentType("application/problem+json");
    }
    given().post("/trials/access/datasets").then().statusCode(401);
    given()
        .contentType("application/json")
        .body("{}")
        .post("/trials/access/analyses")
        .then()
        .statusCode(401);
    given().get("/q/health/ready").then().statusCode(200);
    given().get("/q/metrics").then().statusCode(200);
    given().get("/q/openapi").then().statusCode(200);
  }

  @Test
  void another_role_is_refused_and_a_foreign_trial_looks_unknown() {
    for (String path : PATHS) {
      Api.as("recruiter").get(path).then().statusCode(403);
      Api.as("analyst", "other-trial").get(path).then().statusCode(404);
      Api.as("analyst").get(path).then().statusCode(404).contentType("application/problem+json");
    }
    Api.as("allocator").post("/trials/access/datasets").then().statusCode(403);
    Api.as("analyst", "other-trial").post("/trials/access/datasets").then().statusCode(404);
    Api.as("recruiter").get("/reports/access/" + new UUID(0, 1)).then().statusCode(403);
    Api.as("analyst").get("/reports/access/" + new UUID(0, 1)).then().statusCode(404);
  }

  @Test
  void a_browser_without_a_token_is_sent_to_the_login() {
    // When
    Response answer =
        given()
            .redirects()
            .follow(false)
            .accept("text/html")
            .get("/reports/access/" + new UUID(0, 1));

    // Then
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.header("Location"))
        .startsWith(LocalStack.issuer())
        .contains("code_challenge=", "client_id=analysis-report");
  }

  @Test
  void a_faulty_request_names_each_fault() {
    // Given
    Broker.send(List.of(new TrialEvents("faulty").opened()));
    Api.awaitCount("faulty", "participants", 0);

    // When
    Response malformed =
        Api.analyst().contentType("application/json").body("{").post("/trials/faulty/analyses");
    Response wrong =
        Api.analyst()
            .contentType("application/json")
            .body("{\"datasetId\":\"x\",\"seed\":\"one\",\"sede\":1}")
            .post("/trials/faulty/analyses");

    // Then
    assertThat(malformed.statusCode()).isEqualTo(400);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.jsonPath().getList("errors.pointer", String.class))
        .containsExactlyInAnyOrder("/datasetId", "/seed", "/sede");
    assertThat(Api.run("faulty", new UUID(0, 9), 1).statusCode()).isEqualTo(404);
    assertThat(Api.analyst().post("/trials/faulty/datasets").jsonPath().getString("type"))
        .isEqualTo("/problems/nobody-randomised");
  }

  @Test
  void a_message_that_cannot_be_understood_is_set_aside_and_the_next_one_counts() {
    // Given
    TrialEvents events = new TrialEvents("malformed");
    MinavLike.Person person = events.people().getFirst();
    String topic = "randomisation.participant-enrolled.v1";

    // When
    Broker.sendText(topic, "not-json", "{\"participantId\":");
    Broker.sendText(
        topic, "faulty", "{\"participantId\":\"12345678901\",\"trialId\":\"malformed\"}");
    Broker.send(List.of(events.opened(), events.enrolled(person)));

    // Then
    Api.awaitCount("malformed", "participants", 1);
    String deadLetters = topic + ".dead-letter.analysis-service";
    Broker.await(deadLetters, message -> "not-json".equals(message.key()));
    var faulty = Broker.await(deadLetters, message -> "faulty".equals(message.key()));
    String reason =
        new String(
            faulty.headers().lastHeader("dead-letter-reason").value(),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(reason).contains("/participantId").doesNotContain("12345678901");
  }

  @Test
  void labels_that_count_other_participants_make_the_dataset_void() {
    // Given
    TrialEvents events = new TrialEvents("mismatch");
    MinavLike.Person person =
        events.people().stream()
            .filter(p -> p.lostWorkdays().isPresent())
            .findFirst()
            .orElseThrow();
    Broker.send(
        List.of(
            events.opened(), events.enrolled(person), events.outcome(person, 1, "COMPLETE", 12.4)));
    Api.awaitCount("mismatch", "outcomesComplete", 1);
    Response first = Api.analyst().post("/trials/mismatch/datasets");
    UUID datasetId = UUID.fromString(first.jsonPath().getString("datasetId"));

    // When
    Response second = Api.analyst().post("/trials/mismatch/datasets");
    Response tooEarly = Api.run("mismatch", datasetId, 1);
    Broker.send(List.of(events.label(datasetId, person, 2)));

    // Then
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(second.jsonPath().getString("datasetId")).isEqualTo(datasetId.toString());
    assertThat(tooEarly.statusCode()).isEqualTo(409);
    assertThat(tooEarly.jsonPath().getString("type")).isEqualTo("/problems/dataset-not-locked");
    Api.awaitStatus("mismatch", datasetId, "VOID");
    Api.analyst().get("/trials/mismatch/datasets/" + datasetId + "/rows").then().statusCode(409);
  }

  @Test
  void of_a_person_who_is_erased_only_the_digest_is_left_and_the_dataset_still_proves_itself() {
    // Given
    TrialEvents events = new TrialEvents("erasure");
    UUID datasetId = Api.lock(events, "erasure");
    String before = Api.run("erasure", datasetId, 1).asString();
    MinavLike.Person person = events.people().getFirst();

    // When
    Broker.send(List.of(events.withdrawn(person, "WITHDRAW_AND_ERASE")));
    Api.awaitCount("erasure", "baselines", 513);
    Broker.send(List.of(events.baseline(person), events.outcome(person, 9, "COMPLETE", 1)));

    // Then
    Response rows =
        Api.analyst()
            .accept("application/json")
            .get("/trials/erasure/datasets/" + datasetId + "/rows");
    assertThat(rows.jsonPath().getList("rows")).hasSize(513);
    assertThat(Api.run("erasure", datasetId, 1).asString()).isEqualTo(before);
    Response later = Api.run("erasure", datasetId, 2);
    assertThat(later.jsonPath().getInt("result.erased")).isEqualTo(1);
    Api.awaitCount("erasure", "baselines", 513);
    assertThat(
            database
                .createNativeQuery("select count(*) from outcome where participant_id = :id")
                .setParameter("id", person.participantId())
                .getSingleResult())
        .isEqualTo(0L);
  }

  @Test
  void a_tombstone_drops_the_baseline_of_that_participant_alone() {
    // Given
    TrialEvents events = new TrialEvents("tombstone");
    MinavLike.Person person = events.people().getFirst();
    MinavLike.Person other = events.people().getLast();
    Broker.send(
        List.of(
            events.opened(),
            events.enrolled(person),
            events.enrolled(other),
            events.baseline(person),
            events.baseline(other)));
    Api.awaitCount("tombstone", "baselines", 2);
    String topic = "randomisation.baseline-recorded.v1";

    // When
    Broker.sendTombstone(topic, "nobody");
    Broker.sendTombstone(topic, person.participantId().toString());

    // Then
    Api.awaitCount("tombstone", "baselines", 1);
    Broker.await(
        topic + ".dead-letter.analysis-service", message -> "nobody".equals(message.key()));
    assertThat(
            database
                .createNativeQuery(
                    "select participant_id from baseline where trial_id = 'tombstone'", UUID.class)
                .getResultList())
        .isEqualTo(List.of(other.participantId()));
  }

  @Test
  void every_table_and_column_is_commented() {
    assertThat(
            database
                .createNativeQuery(
                    """
                    select c.relname || '.' || a.attname from pg_class c
                    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                      and c.relname <> 'flyway_schema_history'
                      and (col_description(c.oid, a.attnum) is null or obj_description(c.oid, 'pg_class') is null)
                    """,
                    String.class)
                .getResultList())
        .isEmpty();
  }
}
