package org.absentia.randomisation.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.absentia.local.Tokens;
import org.junit.jupiter.api.Test;

/** Randomisation for OpenClinica and LibreClinica, with their form and their answer. */
@QuarkusTest
class ExternalRandomisationTest extends ServiceTest {
  @Test
  void another_system_gets_the_arm_once_two_persons_allowed_it() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, HIGH);
    randomise(trial, participant, "HIGH")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/external-not-allowed"));
    allow(trial);

    // When
    Response first = randomise(trial, participant, "HIGH");
    Response again = randomise(trial, participant, "HIGH");

    // Then
    first.then().statusCode(200).body("code", equalTo(arm(trial, participant)));
    assertThat(again.asString()).isEqualTo(first.asString());
    system()
        .get("/trials/{t}/external/api/randomisation?identifier={p}", trial, participant)
        .then()
        .statusCode(200)
        .body("code", equalTo(first.path("code")));
    as("auditor")
        .get("/trials/{t}/randomisation-report", trial)
        .then()
        .body("concealment.what", hasItems("EXTERNAL_ALLOCATION"))
        .body("allocations", equalTo(1));
  }

  @Test
  void the_stratum_is_the_servers_and_a_participant_is_never_made_here() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, HIGH);
    allow(trial);

    // When, Then
    randomise(trial, participant, "LOW_MEDIUM")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/stratum-differs"));
    randomise(trial, UUID.randomUUID().toString(), "HIGH").then().statusCode(404);
    system()
        .get("/trials/{t}/external/api/randomisation?identifier={p}", trial, participant)
        .then()
        .statusCode(404);
    String open = enrol(trial, OPEN);
    randomise(trial, open, "HIGH").then().statusCode(422);
  }

  @Test
  void it_takes_the_roles_of_both_who_ask_and_who_see_arms() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, HIGH);
    allow(trial);

    // When, Then
    for (String role : List.of("recruiter", "allocator", "integrator", "statistician")) {
      given()
          .auth()
          .oauth2(Tokens.of(role))
          .contentType(ContentType.URLENC)
          .formParam("identifier", participant)
          .post("/trials/{t}/external/api/randomise", trial)
          .then()
          .statusCode(403);
    }
  }

  private static void allow(String trial) {
    String proposal =
        as("statistician")
            .body("{\"action\":\"ALLOW_EXTERNAL\",\"reason\":\"the EDC shows the arm\"}")
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

  private static Response randomise(String trial, String participant, String level) {
    return system()
        .contentType(ContentType.URLENC)
        .formParam("identifier", participant)
        .formParam("siteIdentifier", "S_OSLO")
        .formParam("user", "edc")
        .formParam("question1", level)
        .post("/trials/{t}/external/api/randomise", trial);
  }

  private static RequestSpecification system() {
    return given().auth().oauth2(Tokens.ofSystem("recruiter", "allocator"));
  }
}
