package org.absentia.randomisation.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrialResourceTest extends ServiceTest {
  @Test
  void opening_a_trial_publishes_its_commitment_and_nothing_secret() {
    // Given
    String trial = "t-" + UUID.randomUUID();

    // When
    Response answer = as("statistician").body(protocol(trial).toString()).post("/trials");

    // Then
    answer
        .then()
        .statusCode(201)
        .body("trialId", equalTo(trial))
        .body("version", equalTo(1))
        .body("keyMode", equalTo("SINGLE_SHARE"))
        .body("digest", matchesPattern("[0-9a-f]{64}"))
        .body("commitment", matchesPattern("[0-9a-f]{64}"))
        .body("merkleRoot", matchesPattern("[0-9a-f]{64}"))
        .body("publicKey", matchesPattern("[0-9a-f]{64}"))
        .body("design.method", equalTo("PERMUTED_BLOCK"));
    assertThat(answer.jsonPath().<String, Object>getMap("$").keySet())
        .containsExactlyInAnyOrder(
            "trialId",
            "version",
            "title",
            "digest",
            "openedAt",
            "commitment",
            "merkleRoot",
            "keyMode",
            "shareCommitments",
            "publicKey",
            "design");
  }

  @Test
  void the_same_document_again_is_answered_alike_whatever_its_formatting() {
    // Given
    String trial = "t-" + UUID.randomUUID();
    ObjectNode protocol = protocol(trial);
    String first = as("statistician").body(protocol.toString()).post("/trials").asString();

    // When
    Response again = as("statistician").body(protocol.toPrettyString()).post("/trials");

    // Then
    again.then().statusCode(200);
    assertThat(again.asString()).isEqualTo(first);
  }

  @Test
  void another_document_for_an_open_trial_is_a_conflict() {
    // Given
    String trial = openTrial();

    // When
    Response other =
        as("statistician").body(protocol(trial).put("title", "Other").toString()).post("/trials");

    // Then
    other
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/trial-differs"));
  }

  @Test
  void both_shipped_protocols_can_be_opened_as_they_are() {
    for (String name : new String[] {"mi-nav", "i-more"}) {
      // Given
      String protocol =
          as("statistician").get("/protocols/{name}", name).then().extract().asString();

      // When
      Response answer = as("statistician").body(protocol).post("/trials");

      // Then
      assertThat(answer.statusCode()).isIn(200, 201);
      answer.then().body("trialId", equalTo(name));
    }
    as("auditor").get("/trials/i-more").then().statusCode(200).body("merkleRoot", nullValue());
    as("analyst")
        .get("/protocols")
        .then()
        .statusCode(200)
        .body("name", containsInAnyOrder("mi-nav", "i-more"));
  }

  @Test
  void only_statistician_and_auditor_see_the_design() {
    // Given
    String trial = openTrial();
    String digest = as("auditor").get("/trials/{t}", trial).path("digest");

    // When, Then
    for (String role : List.of("statistician", "auditor")) {
      as(role).get("/trials/{t}", trial).then().body("design.blockSizes", contains(3, 6, 9));
      as(role).get("/protocols/mi-nav").then().body("randomisation.ratio", contains(1, 1, 1));
    }
    for (String role :
        List.of("approver", "recruiter", "allocator", "analyst", "privacy-officer", "operator")) {
      Response answer = as(role).get("/trials/{t}", trial);
      answer.then().statusCode(200).body("digest", equalTo(digest));
      assertThat(answer.asString()).doesNotContain("design", "blockSizes", "PERMUTED_BLOCK");
    }
    for (String role : List.of("recruiter", "analyst")) {
      Response answer = as(role).get("/protocols/mi-nav");
      answer.then().statusCode(200).body("strata.levels", contains("HIGH", "LOW_MEDIUM"));
      assertThat(answer.asString()).doesNotContain("randomisation", "blockSizes", "ratio\"");
    }
  }

  @Test
  void a_faulty_protocol_is_refused_with_every_pointer() {
    // Given
    ObjectNode protocol = protocol("t-faulty").put("format", "x");
    protocol.withObject("/randomisation").putArray("blockSizes").add(5);

    // When, Then
    as("statistician")
        .body(protocol.toString())
        .post("/trials")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/invalid-protocol"))
        .body("errors.pointer", hasItems("/format", "/randomisation/blockSizes"));
  }

  @Test
  void blocks_without_a_ratio_are_a_fault_of_the_protocol() {
    // Given
    ObjectNode protocol = protocol("t-" + UUID.randomUUID());
    ((ObjectNode) protocol.get("randomisation")).remove("ratio");

    // When, Then
    as("statistician")
        .body(protocol.toString())
        .post("/trials")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-protocol"))
        .body("errors.pointer", hasItems("/randomisation/ratio"));
  }

  @Test
  void a_large_number_in_a_protocol_does_not_keep_the_trial_from_being_read_again() {
    // Given
    ObjectNode protocol = protocol("t-" + UUID.randomUUID());
    ((ObjectNode) protocol.at("/strata/rule/0/when/ompsq-sf"))
        .put("atLeast", new BigDecimal("1e300"));

    // When
    as("statistician").body(protocol.toString()).post("/trials").then().statusCode(201);

    // Then
    as("statistician")
        .get("/trials/{t}", protocol.get("trial").asText())
        .then()
        .statusCode(200)
        .body("trialId", equalTo(protocol.get("trial").asText()));
  }

  @Test
  void malformed_json_is_refused_with_its_place() {
    as("statistician")
        .body("{\"trial\":")
        .post("/trials")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/malformed-json"));
  }

  @Test
  void a_token_opens_the_door_of_its_role_and_its_trials_only() {
    // Given
    String trial = openTrial();

    // When, Then
    given().get("/trials/{trial}", trial).then().statusCode(401);
    as("recruiter").body(protocol(trial).toString()).post("/trials").then().statusCode(403);
    as("deliverer").get("/trials/{trial}", trial).then().statusCode(403);
    as("auditor", "another").get("/trials/{trial}", trial).then().statusCode(404);
    as("auditor", trial).get("/trials/{trial}", trial).then().statusCode(200);
    as("auditor").get("/trials/never-opened").then().statusCode(404);
    as("auditor").urlEncodingEnabled(false).get("/trials/%00").then().statusCode(404);
    as("statistician", "another")
        .body(protocol("t-foreign").toString())
        .post("/trials")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }
}
