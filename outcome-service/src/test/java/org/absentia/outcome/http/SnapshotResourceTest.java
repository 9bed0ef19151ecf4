package org.absentia.outcome.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.absentia.outcome.Followed;
import org.absentia.outcome.ServiceTest;
import org.absentia.outcome.Topics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SnapshotResourceTest extends ServiceTest {
  @Test
  void a_snapshot_stays_as_it_was_taken_when_a_correction_comes() {
    // Given
    Followed person = Followed.unknown().open();
    person.certificate("c-1", 1, 4);
    await(person, 4);
    String hash = take(person, 201).getString("hash");
    assertThat(take(person, 200).getString("hash")).isEqualTo(hash);

    // When
    person.certificate("c-1", 2, 3);
    await(person, 3);

    // Then
    assertThat(lost(hash)).isEqualTo(4f);
    as("auditor")
        .get("/snapshots/{hash}", hash)
        .then()
        .statusCode(200)
        .body("intact", equalTo(true))
        .body("participants", equalTo(1));
    assertThat(take(person, 201).getString("hash")).isNotEqualTo(hash);
    as("analyst")
        .get("/trials/{id}/snapshots", person.trialId())
        .then()
        .statusCode(200)
        .body("", hasSize(2));
  }

  @Test
  void erasure_takes_the_values_out_of_a_snapshot_and_leaves_it_intact() {
    // Given
    Followed person = Followed.unknown().open();
    person.certificate("c-1", 1, 4);
    await(person, 4);
    String hash = take(person, 201).getString("hash");

    // When
    person.withdrawn("WITHDRAW_AND_ERASE", "2019-06-01");
    Topics.await(
        "outcome.computed.v1",
        person.id(),
        event -> event.path("status").asText().equals("WITHDRAWN"));

    // Then
    as("analyst")
        .get("/snapshots/{hash}/outcomes", hash)
        .then()
        .body("outcomes[0].status", equalTo("COMPLETE"))
        .body("outcomes[0].outcome", equalTo(null));
    as("analyst").get("/snapshots/{hash}", hash).then().body("intact", equalTo(true));
  }

  @Test
  void snapshots_come_as_lines_and_as_a_table_too() {
    // Given
    Followed person = Followed.unknown().open();
    person.certificate("c-1", 1, 4);
    await(person, 4);
    String hash = take(person, 201).getString("hash");

    // When / Then
    assertThat(text(hash, "text/csv").lines()).hasSize(2);
    assertThat(text(hash, "application/x-ndjson").lines()).hasSize(1);
  }

  @Test
  void foreign_and_unknown_snapshots_look_alike() {
    // Given
    Followed person = Followed.unknown().open();
    await(person, 0);
    String hash = take(person, 201).getString("hash");

    // When / Then
    for (String path : java.util.List.of("", "/outcomes")) {
      String foreign = notFound(hash + path, "mi-nav");
      assertThat(foreign).isEqualTo(notFound("0".repeat(64) + path, "*"));
    }
    as("recruiter").get("/snapshots/{hash}", hash).then().statusCode(403);
  }

  @Test
  void there_is_nothing_to_take_before_anything_was_computed() {
    Followed trial = Followed.unknown();
    trial.trialOpened();
    eventually(
        () ->
            as("analyst")
                .post("/trials/{id}/snapshots", trial.trialId())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/no-outcome")));
  }

  private static JsonPath take(Followed person, int status) {
    return as("analyst")
        .post("/trials/{id}/snapshots", person.trialId())
        .then()
        .statusCode(status)
        .extract()
        .jsonPath();
  }

  private static float lost(String hash) {
    return as("analyst")
        .get("/snapshots/{hash}/outcomes", hash)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getFloat("outcomes[0].outcome.windows[0].lostWorkdays");
  }

  private static String text(String hash, String mediaType) {
    return as("analyst")
        .accept(mediaType)
        .get("/snapshots/{hash}/outcomes", hash)
        .then()
        .statusCode(200)
        .contentType(mediaType)
        .extract()
        .asString();
  }

  private static String notFound(String path, String trial) {
    return as("analyst", trial)
        .get("/snapshots/" + path)
        .then()
        .statusCode(404)
        .extract()
        .asString();
  }

  private static void await(Followed person, int lostWorkdays) {
    Topics.await(
        "outcome.computed.v1",
        person.id(),
        event -> event.at("/outcome/windows/0/lostWorkdays").asInt(-1) == lostWorkdays);
  }

  @Test
  void the_table_of_a_snapshot_stays_when_the_trial_gets_another_definition() {
    // Given
    Followed person = Followed.unknown().open();
    person.certificate("c-1", 1, 4);
    await(person, 4);
    String hash = take(person, 201).getString("hash");
    String before = text(hash, "text/csv");

    // When
    as("statistician")
        .contentType("application/json")
        .body("{\"definition\":\"i-more\",\"reason\":\"another look\"}")
        .post("/trials/{id}/definitions", person.trialId())
        .then()
        .statusCode(201);

    // Then
    assertThat(before).contains("lostWorkdays.P6M");
    assertThat(text(hash, "text/csv")).isEqualTo(before);
  }

  @Test
  void odd_hashes_and_limits_are_refused() {
    as("analyst").urlEncodingEnabled(false).get("/snapshots/a%00b").then().statusCode(404);
    Followed person = Followed.unknown().open();
    await(person, 0);
    String hash = take(person, 201).getString("hash");
    as("analyst")
        .get("/snapshots/{hash}/outcomes?limit=many", hash)
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-query"));
  }
}
