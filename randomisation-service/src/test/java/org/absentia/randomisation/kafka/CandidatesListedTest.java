package org.absentia.randomisation.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.http.ServiceTest;
import org.junit.jupiter.api.Test;

/** A recruiter contacts and enrols whom registry-ingest listed, and nobody else. */
@QuarkusTest
class CandidatesListedTest extends ServiceTest {
  private static final String CANDIDATES_LISTED = "registry.candidates-listed.v1";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject AgroalDataSource database;

  @Test
  void a_candidate_on_no_list_is_neither_contacted_nor_enrolled() {
    // Given
    String trial = openTrial();
    String invented = UUID.randomUUID().toString();

    // When, Then
    for (Response answer : List.of(enrolled(trial, invented), contacted(trial, invented))) {
      answer
          .then()
          .statusCode(409)
          .contentType("application/problem+json")
          .header("Retry-After", "1")
          .body("type", equalTo("/problems/candidate-not-listed"))
          .body("detail", containsString("arrives within seconds"))
          .body("errors.pointer", contains("/candidateId"));
    }
    as("auditor")
        .get("/trials/{t}/participants", trial)
        .then()
        .body("participants.size()", equalTo(0));
  }

  @Test
  void the_same_requests_succeed_once_the_list_has_arrived() throws IOException {
    // Given
    String trial = openTrial();
    String candidate = UUID.randomUUID().toString();
    enrolled(trial, candidate).then().statusCode(409);

    // When
    send(trial, list(trial, candidate).toString());

    // Then
    awaitNot(409, () -> contacted(trial, candidate)).then().statusCode(201);
    enrolled(trial, candidate).then().statusCode(201);
  }

  @Test
  void registry_ingests_own_example_names_its_candidates() throws IOException {
    // Given
    String trial = openTrial();
    ObjectNode example = example().put("trialId", trial);

    // When
    send(trial, example.toString());

    // Then
    assertThat(example.path("candidateIds")).hasSize(example.path("candidates").intValue());
    for (var candidate : example.path("candidateIds")) {
      awaitNot(409, () -> enrolled(trial, candidate.textValue())).then().statusCode(201);
    }
  }

  @Test
  void the_same_list_again_and_a_later_one_change_nothing() throws IOException, SQLException {
    // Given
    String trial = openTrial();
    String candidate = UUID.randomUUID().toString();
    String first = list(trial, candidate).toString();
    send(trial, first);
    awaitNot(409, () -> enrolled(trial, candidate)).then().statusCode(201);
    List<String> before = rows(trial);

    // When: the last one names somebody new too, so that we see when it was taken
    String later = UUID.randomUUID().toString();
    send(trial, first);
    send(trial, list(trial, candidate, later, later).put("listDate", "2019-04-15").toString());
    awaitNot(409, () -> contacted(trial, later)).then().statusCode(422);

    // Then
    assertThat(before).hasSize(1);
    assertThat(rows(trial)).hasSize(2).containsAll(before);
    enrolled(trial, candidate).then().statusCode(200);
  }

  @Test
  void a_candidate_of_another_trial_is_on_no_list_of_this_one() {
    // Given
    String trial = openTrial();
    String candidate = listCandidate(openTrial());

    // When, Then
    enrolled(trial, candidate).then().statusCode(409);
    contacted(trial, candidate)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/candidate-not-listed"));
  }

  @Test
  void malformed_lists_go_to_the_dead_letter_topic_and_the_next_one_is_taken()
      throws IOException, SQLException {
    // Given
    String trial = openTrial();
    String candidate = UUID.randomUUID().toString();
    ObjectNode good = list(trial, candidate);
    List<String> malformed =
        List.of(
            "{\"trialId\":",
            good.deepCopy().put("trialId", "never-opened").toString(),
            good.deepCopy().put("listId", "l-1").toString(),
            good.deepCopy().put("listDate", "2019-13-01").toString(),
            good.deepCopy().put("candidateIds", candidate).toString(),
            good.deepCopy().without("candidateIds").toString(),
            list(trial, candidate, "01017012345").toString(),
            list(trial, candidate, candidate + "x").toString());

    // When
    malformed.forEach(value -> send(trial, value));
    Topics.await(
        CANDIDATES_LISTED + ".dead-letter.randomisation-service",
        malformed.size(),
        message -> trial.equals(message.key()));
    List<String> taken = rows(trial);
    send(trial, good.toString());

    // Then
    awaitNot(409, () -> enrolled(trial, candidate)).then().statusCode(201);
    assertThat(taken).isEmpty();
  }

  @Test
  void neither_contact_nor_inclusion_lies_before_the_list() throws IOException {
    // Given
    String trial = openTrial();
    String candidate = UUID.randomUUID().toString();
    send(trial, list(trial, candidate).put("listDate", "2019-04-11").toString());

    // When, Then
    awaitNot(409, () -> contacted(trial, candidate))
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/contact-refused"))
        .body("errors.pointer", contains("/contactedOn"));
    enrolled(trial, candidate)
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/inclusion-refused"))
        .body("errors.pointer", contains("/inclusionDate"));
    as("recruiter")
        .body(
            enrolment(candidate, LOW)
                .replace("inclusionDate\":\"2019-04-10", "inclusionDate\":\"2019-04-11"))
        .post("/trials/{t}/participants", trial)
        .then()
        .statusCode(201)
        .body("inclusionDate", equalTo("2019-04-11"));
  }

  private static Response enrolled(String trial, String candidate) {
    return as("recruiter").body(enrolment(candidate, LOW)).post("/trials/{t}/participants", trial);
  }

  private static Response contacted(String trial, String candidate) {
    return as("recruiter")
        .body(
            "{\"candidateId\":\"%s\",\"outcome\":\"CONSENTED\",\"contactedOn\":\"2019-04-09\"}"
                .formatted(candidate))
        .post("/trials/{t}/contacts", trial);
  }

  private static Response awaitNot(int status, Supplier<Response> request) {
    Instant end = Instant.now().plus(PATIENCE);
    Response answer = request.get();
    while (answer.statusCode() == status && Instant.now().isBefore(end)) {
      answer = request.get();
    }
    return answer;
  }

  /** The example of registry-ingest, about these candidates. */
  private static ObjectNode list(String trial, String... candidates) throws IOException {
    ObjectNode list = example().put("trialId", trial).put("candidates", candidates.length);
    var ids = list.putArray("candidateIds");
    List.of(candidates).forEach(ids::add);
    return list;
  }

  private static ObjectNode example() throws IOException {
    Path contracts = Path.of("..", "registry-ingest", "contracts", "events");
    return (ObjectNode)
        JsonReader.parse(
            Files.readAllBytes(contracts.resolve(CANDIDATES_LISTED + ".example.json")));
  }

  private static void send(String trial, String value) {
    Topics.send(CANDIDATES_LISTED, trial, value);
  }

  private List<String> rows(String trial) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select l::text from listed_candidate l where trial_id = '" + trial + "'")) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
