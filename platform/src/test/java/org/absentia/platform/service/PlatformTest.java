package org.absentia.platform.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.absentia.local.LocalStack;
import org.absentia.local.Tokens;
import org.absentia.platform.security.Roles;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "ingest"))
class PlatformTest {
  private static final String NOTES = "/trials/mi-nav/notes";

  @Test
  void no_token_and_a_broken_token_are_401_problems() {
    given()
        .get(NOTES)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/unauthorized"));
    given()
        .header("Authorization", "Bearer x.y.z")
        .get(NOTES)
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
  }

  @Test
  void what_a_caller_writes_into_a_path_is_no_label_of_a_metric() {
    // Given
    String id = "7f3c1a52-0f6e-4c55-9d0e-5d1f0e6b1c11";

    // When: refused for its method, its token, its media type, and for having no operation
    as(Roles.OPERATOR).delete("/trials/" + id + "/notes").then().statusCode(405);
    given()
        .header("Authorization", "Bearer x.y.z")
        .get("/trials/" + id + "/notes")
        .then()
        .statusCode(401);
    as(Roles.OPERATOR).accept("image/png").get("/trials/" + id + "/notes");
    as(Roles.OPERATOR)
        .contentType("image/png")
        .body(new byte[] {1})
        .post("/trials/" + id + "/notes");
    as(Roles.OPERATOR).get("/persons/" + id).then().statusCode(404);

    // Then
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("http_server_requests"))
        .body(containsString("UNMATCHED"))
        .body(not(containsString(id)));
  }

  @Test
  void a_wrong_role_is_a_403_problem() {
    as(Roles.ANALYST).get(NOTES).then().statusCode(403).contentType("application/problem+json");
  }

  @Test
  void a_trial_outside_the_token_is_a_404_problem() {
    given()
        .header("Authorization", "Bearer " + Tokens.of(Roles.OPERATOR, "other"))
        .get(NOTES)
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void a_bug_is_a_500_problem_without_its_text() {
    as(Roles.OPERATOR)
        .get(NOTES)
        .then()
        .statusCode(500)
        .contentType("application/problem+json")
        .body(not(containsString("01010112345")))
        .body(not(containsString("IllegalState")));
  }

  @Test
  void an_unknown_path_a_wrong_method_and_a_wrong_type_are_problems() {
    as(Roles.OPERATOR)
        .get("/nowhere")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    as(Roles.OPERATOR).delete(NOTES).then().statusCode(405).contentType("application/problem+json");
    as(Roles.OPERATOR)
        .contentType("text/plain")
        .body("x")
        .post(NOTES)
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }

  @Test
  void a_body_beyond_the_limit_is_a_413_problem() {
    as(Roles.OPERATOR)
        .contentType("application/json")
        .body("x".repeat(100_000))
        .post(NOTES)
        .then()
        .statusCode(413)
        .contentType("application/problem+json");
  }

  @Test
  void malformed_json_and_missing_members_are_400_problems_with_pointers() {
    as(Roles.OPERATOR)
        .contentType("application/json")
        .body("{\"text\":")
        .post(NOTES)
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/malformed-json"));
    as(Roles.OPERATOR)
        .contentType("application/json")
        .body("{}")
        .post(NOTES)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/text"));
  }

  @Test
  void facts_reach_kafka_in_order_and_a_malformed_message_does_not_stop_the_consumer() {
    // When
    for (String text : List.of("first", "malformed", "gone", "last")) {
      as(Roles.OPERATOR)
          .contentType("application/json")
          .body("{\"text\":\"" + text + "\"}")
          .post(NOTES)
          .then()
          .statusCode(200);
    }

    // Then
    await(() -> NoteListener.HEARD.contains("last"));
    assertThat(NoteListener.HEARD).containsExactly("first", "tombstone", "last");
  }

  private static RequestSpecification as(String role) {
    return given().header("Authorization", "Bearer " + Tokens.of(role));
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
