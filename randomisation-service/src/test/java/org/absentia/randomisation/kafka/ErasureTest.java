package org.absentia.randomisation.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.absentia.local.LocalStack;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.http.ServiceTest;
import org.absentia.randomisation.trial.Erasable;
import org.absentia.randomisation.trial.MaskAllocations;
import org.absentia.randomisation.trial.Trials;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** What an erasure leaves, where it is certified, and that a restored backup does not undo it. */
@QuarkusTest
class ErasureTest extends ServiceTest {
  private static final String ERASED = "randomisation.participant-erased.v1";
  private static final String DELIVERY = "randomisation.delivery-recorded.v1";

  @Inject AgroalDataSource database;
  @Inject MaskAllocations maskAllocations;
  @Inject Trials trials;
  @Inject @All List<Erasable> stores;

  @Test
  void every_store_says_what_it_removes() {
    assertThat(stores).isNotEmpty().allMatch(store -> !store.removes().equals(Erasable.UNSAID));
  }

  @Test
  void the_certificate_names_what_was_removed_and_its_entry_in_the_log_but_nobody() {
    // Given
    String trial = openTrial();
    String candidate = listCandidate(trial);
    String participant = enrolCandidate(trial, candidate).path("participantId");
    allocate(trial, participant).then().statusCode(201);
    certificate(trial, participant).then().statusCode(404);

    // When
    erase(trial, participant);
    Topics.send(
        "registry.release-ended.v1",
        participant,
        "{\"participantId\":\"%s\",\"trialId\":\"%s\",\"endedAt\":\"2019-06-01T00:00:00Z\",\"reason\":\"WITHDRAW_AND_ERASE\"}"
            .formatted(participant, trial));
    eventually(
        "select count(*)::text from erasure_confirmation where participant_id = '"
            + participant
            + "'",
        "1");

    // Then
    Response certificate = certificate(trial, participant);
    certificate
        .then()
        .statusCode(200)
        .body("removed", hasSize(stores.size() + 1))
        .body("told", equalTo(true))
        .body("confirmations.service", equalTo(List.of("registry-ingest")));
    assertThat(certificate.asString()).doesNotContain(participant, candidate, "2019-06-01");
    JsonNode json = JsonReader.parse(certificate.asByteArray());
    Response entry =
        as("auditor")
            .queryParam("from", json.at("/logEntry/seq").asLong())
            .queryParam("limit", 1)
            .get("/trials/{t}/log", trial);
    assertThat(entry.<String>path("entries[0].entry.type")).isEqualTo("ERASED");
    assertThat(entry.<String>path("entries[0].hash")).isEqualTo(json.at("/logEntry/hash").asText());
    assertThat(json.at("/head/count").asLong()).isGreaterThan(json.at("/logEntry/seq").asLong());
    as("auditor")
        .get("/trials/{t}/participants/{p}/erasure-certificate", trial, participant)
        .then()
        .statusCode(403);
    certificate(openTrial(), participant).then().statusCode(404);
  }

  @Test
  void nothing_links_an_erased_participant_to_the_candidate_who_is_not_enrolled_again()
      throws SQLException {
    // Given
    String trial = openTrial();
    String candidate = listCandidate(trial);
    contact(trial, candidate, "2019-04-09").then().statusCode(201);
    String participant = enrolCandidate(trial, candidate).path("participantId");
    allocate(trial, participant, "key-of-" + candidate).then().statusCode(201);
    Topics.await("randomisation.participant-enrolled.v1", 1, m -> participant.equals(m.key()));

    // When
    erase(trial, participant);

    // Then: enrolment is told anew under nobody's name, and compaction drops the first
    List<ConsumerRecord<String, String>> told =
        Topics.await("randomisation.participant-enrolled.v1", 2, m -> participant.equals(m.key()));
    assertThat(told.getLast().value()).doesNotContain(candidate);
    List<String> tables =
        query(
            "select table_name::text from information_schema.tables where table_schema = 'public'");
    List<String> naming = new ArrayList<>();
    for (String table : tables) {
      if (!query("select 1::text from " + table + " t where t::text like '%" + candidate + "%'")
          .isEmpty()) {
        naming.add(table);
      }
    }
    assertThat(naming).containsExactly("listed_candidate");
    enrolCandidate(trial, candidate)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/candidate-erased"));
    contact(trial, candidate, "2019-04-19")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/candidate-erased"));
    assertThat(query("select count(*)::text from contact where trial_id = '" + trial + "'"))
        .containsExactly("1");
  }

  @Test
  void a_restored_backup_is_erased_again_from_the_topic_that_outlives_it() throws Exception {
    // Given: a backup with the participant in it, and then the erasure
    String trial = openTrial();
    String candidate = listCandidate(trial);
    String participant = enrolCandidate(trial, candidate).path("participantId");
    allocate(trial, participant).then().statusCode(201);
    recordSession(trial, participant);
    for (String table : List.of("participant", "baseline", "delivery_entry")) {
      execute(
          "create table backup_%1$s as select * from %1$s where participant_id = '%2$s'"
              .formatted(table, participant));
    }
    erase(trial, participant);
    ConsumerRecord<String, String> told =
        Topics.await(ERASED, 1, m -> participant.equals(m.key())).getFirst();

    // When: the rows come back as they were, and the topic is read from its beginning
    execute("delete from erasure where participant_id = '" + participant + "'");
    execute("delete from withdrawal where participant_id = '" + participant + "'");
    execute(
        """
        update participant p set answers = b.answers, request_digest = b.request_digest,
          sealed_personal_salt = b.sealed_personal_salt, candidate_id = b.candidate_id
        from backup_participant b where b.participant_id = p.participant_id
        """);
    execute(
        "update baseline t set variables = b.variables from backup_baseline b where b.participant_id = t.participant_id");
    execute("insert into delivery_entry select * from backup_delivery_entry");
    execute("update listed_candidate set erased = false where candidate_id = '" + candidate + "'");
    Topics.send(ERASED, participant, told.value());

    // Then
    eventually(
        "select (answers is null and sealed_personal_salt is null)::text from participant where participant_id = '"
            + participant
            + "'",
        "true");
    assertThat(
            query(
                "select count(*)::text from delivery_entry where participant_id = '"
                    + participant
                    + "'"))
        .containsExactly("0");
    assertThat(
            query(
                "select coalesce(variables, '') from baseline where participant_id = '"
                    + participant
                    + "'"))
        .containsExactly("");
    enrolCandidate(trial, candidate).then().statusCode(409);
    certificate(trial, participant).then().statusCode(200);
    for (String table : List.of("participant", "baseline", "delivery_entry")) {
      execute("drop table backup_" + table);
    }
  }

  @Test
  void the_erasures_are_read_from_the_beginning_at_each_start() throws IOException {
    // seeking is Kafka's part and restarting the launcher's; this holds the two together
    assertThat(Files.readString(Path.of("src", "main", "resources", "application.properties")))
        .contains(
            "mp.messaging.incoming.participant-erased.consumer-rebalance-listener.name=from-the-beginning",
            "mp.messaging.incoming.participant-erased.commit-strategy=ignore");
  }

  @Test
  void topics_that_hold_what_can_be_erased_are_compacted()
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalStack.bootstrapServers()))) {
      for (String topic :
          List.of(
              "randomisation.baseline-recorded.v1",
              "randomisation.participant-enrolled.v1",
              ERASED,
              DELIVERY)) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config =
            admin.describeConfigs(List.of(resource)).all().get().values().iterator().next();
        assertThat(config.get("cleanup.policy").value()).as(topic).isEqualTo("compact");
        assertThat(Long.parseLong(config.get("max.compaction.lag.ms").value()))
            .as(topic)
            .isLessThanOrEqualTo(Duration.ofDays(1).toMillis());
      }
    }
  }

  @Test
  void no_delivery_is_told_before_two_persons_have_opened_the_trial() throws IOException {
    // Given: sessions of several participants in a locked trial
    String trial = openTrial();
    List<String> participants = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      participants.add(enrol(trial, LOW));
      allocate(trial, participants.getLast()).then().statusCode(201);
      recordSession(trial, participants.getLast());
    }
    String erasedBefore = participants.getFirst();
    erase(trial, erasedBefore);
    maskAllocations.mask(trials.find(trial).orElseThrow(), "dataset-" + trial);

    // When, Then: not even an empty message or a key, although the relay sends everything else
    Topics.await(ERASED, 1, m -> erasedBefore.equals(m.key()));
    Topics.await(DELIVERY, 0, m -> participants.contains(m.key()));

    // When: the second person approves
    openBundle(trial);

    // Then
    List<ConsumerRecord<String, String>> told =
        Topics.await(DELIVERY, 6, m -> participants.contains(m.key()));
    assertThat(told.stream().filter(m -> m.value() == null).map(ConsumerRecord::key))
        .containsExactly(erasedBefore);
    for (ConsumerRecord<String, String> message : told) {
      if (message.value() != null) {
        assertKeepsContract(DELIVERY, message.value());
        assertThat(json(message.value()).at("/sessions/0/component").asText()).isEqualTo("MI");
      }
    }

    // When: an erasure afterwards
    erase(trial, participants.getLast());

    // Then
    Topics.await(DELIVERY, 1, m -> participants.getLast().equals(m.key()) && m.value() == null);
    assertKeepsContract(
        ERASED,
        Topics.await(ERASED, 1, m -> participants.getLast().equals(m.key())).getFirst().value());
  }

  private static void recordSession(String trial, String participant) {
    as("deliverer")
        .body("{\"component\":\"MI\",\"heldOn\":\"2019-05-02\",\"mode\":\"PHONE\"}")
        .post("/trials/{t}/participants/{p}/sessions", trial, participant)
        .then()
        .statusCode(201);
  }

  private static void openBundle(String trial) {
    String proposal =
        as("statistician")
            .body("{\"action\":\"OPEN_BUNDLE\",\"reason\":\"publication\"}")
            .post("/trials/{t}/proposals", trial)
            .path("proposalId");
    as("approver")
        .body("{\"approved\":true}")
        .post("/trials/{t}/proposals/{p}/decision", trial, proposal)
        .then()
        .statusCode(200);
  }

  private static Response enrolCandidate(String trial, String candidate) {
    return as("recruiter")
        .body(enrolment(candidate, LOW))
        .post("/trials/{trial}/participants", trial);
  }

  private static Response contact(String trial, String candidate, String day) {
    return as("recruiter")
        .body(
            "{\"candidateId\":\"%s\",\"outcome\":\"CONSENTED\",\"reasons\":[\"wishes to\"],\"contactedOn\":\"%s\"}"
                .formatted(candidate, day))
        .post("/trials/{t}/contacts", trial);
  }

  private static void erase(String trial, String participant) {
    as("privacy-officer")
        .body("{\"level\":\"WITHDRAW_AND_ERASE\",\"withdrawnOn\":\"2019-06-01\"}")
        .post("/trials/{t}/participants/{p}/withdrawals", trial, participant)
        .then()
        .statusCode(201);
  }

  private static Response certificate(String trial, String participant) {
    return as("privacy-officer")
        .get("/trials/{t}/participants/{p}/erasure-certificate", trial, participant);
  }

  /** The members of the example and of the schema, no others. */
  private static void assertKeepsContract(String topic, String value) throws IOException {
    assertThat(names(json(value)))
        .isEqualTo(names(contract(topic + ".example.json")))
        .isEqualTo(names(contract(topic + ".schema.json").get("properties")));
  }

  private static TreeSet<String> names(JsonNode object) {
    TreeSet<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode contract(String file) throws IOException {
    return JsonReader.parse(Files.readAllBytes(Path.of("contracts", "events", file)));
  }

  private static JsonNode json(String text) {
    return JsonReader.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private void eventually(String sql, String expected) {
    Instant end = Instant.now().plusSeconds(20);
    while (!one(sql).equals(expected) && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    assertThat(one(sql)).isEqualTo(expected);
  }

  private String one(String sql) {
    try {
      return query(sql).getFirst();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> query(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
