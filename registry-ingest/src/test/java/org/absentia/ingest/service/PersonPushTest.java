package org.absentia.ingest.service;

import static org.absentia.ingest.service.Service.certificate;
import static org.absentia.ingest.service.Service.full;
import static org.absentia.ingest.service.Service.newId;
import static org.absentia.ingest.service.Service.newPerson;
import static org.absentia.ingest.service.Service.person;
import static org.absentia.ingest.service.Service.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.absentia.local.LocalStack;
import org.junit.jupiter.api.Test;

/** Persons, their former identifiers, and what must never be stored of them. */
@QuarkusTest
@QuarkusTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "ingest"))
class PersonPushTest {
  private static final String APRIL = full("2019-04-01", "2019-04-28");

  @Inject AgroalDataSource database;

  private static String stored(String identifier) {
    String record = newId("c");
    push("/records", certificate(identifier, record, 1, "2019-04-01T10:00:00Z", APRIL))
        .then()
        .statusCode(200);
    return record;
  }

  private List<String> details(String record) {
    return Stored.rows(
        database,
        """
        select p.office, p.birth_date from person p
        join registry_record r on r.person_id = p.id where r.record_id = ?
        """,
        record);
  }

  private List<String> personsOf(String... records) {
    return Stored.rows(
        database,
        "select distinct person_id from registry_record where record_id = any(string_to_array(?, ' '))",
        String.join(" ", records));
  }

  @Test
  void the_latest_details_count_in_whatever_order_they_come() {
    // Given
    String identifier = newPerson();
    String record = stored(identifier);

    // When
    push("/persons", person(identifier, "0105", "1970-01-31", "2019-02-01T00:00:00Z"))
        .then()
        .statusCode(200)
        .body("lines[0].result", equalTo("STORED"));
    push("/persons", person(identifier, "0101", "1970-01-01", "2019-01-01T00:00:00Z"))
        .then()
        .statusCode(200)
        .body("lines[0].result", equalTo("SUPERSEDED"));
    push("/persons", person(identifier, "0105", "1970-01-31", "2019-02-01T00:00:00Z"))
        .then()
        .statusCode(200)
        .body("lines[0].result", equalTo("UNCHANGED"));

    // Then
    assertThat(details(record)).containsExactly("0105 1970-01-31");
  }

  @Test
  void a_former_identifier_joins_the_records_of_two_persons() {
    // Given
    String before = newPerson();
    String now = newPerson();
    String first = stored(before);
    String second = stored(now);
    assertThat(personsOf(first, second)).hasSize(2);

    // When
    String joined =
        person(now, "0101", "1970-01-31", "2019-01-01T00:00:00Z")
            .replace("\"formerIdentifiers\":[]", "\"formerIdentifiers\":[\"" + before + "\"]");
    push("/persons", joined).then().statusCode(200).body("stored", equalTo(1));
    push("/persons", joined).then().statusCode(200).body("unchanged", equalTo(1));

    // Then
    String third = stored(before);
    assertThat(personsOf(first, second, third)).hasSize(1);
    push("/records", certificate(now, first, 2, "2019-04-02T10:00:00Z", APRIL))
        .then()
        .statusCode(200);
  }

  @Test
  void faults_of_a_person_are_named_by_line_and_pointer() {
    push(
            "/persons",
            "[{\"personIdentifier\":\"123\",\"updatedAt\":\"2019-01-01T00:00:00Z\"},"
                + "{\"office\":\"12\",\"sex\":\"OTHER\",\"birthDate\":\"x\"}]")
        .then()
        .statusCode(400)
        .body("rejected", equalTo(2))
        .body("errors.line", contains(1, 2, 2, 2, 2, 2))
        .body(
            "errors.pointer",
            contains(
                "/personIdentifier",
                "/office",
                "/personIdentifier",
                "/birthDate",
                "/sex",
                "/updatedAt"));
  }

  @Test
  void no_table_holds_an_identifier_in_clear() {
    // Given
    String identifier = newPerson();
    stored(identifier);
    push("/persons", person(identifier, "0101", "1970-01-31", "2019-01-01T00:00:00Z"));
    push("/records", certificate(identifier, "c " + identifier, 1, "2019-04-01T10:00:00Z", APRIL))
        .then()
        .statusCode(400);

    // Then
    List<String> tables =
        Stored.rows(
            database,
            "select table_name from information_schema.tables where table_schema = 'public'");
    assertThat(tables).hasSizeGreaterThan(10);
    for (String table : tables) {
      assertThat(
              Stored.rows(
                  database,
                  "select count(*) from " + table + " t where t::text like ?",
                  "%" + identifier + "%"))
          .as(table)
          .containsExactly("0");
      assertThat(
              Stored.rows(
                  database,
                  "select count(*) from " + table + " t where t::text like ?",
                  "%" + hex(identifier) + "%"))
          .as(table)
          .containsExactly("0");
    }
  }

  private static String hex(String text) {
    return java.util.HexFormat.of()
        .formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
