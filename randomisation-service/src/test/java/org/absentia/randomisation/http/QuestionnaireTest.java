package org.absentia.randomisation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.junit.jupiter.api.Test;

/** Inclusion is on 10 April 2019, so M3 is due on 10 July, from 26 June to 7 August. */
@QuarkusTest
class QuestionnaireTest extends ServiceTest {
  private static final String PATH = "/trials/{t}/participants/{p}/questionnaires/{m}";
  private static final String LIST = "/trials/{t}/participants/{p}/questionnaires";
  private static final String DUE = "/trials/{t}/due-questionnaires";
  private static final String FHIR = "application/fhir+json";
  private static final String TIMEPOINTS =
      """
      [{"name":"BASELINE","after":"P0D","anchor":"INCLUSION","instruments":["keele-start-msk","ompsq-sf"]},
       {"name":"END","after":"P0D","anchor":"PROGRAMME_END","closesDaysAfter":14,"instruments":["hads-anxiety"]},
       {"name":"M3","after":"P3M","anchor":"INCLUSION","opensDaysBefore":14,"closesDaysAfter":28,
        "instruments":["hads-anxiety","15d"]}]
      """;
  private static final String HADS = "\"hads-anxiety\":[1,2,1,0,2,1,1]";
  private static final String ANSWERS = "{\"items\":{" + HADS + "},\"answeredOn\":\"2019-07-10\"}";

  @Inject AgroalDataSource database;

  @Test
  void answers_are_scored_and_what_is_missing_is_told() {
    // Given
    String trial = openFollowUp();
    String participant = allocated(trial);

    // When
    Response answer =
        put(
            trial,
            participant,
            "{\"items\":{\"hads-anxiety\":[1,2,1,null,null,null,null]},\"answeredOn\":\"2019-07-10\"}");

    // Then
    answer
        .then()
        .statusCode(201)
        .body("status", equalTo("PARTIAL"))
        .body("version", equalTo(1))
        .body("late", equalTo(false))
        .body("window.opensOn", equalTo("2019-06-26"))
        .body("instruments[0].score.value", nullValue())
        .body("instruments[0].score.lowest", equalTo(4))
        .body("instruments[0].score.highest", equalTo(16))
        .body("instruments[0].score.undetermined", equalTo("MISSING_ITEMS"))
        .body("instruments[0].score.missingItems", contains(4, 5, 6, 7))
        .body("instruments[1].score.undetermined", equalTo("WEIGHTS_MISSING"));
    as("recruiter")
        .get(LIST, trial, participant)
        .then()
        .statusCode(200)
        .body("questionnaires.timepoint", contains("BASELINE", "M3"))
        .body("questionnaires.status", contains("COMPLETE", "PARTIAL"));
  }

  @Test
  void a_repetition_is_no_version_an_addition_needs_no_reason_and_a_change_does() {
    // Given
    String trial = openFollowUp();
    String participant = allocated(trial);
    put(trial, participant, ANSWERS).then().statusCode(201);
    String fifteen = "\"15d\":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,2]";
    String changed = "\"hads-anxiety\":[0,2,1,0,2,1,1]";

    // When, Then
    put(trial, participant, ANSWERS).then().statusCode(200).body("version", equalTo(1));
    put(trial, participant, "{\"items\":{" + HADS + "}}").then().statusCode(200);
    put(trial, participant, "{\"items\":{" + HADS + "," + fifteen + "}}")
        .then()
        .statusCode(201)
        .body("version", equalTo(2))
        .body("answeredOn", equalTo("2019-07-10"));
    for (String items : List.of(changed + "," + fifteen, fifteen, "")) {
      put(trial, participant, "{\"items\":{" + items + "}}")
          .then()
          .statusCode(409)
          .body("type", equalTo("/problems/questionnaire-differs"));
    }
    put(trial, participant, "{\"items\":{" + changed + "," + fifteen + "},\"reason\":\"mistyped\"}")
        .then()
        .statusCode(201)
        .body("version", equalTo(3));
    as("recruiter")
        .get(PATH, trial, participant, "M3")
        .then()
        .body("versions.version", contains(1, 2, 3))
        .body("versions[2].reason", equalTo("mistyped"))
        .body("versions[0].items.hads-anxiety", contains(1, 2, 1, 0, 2, 1, 1))
        .body("versions[2].items.hads-anxiety", contains(0, 2, 1, 0, 2, 1, 1));
  }

  @Test
  void what_was_taken_back_for_a_reason_is_due_again() {
    // Given
    String trial = openFollowUp();
    String participant = allocated(trial);
    put(trial, participant, ANSWERS).then().statusCode(201);
    due(trial, "2019-07-10").then().body("questionnaires", empty());

    // When
    put(trial, participant, "{\"items\":{},\"reason\":\"another participant's answers\"}")
        .then()
        .statusCode(201);

    // Then
    due(trial, "2019-07-10").then().body("questionnaires.timepoint", contains("M3"));
  }

  @Test
  void every_fault_is_named_and_no_answer_echoed() {
    // Given
    String trial = openFollowUp();
    String participant = allocated(trial);

    // When
    Response answer =
        put(
            trial,
            participant,
            """
            {"items":{"hads-anxiety":[4,0,-1,0,0,0,0.5],"15d":[1],"ompsq-sf":[]},
             "answeredOn":"soon","reason":"she is 01010112345","x":1}
            """);

    // Then
    answer
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-questionnaire"))
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/items/hads-anxiety/0",
                "/items/hads-anxiety/2",
                "/items/hads-anxiety/6",
                "/items/15d",
                "/items/ompsq-sf",
                "/answeredOn",
                "/reason",
                "/x"));
    assertThat(answer.asString()).doesNotContain("soon", "01010112345");
  }

  @Test
  void answers_before_the_window_or_without_a_slot_are_refused_and_late_ones_marked() {
    // Given
    String trial = openFollowUp();
    String participant = allocated(trial);
    String waiting = enrol(trial, LOW);
    String answered = "{\"items\":{" + HADS + "},\"answeredOn\":\"%s\"}";

    // When, Then
    refused(trial, participant, answered.formatted("2019-06-25"), "/answeredOn");
    refused(trial, participant, answered.formatted("2199-01-01"), "/answeredOn");
    refused(trial, participant, "{\"items\":{\"hads-anxiety\":null}}", "/items");
    refused(trial, waiting, answered.formatted("2019-07-10"), "");
    put(trial, participant, answered.formatted("2019-08-08"))
        .then()
        .statusCode(201)
        .body("late", equalTo(true));
    as("recruiter").body(ANSWERS).put(PATH, trial, participant, "M99").then().statusCode(404);
    put(openFollowUp(), participant, ANSWERS).then().statusCode(404);
  }

  @Test
  void what_is_due_follows_the_window_day_by_day() {
    // Given
    String trial = openFollowUp();
    String participant = allocated(trial);
    enrol(trial, LOW);

    // When, Then
    due(trial, "2019-06-25").then().statusCode(200).body("questionnaires", empty());
    due(trial, "2019-06-26").then().body("questionnaires.status", contains("DUE"));
    due(trial, "2019-07-10").then().body("questionnaires.status", contains("DUE"));
    due(trial, "2019-07-11").then().body("questionnaires.status", contains("OVERDUE"));
    due(trial, "2019-08-07").then().body("questionnaires.status", contains("OVERDUE"));
    due(trial, "2019-08-08")
        .then()
        .body("questionnaires.status", contains("MISSED"))
        .body("questionnaires.participantId", contains(participant))
        .body("questionnaires[0].window.dueOn", equalTo("2019-07-10"));
    due(trial, "8 August").then().statusCode(400);
  }

  @Test
  void the_list_comes_in_pages_of_participants() {
    // Given
    String trial = openFollowUp();
    String first = allocated(trial);
    String second = allocated(trial);

    // When
    Response page =
        as("recruiter").queryParam("on", "2019-07-10").queryParam("limit", 1).get(DUE, trial);

    // Then
    page.then().body("questionnaires.participantId", contains(first)).body("next", equalTo(first));
    as("recruiter")
        .queryParam("on", "2019-07-10")
        .queryParam("after", first)
        .get(DUE, trial)
        .then()
        .body("questionnaires.participantId", contains(second))
        .body("next", nullValue());
  }

  @Test
  void who_withdraws_from_the_programme_still_answers_and_who_goes_further_does_not() {
    // Given
    String trial = openFollowUp();
    String stays = allocated(trial);
    String leaves = allocated(trial);

    // When
    withdraw(trial, stays, "STOP_INTERVENTION");
    withdraw(trial, leaves, "STOP_QUESTIONNAIRES");

    // Then
    due(trial, "2019-07-10").then().body("questionnaires.participantId", contains(stays));
    put(trial, stays, ANSWERS).then().statusCode(201);
    put(trial, leaves, ANSWERS).then().statusCode(409).body("type", equalTo("/problems/withdrawn"));
    as("recruiter")
        .get(LIST, trial, leaves)
        .then()
        .body("questionnaires.status", contains("COMPLETE", "STOPPED"));
  }

  @Test
  void what_counts_from_the_programme_is_for_who_delivers_it_since_its_length_tells_the_arm() {
    // Given
    String trial = openFollowUp();
    String participant = allocated(trial);
    String answers = "{\"items\":{" + HADS + "},\"answeredOn\":\"2019-06-02\"}";
    as("deliverer")
        .body(answers)
        .put(PATH, trial, participant, "END")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/questionnaire-refused"));

    // When
    days(trial, participant, "{\"startedOn\":\"2019-05-06\"}").then().statusCode(200);
    dueFor("deliverer", trial, "2019-06-02").then().body("questionnaires", empty());
    days(trial, participant, "{\"startedOn\":\"2019-05-06\",\"endedOn\":\"2019-06-01\"}")
        .then()
        .statusCode(200);

    // Then
    dueFor("deliverer", trial, "2019-06-02")
        .then()
        .body("questionnaires.timepoint", contains("END"))
        .body("questionnaires.status", contains("OVERDUE"));
    due(trial, "2019-06-02").then().body("questionnaires", empty());
    as("recruiter").body(answers).put(PATH, trial, participant, "END").then().statusCode(403);
    as("recruiter").get(PATH, trial, participant, "END").then().statusCode(403);
    as("deliverer").body(answers).put(PATH, trial, participant, "END").then().statusCode(201);
    as("deliverer")
        .get(LIST, trial, participant)
        .then()
        .body("questionnaires.timepoint", contains("END"));
  }

  @Test
  void days_of_a_programme_that_cannot_be_right_are_refused() {
    // Given
    String trial = openFollowUp();
    String participant = allocated(trial);

    // When, Then
    days(trial, participant, "{\"startedOn\":\"2019-04-09\",\"endedOn\":\"2019-04-08\"}")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/startedOn", "/endedOn"));
    as("recruiter")
        .body("{\"startedOn\":\"2019-05-06\"}")
        .put("/trials/{t}/participants/{p}/programme-days", trial, participant)
        .then()
        .statusCode(403);
  }

  @Test
  void items_of_the_baseline_are_completed_until_the_slot_depends_on_them() {
    // Given
    String trial = openFollowUp();
    String participant = enrol(trial, OPEN);
    String items = "{\"items\":{\"ompsq-sf\":[6,6,4,4,6,6,6,4,6,6]}}";

    // When, Then
    as("recruiter")
        .body(items)
        .put(PATH, trial, participant, "BASELINE")
        .then()
        .statusCode(200)
        .body("status", equalTo("COMPLETE"))
        .body("instruments[1].score.value", equalTo(60));
    allocate(trial, participant).then().statusCode(201);
    as("recruiter")
        .body(items)
        .put(PATH, trial, participant, "BASELINE")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/answers-locked"));
  }

  @Test
  void the_15d_is_scored_once_the_trial_supplies_its_weights() {
    // Given
    String trial = openFollowUp();
    String participant = allocated(trial);
    put(
            trial,
            participant,
            "{\"items\":{\"15d\":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,2]},\"answeredOn\":\"2019-07-10\"}")
        .then()
        .body("instruments[1].score.undetermined", equalTo("WEIGHTS_MISSING"));

    // When: each level 1 is worth 0.0666, each level 2 half of it
    String row = "[0.0666,0.0333,0.02,0.01,0]";
    weights(trial, row, 15).then().statusCode(200).body("instrument", equalTo("15d"));

    // Then: 14 x 0.0666 + 0.0333 = 0.9657
    assertThat(
            as("recruiter")
                .get(LIST, trial, participant)
                .jsonPath()
                .getDouble("questionnaires[1].instruments[1].score.value"))
        .isEqualTo(0.9657);
    weights(trial, row, 14).then().statusCode(400).body("errors.pointer", contains("/weights"));
    weights(trial, "[0.1,0,0,0,0]", 15)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/weights"));
    weights(trial, "[0.1,0,0,0]", 15).then().statusCode(400).body("errors", hasSize(15));
  }

  @Test
  void fhir_answers_come_back_as_they_went_in() {
    // Given
    String trial = openFollowUp();
    String participant = allocated(trial);
    put(
            trial,
            participant,
            "{\"items\":{\"hads-anxiety\":[1,2,null,0,2,1,1]},\"answeredOn\":\"2019-07-10\"}")
        .then()
        .statusCode(201);

    // When
    String fhir =
        asFhir()
            .get(PATH, trial, participant, "M3")
            .then()
            .statusCode(200)
            .contentType(FHIR)
            .extract()
            .asString();

    // Then: the same document says nothing new, and a changed one is a version
    assertThat(fhir)
        .contains("\"questionnaire\":\"urn:absentia:questionnaire:" + trial + ":M3\"")
        .contains("{\"linkId\":\"hads-anxiety.2\",\"answer\":[{\"valueInteger\":2}]}")
        .contains("{\"linkId\":\"hads-anxiety.3\"}");
    putFhir(trial, participant, fhir).then().statusCode(200).body("version", equalTo(1));
    ObjectNode changed = (ObjectNode) JsonReader.parse(fhir.getBytes(StandardCharsets.UTF_8));
    ((ObjectNode) changed.at("/item/0/item/0/answer/0")).put("valueInteger", 3);
    putFhir(trial, participant, changed.toString()).then().statusCode(409);
    changed
        .putArray("extension")
        .addObject()
        .put("url", "urn:absentia:correction-reason")
        .put("valueString", "mistyped");
    putFhir(trial, participant, changed.toString()).then().statusCode(201);
    String amended = asFhir().get(PATH, trial, participant, "M3").asString();
    assertThat(amended).contains("\"status\":\"amended\"", "mistyped");
    putFhir(trial, participant, amended).then().statusCode(200).body("version", equalTo(2));
  }

  @Test
  void a_flat_fhir_response_is_read_and_its_day_is_not_moved_by_the_offset() {
    // Given
    String trial = openFollowUp();
    String participant = allocated(trial);

    // When
    Response answer =
        putFhir(
            trial,
            participant,
            """
            {"resourceType":"QuestionnaireResponse","questionnaire":"https://example.org/hads",
             "status":"completed","authored":"2019-07-10T00:30:00+02:00","subject":{"reference":"x/1"},
             "item":[{"linkId":"hads-anxiety.1","text":"?","answer":[{"valueInteger":1}]},
                     {"linkId":"hads-anxiety.2","answer":[{"valueInteger":2,
                       "item":[{"linkId":"hads-anxiety.3","answer":[{"valueInteger":3}]}]}]}]}
            """);

    // Then
    answer
        .then()
        .statusCode(201)
        .body("answeredOn", equalTo("2019-07-10"))
        .body("instruments[0].score.missingItems", contains(4, 5, 6, 7));
  }

  @Test
  void what_is_not_understood_of_a_fhir_response_is_a_fault_by_pointer() {
    // Given
    String trial = openFollowUp();
    String participant = allocated(trial);

    // When
    Response answer =
        putFhir(
            trial,
            participant,
            """
            {"resourceType":"Bundle","questionnaire":"urn:absentia:questionnaire:other:M3",
             "status":"entered-in-error","authored":"2019-07","modifierExtension":[],
             "subject":{"identifier":{"value":"01010112345"},"display":"Kari"},
             "item":[{"linkId":"hads-anxiety.8","answer":[{"valueInteger":1}]},
                     {"linkId":"hads-anxiety.1","answer":[{"valueInteger":4}]},
                     {"linkId":"hads-anxiety.1","answer":[{"valueInteger":0},{"valueInteger":1}]},
                     {"linkId":"hads-anxiety.2","answer":[{"valueString":"often"}]},
                     {"linkId":"smoking"},
                     {"linkId":"group","item":[{"linkId":"ompsq-sf.1","answer":[{"valueInteger":1}]}]}]}
            """);

    // Then
    answer
        .then()
        .statusCode(400)
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/resourceType",
                "/questionnaire",
                "/status",
                "/authored",
                "/modifierExtension",
                "/subject/identifier",
                "/subject/display",
                "/item/0/linkId",
                "/item/1/answer/0/valueInteger",
                "/item/2/linkId",
                "/item/2/answer",
                "/item/3/answer/0/valueString",
                "/item/3/answer/0/valueInteger",
                "/item/4/linkId",
                "/item/5/item/0/linkId"));
    assertThat(answer.asString()).doesNotContain("01010112345", "Kari", "often");
  }

  @Test
  void erasure_removes_answers_days_and_reminders() throws SQLException {
    // Given
    String trial = openFollowUp();
    String participant = allocated(trial);
    String other = allocated(trial);
    for (String each : List.of(participant, other)) {
      put(trial, each, ANSWERS).then().statusCode(201);
      days(trial, each, "{\"startedOn\":\"2019-05-06\"}").then().statusCode(200);
    }

    // When
    withdraw(trial, participant, "WITHDRAW_AND_ERASE");

    // Then
    for (String table : List.of("questionnaire", "programme_days", "questionnaire_reminder")) {
      assertThat(count(table, participant)).as(table).isZero();
    }
    assertThat(count("questionnaire", other)).isEqualTo(1);
    assertThat(count("programme_days", other)).isEqualTo(1);
    put(trial, participant, ANSWERS).then().statusCode(409);
  }

  private int count(String table, String participant) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select count(*) from "
                    + table
                    + " where participant_id = '"
                    + participant
                    + "'")) {
      result.next();
      return result.getInt(1);
    }
  }

  private static String openFollowUp() {
    String trial = "t-" + UUID.randomUUID();
    ObjectNode protocol = protocol(trial);
    protocol.withArray("/instruments").addObject().put("name", "hads-anxiety");
    protocol.withArray("/instruments").addObject().put("name", "15d");
    protocol.set("timepoints", JsonReader.parse(TIMEPOINTS.getBytes(StandardCharsets.UTF_8)));
    as("statistician").body(protocol.toString()).post("/trials").then().statusCode(201);
    return trial;
  }

  private static String allocated(String trial) {
    String participant = enrol(trial, LOW);
    allocate(trial, participant).then().statusCode(201);
    return participant;
  }

  private static Response put(String trial, String participant, String body) {
    return as("recruiter").body(body).put(PATH, trial, participant, "M3");
  }

  private static RequestSpecification asFhir() {
    return as("recruiter").accept(FHIR);
  }

  private static Response putFhir(String trial, String participant, String body) {
    return as("recruiter")
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig().encodeContentTypeAs(FHIR, ContentType.TEXT)))
        .contentType(FHIR)
        .body(body)
        .put(PATH, trial, participant, "M3");
  }

  private static void refused(String trial, String participant, String body, String pointer) {
    put(trial, participant, body)
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/questionnaire-refused"))
        .body("errors.pointer", contains(pointer));
  }

  private static Response due(String trial, String on) {
    return dueFor("recruiter", trial, on);
  }

  private static Response dueFor(String role, String trial, String on) {
    return as(role).queryParam("on", on).get(DUE, trial);
  }

  private static Response days(String trial, String participant, String body) {
    return as("deliverer")
        .body(body)
        .put("/trials/{t}/participants/{p}/programme-days", trial, participant);
  }

  private static Response weights(String trial, String row, int rows) {
    String table = String.join(",", java.util.Collections.nCopies(rows, row));
    return as("statistician")
        .body("{\"source\":\"made up for this test\",\"weights\":[" + table + "]}")
        .put("/trials/{t}/instrument-weights/15d", trial);
  }

  private static void withdraw(String trial, String participant, String level) {
    as("privacy-officer")
        .body("{\"level\":\"%s\",\"withdrawnOn\":\"2019-06-01\"}".formatted(level))
        .post("/trials/{t}/participants/{p}/withdrawals", trial, participant)
        .then()
        .statusCode(201);
  }
}
