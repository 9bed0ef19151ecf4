package org.absentia.ingest.service;

import static io.restassured.RestAssured.given;
import static org.absentia.ingest.service.Service.as;
import static org.absentia.ingest.service.Service.certificate;
import static org.absentia.ingest.service.Service.employment;
import static org.absentia.ingest.service.Service.full;
import static org.absentia.ingest.service.Service.newId;
import static org.absentia.ingest.service.Service.newPerson;
import static org.absentia.ingest.service.Service.push;
import static org.absentia.ingest.service.Service.pushLines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.absentia.local.LocalStack;
import org.absentia.local.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "ingest"))
class RecordPushTest {
  private static final String ISSUED = "2019-04-01T10:00:00Z";
  private static final String APRIL = full("2019-04-01", "2019-04-28");

  @Test
  void a_record_is_stored_once_however_often_it_comes() {
    // Given
    String record = certificate(newPerson(), newId("c"), 1, ISSUED, APRIL);

    // When
    push("/records", "[" + record + "]")
        .then()
        .statusCode(200)
        .body("stored", equalTo(1))
        .body("lines[0].result", equalTo("STORED"));

    // Then
    push("/records", "[" + record + "," + record + "]")
        .then()
        .statusCode(200)
        .body("received", equalTo(2))
        .body("stored", equalTo(0))
        .body("unchanged", equalTo(2))
        .body("lines.result", contains("UNCHANGED", "UNCHANGED"));
  }

  @Test
  void the_same_record_twice_in_one_body_is_stored_once() {
    // Given
    String record = certificate(newPerson(), newId("c"), 1, ISSUED, APRIL);

    // Then
    pushLines("/records", List.of(record, record))
        .then()
        .statusCode(200)
        .body("lines.result", contains("STORED", "UNCHANGED"));
  }

  @Test
  void a_number_with_an_absurd_exponent_is_rejected_at_once_and_the_others_are_stored() {
    // Given
    String person = newPerson();
    String good = employment(person, newId("e"), "2015-01-01", 80);

    // Then
    pushLines(
            "/records",
            List.of(
                good,
                good.replace("Percentage\":80", "Percentage\":1e-100000000"),
                good.replace("\"version\":1", "\"version\":1e2000000000"),
                good.replace("\"version\":1", "\"version\":1e99999999999")))
        .then()
        .statusCode(400)
        .body("lines.result", contains("STORED", "REJECTED", "REJECTED", "REJECTED"));
  }

  private static String days(int number, String content) {
    LocalDate first = LocalDate.parse("2010-01-01");
    return IntStream.range(0, number)
        .mapToObj(i -> first.plusDays(i))
        .map(day -> "{\"from\":\"%s\",\"to\":\"%s\",%s}".formatted(day, day, content))
        .collect(Collectors.joining(","));
  }

  @Test
  void a_record_too_large_for_one_message_is_rejected_and_the_others_are_stored() {
    // Given
    String person = newPerson();
    String most = certificate(person, newId("c"), 1, ISSUED, days(1_000, "\"kind\":\"FULL\""));
    String more = certificate(person, newId("c"), 1, ISSUED, days(1_001, "\"kind\":\"FULL\""));
    String wide =
        employment(person, newId("e"), "2009-01-01", 80)
            .replaceFirst(
                "\"periods\":.*",
                "\"periods\":[" + days(1_000, "\"positionPercentage\":80.55") + "]}");

    // Then
    pushLines("/records", List.of(most, more, wide))
        .then()
        .statusCode(400)
        .body("lines.result", contains("STORED", "REJECTED", "REJECTED"))
        .body("errors.line", contains(2, 3))
        .body("errors.pointer", contains("/periods", ""))
        .body("errors.detail", contains(containsString("1000"), containsString("65536")));
  }

  @Test
  void an_older_version_is_stored_as_history() {
    // Given
    String person = newPerson();
    String id = newId("c");
    push("/records", certificate(person, id, 5, ISSUED, APRIL)).then().statusCode(200);

    // Then
    push("/records", certificate(person, id, 4, ISSUED, full("2019-04-01", "2019-04-27")))
        .then()
        .statusCode(200)
        .body("stored", equalTo(1))
        .body("superseded", equalTo(1))
        .body("lines[0].result", equalTo("SUPERSEDED"));
  }

  @Test
  void sound_lines_are_stored_and_every_fault_of_the_others_is_named_with_line_and_pointer() {
    // Given
    String person = newPerson();
    String good = certificate(person, newId("c"), 1, ISSUED, APRIL);
    String bad = certificate(person, newId("c"), 1, "yesterday", full("2019-04-28", "2019-04-01"));

    // When
    pushLines("/records", List.of(good, "", bad, "{not json"))
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/records-rejected"))
        .body("received", equalTo(3))
        .body("stored", equalTo(1))
        .body("rejected", equalTo(2))
        .body("errors.line", contains(3, 3, 4))
        .body("errors.pointer", contains("/issuedAt", "/periods/0/to", ""))
        .body("lines.result", contains("STORED", "REJECTED", "REJECTED"))
        .body(not(containsString(person)))
        .body(not(containsString("yesterday")));

    // Then
    push("/records", good).then().statusCode(200).body("unchanged", equalTo(1));
  }

  @Test
  void the_same_version_with_other_content_is_a_conflict() {
    // Given
    String person = newPerson();
    String id = newId("c");
    push("/records", certificate(person, id, 1, ISSUED, APRIL)).then().statusCode(200);

    // Then
    push("/records", certificate(person, id, 1, ISSUED, full("2019-04-01", "2019-04-27")))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/version"))
        .body("lines[0].reason", equalTo("VERSION_CONFLICT"));
  }

  @Test
  void a_record_id_of_another_person_is_refused() {
    // Given
    String id = newId("c");
    push("/records", certificate(newPerson(), id, 1, ISSUED, APRIL)).then().statusCode(200);

    // Then
    push("/records", certificate(newPerson(), id, 2, ISSUED, APRIL))
        .then()
        .statusCode(400)
        .body("lines[0].reason", equalTo("OTHER_PERSON"));
  }

  @Test
  void a_record_id_that_holds_an_identifier_is_refused() {
    push("/records", certificate(newPerson(), "c-12345678901", 1, ISSUED, APRIL))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/recordId"));
  }

  @Test
  void overlapping_periods_and_grades_out_of_range_are_named() {
    // Given
    String periods =
        APRIL + ",{\"from\":\"2019-04-28\",\"to\":null,\"kind\":\"GRADED\",\"grade\":19.999}";

    // Then
    push("/records", certificate(newPerson(), newId("c"), 1, ISSUED, periods))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/periods/1/grade", "/periods/1/from"));
  }

  @Test
  void an_array_that_breaks_off_keeps_what_came_before() {
    // Given
    String record = certificate(newPerson(), newId("c"), 1, ISSUED, APRIL);

    // Then
    push("/records", "[" + record + ",{\"type\":")
        .then()
        .statusCode(400)
        .body("stored", equalTo(1))
        .body("errors.line", contains(2));
  }

  @Test
  void an_empty_body_is_refused() {
    push("/records", "[]").then().statusCode(400).body("type", equalTo("/problems/malformed-json"));
  }

  @Test
  void a_body_of_more_than_100_000_records_is_too_large() {
    // Given
    String body = "{}\n".repeat(100_001);

    // Then
    as("integrator")
        .contentType("application/x-ndjson")
        .body(body)
        .post("/records")
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/too-large"));
  }

  @Test
  void a_body_of_more_than_50_megabytes_is_refused_before_it_is_sent() throws IOException {
    // Given
    String head =
        """
        POST /records HTTP/1.1
        Host: 127.0.0.1
        Authorization: Bearer %s
        Content-Type: application/json
        Content-Length: %d

        """
            .formatted(Tokens.of("integrator"), 51 * 1024 * 1024);

    // When
    try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
      socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      String status =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
              .readLine();

      // Then
      assertThat(status).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void without_a_token_or_with_another_role_nothing_is_taken() {
    given()
        .contentType("application/json")
        .body("[]")
        .post("/records")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
    as("analyst")
        .contentType("application/json")
        .body("[]")
        .post("/records")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
    as("integrator").get("/record-counts").then().statusCode(403);
  }

  @Test
  void an_identifier_that_is_none_is_refused_without_being_shown() {
    push("/records", certificate("1234", newId("c"), 1, ISSUED, APRIL))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/personIdentifier"))
        .body("lines[0].reason", equalTo("PERSON_IDENTIFIER"));
  }

  @Test
  void rejects_are_counted_once_by_reason_and_dialect() {
    // Given
    String wrong = "{\"event\":\"" + newId("unknown") + "\"}";
    long before = rejects();

    // When
    push("/nav/utbetalinger", wrong).then().statusCode(400);
    push("/nav/utbetalinger", wrong).then().statusCode(400);

    // Then
    assertThat(rejects()).isEqualTo(before + 1);
    as("operator")
        .get("/record-counts")
        .then()
        .statusCode(200)
        .body("rejects.keySet()", hasItem("INVALID"));
  }

  private static long rejects() {
    Number count =
        as("operator")
            .get("/rejects")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .get("bySource.UTBETALING.INVALID");
    return count == null ? 0 : count.longValue();
  }
}
