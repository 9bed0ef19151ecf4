package org.absentia.ingest.service;

import static org.absentia.ingest.service.Service.as;
import static org.absentia.ingest.service.Service.certificate;
import static org.absentia.ingest.service.Service.employment;
import static org.absentia.ingest.service.Service.full;
import static org.absentia.ingest.service.Service.newId;
import static org.absentia.ingest.service.Service.newPerson;
import static org.absentia.ingest.service.Service.person;
import static org.absentia.ingest.service.Service.push;
import static org.absentia.ingest.service.Trial.DAY;
import static org.absentia.ingest.service.Trial.ISSUED;
import static org.absentia.ingest.service.Trial.candidate;
import static org.absentia.ingest.service.Trial.list;
import static org.absentia.ingest.service.Trial.members;
import static org.absentia.ingest.service.Trial.openTrial;
import static org.absentia.ingest.service.Trial.sickWorker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.absentia.ingest.Samples;
import org.absentia.local.LocalStack;
import org.junit.jupiter.api.Test;

/** Candidate lists as a recruiter asks for them. */
@QuarkusTest
@QuarkusTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "ingest"))
class CandidateListTest {
  @Inject AgroalDataSource database;

  @Test
  void a_list_names_each_candidate_once_and_counts_the_others_by_reason() {
    // Given
    String trial = openTrial();
    String eligible = newPerson();
    sickWorker(eligible, "0101");
    String jobless = newPerson();
    push("/persons", person(jobless, "0101", "1970-01-31", "2019-01-01T00:00:00Z"));
    push("/records", certificate(jobless, newId("c"), 1, ISSUED, full("2019-04-01", "2019-06-30")));

    // When
    Response first = list(trial, "0101", DAY);

    // Then
    first.then().statusCode(201).body("trialId", equalTo(trial)).body("office", equalTo("0101"));
    int candidates = first.jsonPath().getList("candidates").size();
    int refused =
        first.jsonPath().<String, Integer>getMap("notEligible").values().stream()
            .mapToInt(n -> n)
            .sum();
    assertThat(first.jsonPath().getInt("screened")).isEqualTo(candidates + refused);
    assertThat(first.jsonPath().getInt("notEligible.NOT_EMPLOYED")).isPositive();
    assertThat(candidate(trial, eligible)).isNotBlank();
    list(trial, "0101", DAY).then().statusCode(200).body("candidates", hasSize(candidates));
    list(trial, "0101", "2019-05-14")
        .then()
        .statusCode(201)
        .body("candidates", hasSize(0))
        .body("notEligible.ALREADY_LISTED", equalTo(candidates));
    String key = trial + "/0101/" + DAY;
    String event =
        Topics.await("registry.candidates-listed.v1", 1, m -> m.key().equals(key))
            .getFirst()
            .value();
    assertThat(Samples.parse(event).path("screened").intValue()).isEqualTo(candidates + refused);
    assertThat(Samples.parse(event).path("candidateIds").valueStream().map(JsonNode::textValue))
        .containsExactlyInAnyOrderElementsOf(first.jsonPath().getList("candidates.candidateId"));
    assertThat(members(Samples.parse(event)))
        .isEqualTo(members(Samples.example("registry.candidates-listed.v1")));
  }

  @Test
  void a_list_knows_only_what_was_issued_by_the_end_of_its_day() {
    // Given
    String trial = openTrial();
    String identifier = newPerson();
    push("/persons", person(identifier, "0105", "1970-01-31", "2019-01-01T00:00:00Z"));
    push("/records", employment(identifier, newId("e"), "2015-01-01", 80));
    String record = newId("c");
    push(
        "/records",
        "["
            + certificate(identifier, record, 1, ISSUED, full("2019-04-01", "2019-06-30"))
            + ","
            + certificate(
                identifier, record, 2, "2019-05-13T22:00:00Z", full("2019-04-01", "2019-05-01"))
            + "]");

    // Then: 22:00 UTC is midnight in Norway, the next day
    list(trial, "0105", DAY).then().statusCode(201);
    assertThat(
            Stored.rows(
                database,
                """
                select count(*) from candidate c
                join registry_record r on r.person_id = c.person_id
                where r.record_id = ? and c.trial_id = ?
                """,
                record,
                trial))
        .containsExactly("1");
  }

  @Test
  void offices_and_days_outside_the_protocol_are_refused() {
    String trial = openTrial();
    list(trial, "0301", DAY)
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/office-outside-protocol"));
    list(trial, "0101", "2019-03-31")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/date-outside-recruitment"));
    list(trial, "0101", "2020-03-12").then().statusCode(422);
    as("recruiter", trial)
        .contentType("application/json")
        .body("{\"office\":\"1\"}")
        .post("/trials/" + trial + "/candidate-lists")
        .then()
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/office", "/listDate")));
    for (String mad : List.of("-0001-01-01", "1899-12-31", "2200-01-01", "+999999999-12-31")) {
      list(trial, "0101", mad)
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/listDate"));
    }
  }

  @Test
  void a_foreign_trial_is_unknown() {
    // Given
    String trial = openTrial();

    // Then
    as("recruiter", "another")
        .contentType("application/json")
        .body("{\"office\":\"0101\",\"listDate\":\"2019-05-13\"}")
        .post("/trials/" + trial + "/candidate-lists")
        .then()
        .statusCode(404);
    as("operator", "another").get("/trials/" + trial + "/releases").then().statusCode(404);
    as("recruiter").get("/trials/nowhere/candidates/" + UUID.randomUUID()).then().statusCode(404);
    as("recruiter", trial).get("/trials/" + trial + "/candidates/x").then().statusCode(404);
    as("integrator").get("/trials/" + trial + "/candidates/x").then().statusCode(403);
  }

  @Test
  void each_look_at_an_identifier_is_recorded() {
    // Given
    String trial = openTrial();
    String identifier = newPerson();
    sickWorker(identifier, "0101");

    // When
    String candidate = candidate(trial, identifier);

    // Then
    assertThat(
            Stored.rows(
                database,
                "select count(*) from identifier_access where candidate_id = ?::uuid",
                candidate))
        .containsExactly("1");
  }
}
