package org.absentia.randomisation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What deliverers record, and who learns what from it. */
@QuarkusTest
class DeliveryTest extends ServiceTest {
  private static final String MI =
      "\"component\":\"MI\",\"heldOn\":\"2019-05-02\",\"mode\":\"FACE_TO_FACE\",\"minutes\":41,\"provider\":\"CW-3\"";
  private static final String MITI =
      """
      {"miti":{"globals":{"cultivatingChangeTalk":3,"softeningSustainTalk":4,"partnership":4,"empathy":4},
        "counts":{"givingInformation":2,"persuade":0,"persuadeWithPermission":1,"question":8,
          "simpleReflection":6,"complexReflection":4,"affirm":2,"seekingCollaboration":1,
          "emphasizingAutonomy":1,"confront":0}}}
      """;

  @Inject AgroalDataSource database;

  @Test
  void a_session_is_recorded_once_corrected_by_version_and_taken_back() {
    // Given
    String trial = openTrial();
    String participant = allocated(trial, LOW);
    String id = UUID.randomUUID().toString();
    String session = "{\"sessionId\":\"" + id + "\"," + MI + "}";

    // When, Then
    post(trial, participant, session).then().statusCode(201).body("version", equalTo(1));
    post(trial, participant, session).then().statusCode(200).body("sessionId", equalTo(id));
    post(trial, participant, session.replace("\"minutes\":41", "\"minutes\":42"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/session-differs"));
    String scored = MI + ",\"fidelity\":" + MITI;
    put(trial, participant, id, "{\"version\":1," + scored + "}")
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("fidelity.miti.summary.technical", equalTo(3.5f))
        .body("fidelity.miti.summary.complexShare", equalTo(0.4f));
    put(trial, participant, id, "{\"version\":1," + scored + "}").then().statusCode(200);
    put(trial, participant, id, "{\"version\":1," + MI + "}").then().statusCode(409);
    as("deliverer")
        .queryParam("version", 2)
        .delete("/trials/{t}/participants/{p}/sessions/{s}", trial, participant, id)
        .then()
        .statusCode(200)
        .body("recordedInError", equalTo(true));
    as("deliverer")
        .get("/trials/{t}/participants/{p}/sessions", trial, participant)
        .then()
        .statusCode(200)
        .body("version", equalTo(List.of(1, 2, 3)));
  }

  @Test
  void trying_the_components_one_by_one_tells_nothing_about_the_arm() {
    // Given
    String trial = openTrial();
    Map<String, Set<String>> answersByArm = new TreeMap<>();

    // When: every component for participants of every arm
    for (int i = 0; i < 9; i++) {
      String participant = allocated(trial, LOW);
      StringBuilder answers = new StringBuilder();
      for (String component : List.of("MI", "SVAI", "NONE")) {
        Response answer =
            post(
                trial,
                participant,
                "{\"component\":\"%s\",\"heldOn\":\"2019-05-02\",\"mode\":\"PHONE\"}"
                    .formatted(component));
        answers
            .append(answer.statusCode())
            .append(answer.headers().asList().stream().map(h -> h.getName()).toList())
            .append(answer.asByteArray().length)
            .append(';');
      }
      answersByArm
          .computeIfAbsent(arm(trial, participant), unseen -> new HashSet<>())
          .add(answers.toString());
    }

    // Then
    assertThat(answersByArm).hasSize(3);
    assertThat(answersByArm.values().stream().flatMap(Set::stream).distinct()).hasSize(1);
  }

  @Test
  void only_the_allocator_sees_what_follows_and_each_look_is_logged() {
    // Given
    String trial = openTrial();
    Map<String, String> byArm = new HashMap<>();
    while (byArm.size() < 3) {
      String participant = allocated(trial, LOW);
      byArm.put(arm(trial, participant), participant);
    }
    String treated = byArm.getOrDefault("UC+MI", "");
    String other = byArm.getOrDefault("UC+SVAI", "");
    for (String participant : List.of(treated, other)) {
      post(trial, participant, "{" + MI + "}").then().statusCode(201);
      post(trial, participant, "{" + MI.replace("05-02", "05-16") + "}").then().statusCode(201);
      status(trial, participant, "{\"known\":true,\"startedOn\":\"2019-05-02\"}")
          .then()
          .statusCode(200);
    }

    // When, Then
    delivery("allocator", trial, treated)
        .then()
        .statusCode(200)
        .body("summary.received", equalTo("YES"))
        .body("summary.adherence", equalTo("FULL"))
        .body("summary.daysUntilFirstSession", equalTo(22))
        .body("summary.periodDays", equalTo(14))
        .body("summary.end.rule", equalTo("MONTHS_OF_LEAVE"))
        .body("sessions", hasSize(2));
    delivery("allocator", trial, other)
        .then()
        .body("summary.received", equalTo("NO"))
        .body("summary.sessionsOfOtherArms", equalTo(2));
    delivery("allocator", trial, byArm.getOrDefault("UC", ""))
        .then()
        .body("summary.received", equalTo("NOT_APPLICABLE"));
    for (String role : List.of("deliverer", "recruiter", "analyst", "statistician", "auditor")) {
      delivery(role, trial, treated).then().statusCode(403);
    }
    List<String> types =
        as("auditor").get("/trials/{t}/log", trial).jsonPath().getList("entries.entry.type");
    assertThat(types.getLast()).isEqualTo("ARM_SHOWN");
    assertThat(types).doesNotContain("DELIVERED");
  }

  @Test
  void a_deliverer_reads_back_only_what_that_deliverer_recorded() throws SQLException {
    // Given
    String trial = openTrial();
    String participant = allocated(trial, LOW);
    String id = post(trial, participant, "{" + MI + "}").path("sessionId");

    // When: it was another person
    execute(
        "update delivery_entry set recorded_by = 'another' where participant_id = '%s'"
            .formatted(participant));

    // Then
    as("deliverer")
        .get("/trials/{t}/participants/{p}/sessions", trial, participant)
        .then()
        .statusCode(200)
        .body("", hasSize(0));
    put(trial, participant, id, "{\"version\":1," + MI + "}").then().statusCode(404);
    as("deliverer")
        .get("/trials/{t}/participants/{p}/sessions", openTrial(), participant)
        .then()
        .statusCode(404);
  }

  @Test
  void nobody_is_treated_before_the_slot_nor_after_stopping_the_intervention() {
    // Given
    String trial = openTrial();
    String waiting = enrol(trial, LOW);
    String participant = allocated(trial, LOW);
    as("privacy-officer")
        .body("{\"level\":\"STOP_INTERVENTION\",\"withdrawnOn\":\"2019-05-10\"}")
        .post("/trials/{t}/participants/{p}/withdrawals", trial, participant)
        .then()
        .statusCode(201);

    // When, Then
    post(trial, waiting, "{" + MI + "}")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/not-allocated"));
    post(trial, participant, "{" + MI + "}").then().statusCode(201);
    post(trial, participant, "{" + MI.replace("05-02", "05-11") + "}")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/heldOn"));
    post(openTrial(), participant, "{" + MI + "}").then().statusCode(404);
  }

  @Test
  void a_session_and_a_status_name_each_of_their_faults() {
    // Given
    String trial = openTrial();
    String participant = allocated(trial, LOW);

    // When, Then
    post(
            trial,
            participant,
            "{\"component\":\"mi\",\"heldOn\":\"x\",\"mode\":\"BY_LETTER\",\"minutes\":0,\"provider\":\"Kari Nordmann\",\"more\":1}")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/component"))
        .body("errors.pointer", hasItem("/heldOn"))
        .body("errors.pointer", hasItem("/mode"))
        .body("errors.pointer", hasItem("/minutes"))
        .body("errors.pointer", hasItem("/provider"))
        .body("errors.pointer", hasItem("/more"));
    post(
            trial,
            participant,
            "{" + MI.replace("2019", "2018") + ",\"contents\":[\"CASE_MANAGEMENT\"]}")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/heldOn"))
        .body("errors.pointer", hasItem("/contents"));
    status(trial, participant, "{\"received\":1,\"endReason\":\"BORED\",\"backSince\":{}}")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/known"))
        .body("errors.pointer", hasItem("/received"))
        .body("errors.pointer", hasItem("/endReason"))
        .body("errors.pointer", hasItem("/backSince/on"));
  }

  @Test
  void what_rests_in_the_database_is_sealed_at_one_length() throws SQLException {
    // Given
    String trial = openTrial();
    String participant = allocated(trial, LOW);
    post(trial, participant, "{" + MI + ",\"fidelity\":" + MITI + "}").then().statusCode(201);
    post(
        trial,
        participant,
        "{\"component\":\"SVAI\",\"heldOn\":\"2019-05-02\",\"mode\":\"PHONE\"}");
    status(trial, participant, "{\"known\":false,\"received\":true}").then().statusCode(200);

    // When
    String where = " from delivery_entry where participant_id = '" + participant + "'";

    // Then
    assertThat(query("select distinct length(sealed_content)::text" + where)).hasSize(1);
    assertThat(query("select delivery_entry::text" + where).toString())
        .doesNotContain("SVAI", "FACE_TO_FACE", "CW-3", "2019-05-02");
  }

  private static String allocated(String trial, String items) {
    String participant = enrol(trial, items);
    allocate(trial, participant).then().statusCode(201);
    return participant;
  }

  private static Response post(String trial, String participant, String body) {
    return as("deliverer")
        .body(body)
        .post("/trials/{t}/participants/{p}/sessions", trial, participant);
  }

  private static Response put(String trial, String participant, String session, String body) {
    return as("deliverer")
        .body(body)
        .put("/trials/{t}/participants/{p}/sessions/{s}", trial, participant, session);
  }

  private static Response status(String trial, String participant, String body) {
    return as("deliverer")
        .body(body)
        .put("/trials/{t}/participants/{p}/delivery-status", trial, participant);
  }

  private static Response delivery(String role, String trial, String participant) {
    return as(role).get("/trials/{t}/participants/{p}/delivery", trial, participant);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> query(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new java.util.ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }
}
