package org.absentia.randomisation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The protocol as JSON or YAML, opened by one person or two, and amended by two. */
@QuarkusTest
class ProtocolVersionTest extends ServiceTest {
  @Test
  void a_protocol_in_yaml_opens_the_trial_that_its_json_opens() {
    // Given
    String trial = "t-" + UUID.randomUUID();
    String yaml = yaml(protocol(trial), 0);

    // When
    Response opened = asYaml(yaml).post("/trials");

    // Then
    opened.then().statusCode(201);
    as("statistician")
        .body(protocol(trial).toString())
        .post("/trials")
        .then()
        .statusCode(200)
        .body("digest", equalTo(opened.path("digest")));
  }

  @Test
  void yaml_that_json_could_not_say_is_refused_with_its_place() {
    for (String yaml :
        List.of(
            "a: &x 1\nb: *x",
            "a: !!int 1",
            "a: 1\na: 2",
            "a: [1",
            "a: 1\n---\nb: 2",
            "? [a]\n: 1",
            "")) {
      asYaml(yaml)
          .post("/trials")
          .then()
          .statusCode(400)
          .body("type", equalTo("/problems/malformed-yaml"));
    }
  }

  @Test
  void a_trial_that_requires_two_persons_opens_once_an_approver_decides_so() {
    // Given
    String trial = "t-" + UUID.randomUUID();
    ObjectNode protocol = protocol(trial).put("approval", "TWO_PERSONS");

    // When
    open(protocol).then().statusCode(202).body("approved", nullValue());
    open(protocol).then().statusCode(202);
    open(protocol.deepCopy().put("title", "another")).then().statusCode(409);
    as("auditor").get("/trials/{t}", trial).then().statusCode(404);
    decideOpening(trial, false).then().statusCode(200).body("approved", equalTo(false));
    decideOpening(trial, true).then().statusCode(404);
    open(protocol).then().statusCode(202);
    decideOpening(trial, true).then().statusCode(200).body("approved", equalTo(true));

    // Then
    open(protocol).then().statusCode(200).body("trialId", equalTo(trial));
    assertThat(types(trial)).containsExactly("PROPOSED", "APPROVED");
    as("statistician")
        .body("{\"approved\":true}")
        .post("/trials/{t}/opening/decision", trial)
        .then()
        .statusCode(403);
  }

  @Test
  void an_amendment_is_in_force_once_a_second_person_approves() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, HIGH);
    ObjectNode amended = protocol(trial);
    amended.withObject("/legal").putArray("consentVersions").add("1").add("2");
    amended.withObject("/recruitment").put("to", "2021-06-30");

    // When
    String proposal = amend(trial, amended).then().statusCode(201).extract().path("proposalId");
    as("auditor").get("/trials/{t}", trial).then().body("version", equalTo(1));
    renew(trial, participant, "2").then().statusCode(422);
    decide(trial, proposal).then().statusCode(200);

    // Then
    as("auditor").get("/trials/{t}", trial).then().body("version", equalTo(2));
    renew(trial, participant, "2").then().statusCode(200);
    allocate(trial, participant).then().statusCode(201);
    assertThat(types(trial)).contains("PROTOCOL_AMENDED");
    as("analyst")
        .get("/trials/{t}/protocol-versions", trial)
        .then()
        .statusCode(200)
        .body("version", contains(1, 2));
    as("analyst")
        .get("/trials/{t}/protocol-versions/2", trial)
        .then()
        .statusCode(200)
        .body("recruitment.to", equalTo("2021-06-30"))
        .body("randomisation", nullValue());
    as("auditor")
        .get("/trials/{t}/protocol-versions/1", trial)
        .then()
        .body("recruitment.to", equalTo("2020-10-31"))
        .body("randomisation.method", equalTo("PERMUTED_BLOCK"));
    as("auditor").get("/trials/{t}/protocol-versions/3", trial).then().statusCode(404);
  }

  @Test
  void of_two_proposed_amendments_only_the_first_approved_comes_into_force() {
    // Given
    String trial = openTrial();
    String first = amend(trial, protocol(trial).put("title", "one")).path("proposalId");
    String second = amend(trial, protocol(trial).put("title", "two")).path("proposalId");

    // When, Then
    decide(trial, first).then().statusCode(200);
    decide(trial, second)
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/proposal-refused"));
    as("auditor")
        .get("/trials/{t}/protocol-versions", trial)
        .then()
        .body("", hasSize(3))
        .body("version", contains(1, 2, null));
  }

  @Test
  void what_the_trial_committed_to_cannot_be_amended() {
    // Given
    String trial = openTrial();
    ObjectNode amended = protocol(trial);
    amended.withObject("/randomisation").put("slotsPerStratum", 601);
    amended.withObject("/recruitment").put("pilot", 5);
    amended.withArray("/baseline").remove(0);
    ((ObjectNode) amended.at("/strata/rule/0/when/keele-start-msk")).put("atLeast", 8);

    // When, Then
    amend(trial, amended)
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/amendment-refused"))
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/protocol/randomisation",
                "/protocol/recruitment/pilot",
                "/protocol/baseline",
                "/protocol/strata"));
    amend(trial, protocol(trial)).then().statusCode(422);
    as("approver").body("{}").post("/trials/{t}/protocol-versions", trial).then().statusCode(403);
  }

  private static Response open(ObjectNode protocol) {
    return as("statistician").body(protocol.toString()).post("/trials");
  }

  private static Response decideOpening(String trial, boolean approved) {
    return as("approver")
        .body("{\"approved\":" + approved + "}")
        .post("/trials/{t}/opening/decision", trial);
  }

  private static Response amend(String trial, ObjectNode amended) {
    return as("statistician")
        .body("{\"protocol\":" + amended + ",\"reason\":\"COVID-19\"}")
        .post("/trials/{t}/protocol-versions", trial);
  }

  private static Response decide(String trial, String proposal) {
    return as("approver")
        .body("{\"approved\":true}")
        .post("/trials/{t}/proposals/{p}/decision", trial, proposal);
  }

  private static Response renew(String trial, String participant, String version) {
    return as("recruiter")
        .body("{\"version\":\"%s\",\"givenOn\":\"2020-06-01\"}".formatted(version))
        .post("/trials/{t}/participants/{p}/consents", trial, participant);
  }

  private static List<String> types(String trial) {
    return as("auditor").get("/trials/{t}/log", trial).path("entries.entry.type");
  }

  private static io.restassured.specification.RequestSpecification asYaml(String yaml) {
    return as("statistician")
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("application/yaml", ContentType.TEXT)))
        .contentType("application/yaml")
        .body(yaml);
  }

  /** Writes block YAML with unquoted words wherever they need no quotes. */
  private static String yaml(JsonNode node, int depth) {
    if (!node.isContainerNode()) {
      boolean plain = node.asText().matches("[A-Za-z][A-Za-z0-9_ -]*|\\d{4}-\\d\\d-\\d\\d|0\\d{3}");
      return node.isTextual() && plain ? " " + node.asText() + "\n" : " " + node + "\n";
    }
    if (node.isEmpty()) {
      return " " + node + "\n";
    }
    String indent = "\n" + "  ".repeat(depth);
    StringBuilder out = new StringBuilder();
    if (node.isObject()) {
      node.properties()
          .forEach(
              member ->
                  out.append(indent.substring(1))
                      .append('"')
                      .append(member.getKey())
                      .append("\":")
                      .append(yaml(member.getValue(), depth + 1)));
    } else {
      node.forEach(
          element -> out.append(indent.substring(1)).append('-').append(yaml(element, depth + 1)));
    }
    return depth == 0 ? out.toString() : "\n" + out;
  }
}
