package org.absentia.outcome.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.absentia.outcome.Followed;
import org.absentia.outcome.ServiceTest;
import org.absentia.outcome.Topics;
import org.absentia.platform.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecomputationResourceTest extends ServiceTest {
  private static final int PARTICIPANTS = 30;

  @Test
  void an_order_goes_through_everybody_and_makes_no_version_of_what_comes_out_as_it_was() {
    // Given
    Followed person = trial();

    // When
    String id =
        order("{\"trialId\":\"%s\",\"reason\":\"audit\"}".formatted(person.trialId()), 202)
            .header("Location", containsString("/recomputations/"))
            .extract()
            .path("recomputationId");

    // Then
    eventually(
        () ->
            as("operator")
                .get("/recomputations/{id}", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("FINISHED"))
                .body("participants", equalTo(PARTICIPANTS))
                .body("recomputed", equalTo(PARTICIPANTS))
                .body("changed", equalTo(0))
                .body("failed", equalTo(0)));
    as("operator")
        .get("/trials/{id}/completeness", person.trialId())
        .then()
        .body("pending", equalTo(0))
        .body("complete", equalTo(PARTICIPANTS));
    as("analyst")
        .get("/participants/{id}/outcomes", person.id())
        .then()
        .body("versions", hasSize(1));
    as("operator").get("/recomputations").then().body("recomputationId", hasItem(id));
  }

  @Test
  void a_withdrawn_order_stops() {
    // Given
    Followed person = trial();
    String id =
        order("{\"trialId\":\"%s\",\"reason\":\"oops\"}".formatted(person.trialId()), 202)
            .extract()
            .path("recomputationId");

    // When / Then
    as("operator").delete("/recomputations/{id}", id).then().statusCode(200);
    eventually(
        () ->
            as("operator")
                .get("/trials/{id}/completeness", person.trialId())
                .then()
                .body("pending", equalTo(0)));
  }

  @Test
  void faults_foreign_trials_and_other_roles_are_refused() {
    order("{\"trial\":\"x\"}", 400)
        .body("errors.pointer", hasItem("/trial"))
        .body("errors.pointer", hasItem("/reason"));
    order("{\"trialId\":\"none\",\"reason\":\"x\"}", 404);
    as("operator", "mi-nav")
        .contentType(ContentType.JSON)
        .body("{\"reason\":\"all of them\"}")
        .post("/recomputations")
        .then()
        .statusCode(404);
    as("operator").get("/recomputations/none").then().statusCode(404);
    as("analyst").get("/recomputations").then().statusCode(403);
  }

  private static ValidatableResponse order(String body, int status) {
    return as("operator")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/recomputations")
        .then()
        .statusCode(status);
  }

  private static Followed trial() {
    Followed first = Followed.unknown().open();
    for (int i = 1; i < PARTICIPANTS; i++) {
      new Followed(first.trialId(), Ids.next()).enrolled();
    }
    Topics.await("outcome.computed.v1", first.id(), event -> true);
    eventually(
        () ->
            as("operator")
                .get("/trials/{id}/completeness", first.trialId())
                .then()
                .body("complete", equalTo(PARTICIPANTS)));
    return first;
  }

  @Test
  void a_text_that_cannot_be_kept_is_a_fault() {
    order("{\"trialId\":\"a\\u0000\",\"reason\":\"x\\u0000\"}", 400)
        .body("errors.pointer", hasItem("/trialId"))
        .body("errors.pointer", hasItem("/reason"));
  }
}
