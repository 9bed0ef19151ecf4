package org.absentia.outcome.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.absentia.local.Tokens;
import org.absentia.outcome.ServiceTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EvaluationResourceTest extends ServiceTest {
  private static final String CERTIFICATE =
      """
      {"type":"SICK_LEAVE_CERTIFICATE","recordId":"c-1","version":1,"status":"ACTIVE",
       "issuedAt":"2019-04-01T10:00:00Z","periods":[%s]}
      """;

  @Test
  void the_example_of_the_contract_is_answered_as_written_there() throws IOException {
    // Given
    String request = resource("/evaluation/request.json");
    String expected = resource("/evaluation/answer.json");

    // When
    String answer = evaluate(request).statusCode(200).extract().asString();

    // Then
    assertThat(JsonPath.from(answer).<Object>get("windows"))
        .isEqualTo(JsonPath.from(expected).get("windows"));
    assertThat(JsonPath.from(answer).<Object>get()).isEqualTo(JsonPath.from(expected).get());
  }

  @Test
  void an_empty_record_list_is_a_person_at_work() {
    evaluate("{\"definition\":\"mi-nav\",\"indexDate\":\"2019-05-20\",\"records\":[]}")
        .statusCode(200)
        .body("windows[0].lostWorkdays", equalTo(0))
        .body("windows[0].workdays", equalTo(132))
        .body("returnToWork[0].event", equalTo(true))
        .body("returnToWork[0].time", equalTo(0))
        .body("days", equalTo(null));
  }

  @Test
  void an_explanation_names_the_record_that_decided_each_day() {
    // Given
    String request =
        """
        {"definition":"mi-nav","indexDate":"2019-04-01","explain":true,"records":[%s]}
        """
            .formatted(
                CERTIFICATE.formatted(
                    "{\"from\":\"2019-04-01\",\"to\":\"2019-04-07\",\"kind\":\"GRADED\",\"grade\":60}"));

    // When / Then
    evaluate(request)
        .statusCode(200)
        .body("days", hasSize(183))
        .body("days[0].date", equalTo("2019-04-01"))
        .body("days[0].weight", equalTo(1))
        .body("days[0].contractedShare", equalTo(1))
        .body("days[0].sickLeave", equalTo(0.6f))
        .body("days[0].lostWork", equalTo(0.6f))
        .body("days[0].decidedBy.sickLeave", equalTo(List.of("c-1")))
        .body("days[0].decidedBy.contract", hasSize(0))
        .body("days[5].weight", equalTo(0))
        .body("days[5].sickLeave", equalTo(0.6f))
        .body("days[5].lostWork", equalTo(0))
        .body("days[7].decidedBy.sickLeave", hasSize(0));
  }

  @Test
  void every_fault_of_a_request_is_named_by_its_pointer() {
    // Given
    String request =
        """
        {"definition":{"name":"own","window":["P6M","6 months"],"workdays":"MON_SAT","benefits":["SICK_LEAVE","LUCK"],
           "returnToWork":[{"unit":"MONTHS","absenceFree":"P28D","followUp":"P6M"},
                           {"unit":"DAYS","absenceFree":"P1M","followUp":"P6M"}]},
         "knownAt":"yesterday","explain":"yes","records":[
         {"type":"SICK_LEAVE_CERTIFICATE","recordId":"c-1","version":1,"status":"ACTIVE","issuedAt":"2019-04-01T10:00:00Z",
          "periods":[{"from":"2019-04-10","to":"2019-04-01","kind":"FULL"},
                     {"from":"2019-05-01","to":"2019-05-10","kind":"GRADED","grade":10},
                     {"from":"2019-05-10","to":"2019-05-20","kind":"HALF"},
                     {"from":"2019-06-01","to":"2019-06-02","kind":"TREATMENT_DAYS","treatmentDays":6}]},
         {"type":"EMPLOYMENT","recordId":"e-1","version":1,"status":"ACTIVE","issuedAt":"2019-01-05T08:00:00Z",
          "kind":"ORDINARY","periods":[{"from":"2015-08-01","to":null,"positionPercentage":100.5}]},
         {"type":"SICK_PAY","recordId":"p-1","status":"MAYBE","issuedAt":"2019-13-05",
          "periods":[{"from":"2015-08-01","kind":"PAID","grade":33.333}]},
         {"type":"LOTTERY","recordId":"x-1","version":1,"status":"ACTIVE","issuedAt":"2019-01-05T08:00:00Z","periods":[]},
         {"type":"DISABILITY_PENSION","recordId":"d-1","version":1,"status":"ACTIVE","issuedAt":"2019-01-05T08:00:00Z",
          "personIdentifier":"01017012345","periods":[{"from":"2015-08-01","grade":"half"}]},
         {"type":"WORK_ASSESSMENT_ALLOWANCE","recordId":"a-1","version":1,"status":"ACTIVE","issuedAt":"2019-01-05T08:00:00Z",
          "periods":[{"from":"2015-08-01","to":"2015-09-01","workedPercentage":40}]},
         {"type":"WORK_ASSESSMENT_ALLOWANCE","recordId":"a-1","version":1,"status":"ACTIVE","issuedAt":"2019-01-05T08:00:00Z",
          "periods":[{"from":"2015-08-01","to":"2015-09-01","workedPercentage":60}]},
         7]}
        """;

    // When
    ValidatableResponse answer = evaluate(request);

    // Then
    answer
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/invalid-evaluation"))
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/definition/window/1",
                "/definition/workdays",
                "/definition/benefits/1",
                "/definition/returnToWork/0/absenceFree",
                "/definition/returnToWork/1/absenceFree",
                "/indexDate",
                "/knownAt",
                "/explain",
                "/records/0/periods/0/to",
                "/records/0/periods/1/grade",
                "/records/0/periods/2",
                "/records/0/periods/2/kind",
                "/records/0/periods/3/treatmentDays",
                "/records/1/employer",
                "/records/1/periods/0/positionPercentage",
                "/records/2/version",
                "/records/2/status",
                "/records/2/issuedAt",
                "/records/2/periods/0/grade",
                "/records/3/type",
                "/records/4/personIdentifier",
                "/records/4/periods/0/grade",
                "/records/6",
                "/records/7"));
    assertThat(answer.extract().asString()).doesNotContain("01017012345", "LUCK", "100.5");
  }

  @Test
  void a_body_that_is_not_json_is_refused_with_its_place() {
    evaluate("{\"definition\": mi-nav}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/malformed-json"));
    evaluate("[]").statusCode(400).body("errors.pointer", hasItems("", "/indexDate", "/records"));
    evaluate("").statusCode(400).body("type", equalTo("/problems/malformed-json"));
  }

  @Test
  void more_than_ten_thousand_records_are_refused() {
    // Given
    String records =
        IntStream.range(0, 10_001)
            .mapToObj(i -> CERTIFICATE.formatted("").replace("c-1", "c-" + i))
            .collect(Collectors.joining(","));

    // When / Then
    evaluate(
            "{\"definition\":\"mi-nav\",\"indexDate\":\"2019-05-20\",\"records\":["
                + records
                + "]}")
        .statusCode(400)
        .body("errors.pointer", hasItem("/records"));
  }

  @Test
  void a_body_over_the_limit_is_refused_before_it_is_read() throws IOException {
    // Given
    String head =
        """
        POST /evaluations HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: application/json
        Content-Length: 17000000

        """
            .formatted(Tokens.of("analyst"))
            .replace("\n", "\r\n");

    // When
    try (Socket connection = new Socket("127.0.0.1", RestAssured.port)) {
      connection.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      String status =
          new BufferedReader(
                  new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))
              .readLine();

      // Then
      assertThat(status).startsWith("HTTP/1.1 413 ");
    }
  }

  @Test
  void only_analysts_and_integrators_may_ask() {
    String request = "{\"definition\":\"mi-nav\",\"indexDate\":\"2019-05-20\",\"records\":[]}";
    as("integrator")
        .contentType(ContentType.JSON)
        .body(request)
        .post("/evaluations")
        .then()
        .statusCode(200);
    as("recruiter")
        .contentType(ContentType.JSON)
        .body(request)
        .post("/evaluations")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
    RestAssured.given()
        .contentType(ContentType.JSON)
        .body(request)
        .post("/evaluations")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("errors", not(hasItem("trace")));
  }

  @Test
  void another_media_type_or_method_is_refused_as_a_problem() {
    as("analyst")
        .contentType("text/plain")
        .body("x")
        .post("/evaluations")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
    as("analyst")
        .get("/evaluations")
        .then()
        .statusCode(405)
        .contentType("application/problem+json");
  }

  private static ValidatableResponse evaluate(String request) {
    return as("analyst").contentType(ContentType.JSON).body(request).post("/evaluations").then();
  }

  private static String resource(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(EvaluationResourceTest.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
