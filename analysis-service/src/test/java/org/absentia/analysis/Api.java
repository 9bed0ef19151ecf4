package org.absentia.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.absentia.local.Tokens;

/** Calls the service as an analyst. */
final class Api {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Api() {}

  static RequestSpecification as(String role, String... trials) {
    return given().header("Authorization", "Bearer " + Tokens.of(role, trials));
  }

  static RequestSpecification analyst() {
    return as("analyst");
  }

  static void eventually(BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waited too long").isBefore(end);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static void awaitCount(String trialId, String name, int count) {
    eventually(
        () -> {
          Response answer = analyst().get("/trials/" + trialId + "/completeness");
          return answer.statusCode() == 200 && answer.jsonPath().getInt(name) == count;
        });
  }

  /** Bring a whole trial in and lock it. */
  static UUID lock(TrialEvents events, String trialId) {
    java.util.Random random = new java.util.Random(1);
    Broker.send(events.recruitment(random));
    Broker.send(events.outcomes(random));
    awaitCount(trialId, "participants", 514);
    awaitCount(trialId, "baselines", 514);
    awaitCount(trialId, "outcomesComplete", 509);
    awaitCount(trialId, "withdrawn", 5);
    awaitCount(trialId, "outcomesAwaited", 0);
    UUID datasetId =
        UUID.fromString(
            analyst()
                .post("/trials/" + trialId + "/datasets")
                .then()
                .statusCode(202)
                .extract()
                .path("datasetId"));
    Broker.send(events.labels(datasetId));
    awaitStatus(trialId, datasetId, "LOCKED");
    return datasetId;
  }

  static void awaitStatus(String trialId, UUID datasetId, String status) {
    eventually(
        () ->
            analyst()
                .get("/trials/" + trialId + "/datasets/" + datasetId)
                .jsonPath()
                .getString("status")
                .equals(status));
  }

  static Response run(String trialId, UUID datasetId, long seed) {
    return analyst()
        .contentType("application/json")
        .body("{\"datasetId\":\"" + datasetId + "\",\"seed\":" + seed + "}")
        .post("/trials/" + trialId + "/analyses");
  }
}
