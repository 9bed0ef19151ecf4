package org.absentia.randomisation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.absentia.randomisation.http.ServiceTest;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.trial.TrialSecrets;
import org.absentia.randomisation.trial.Trials;
import org.junit.jupiter.api.Test;

/** What the blind roles, the operators and a thief of the database can see tells no arm. */
@QuarkusTest
class SecrecyTest extends ServiceTest {
  private static final int PARTICIPANTS = 30;

  @Inject Trials trials;
  @Inject AgroalDataSource database;

  @Test
  void no_secret_rests_in_the_clear() throws SQLException {
    // Given
    String trial = openTrial();
    allocate(trial, enrol(trial, LOW)).then().statusCode(201);
    TrialSecrets secrets = trials.secrets(trial);

    // When
    String everything = String.join("\n", dump());

    // Then: PostgreSQL prints bytea as hex
    for (Secret secret :
        List.of(
            secrets.key(),
            secrets.salt(),
            secrets.shares().getFirst(),
            secrets.shareSalts().getFirst(),
            secrets.headSeed())) {
      assertThat(everything)
          .doesNotContain(secret.hex())
          .doesNotContain(Base64.getEncoder().encodeToString(secret.bytes()));
    }
  }

  @Test
  void sealed_arms_have_one_length_and_no_table_but_the_protocol_names_an_arm()
      throws SQLException {
    // Given
    String trial = openTrial();
    for (int i = 0; i < 9; i++) {
      allocate(trial, enrol(trial, LOW)).then().statusCode(201);
    }

    // When
    List<String> lengths = query("select distinct length(sealed_arm)::text from allocation");
    List<String> rows =
        dump().stream().filter(row -> !row.startsWith("trial ")).collect(Collectors.toList());

    // Then
    assertThat(lengths).hasSize(1);
    assertThat(rows).hasSizeGreaterThan(40).noneMatch(row -> row.contains("UC"));
  }

  @Test
  void the_log_cannot_be_rewritten_in_the_database() throws SQLException {
    // Given
    String trial = openTrial();
    allocate(trial, enrol(trial, LOW)).then().statusCode(201);

    // When, Then
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String change :
          List.of(
              "update log_entry set entry = '{}' where trial_id = '" + trial + "'",
              "delete from log_entry where trial_id = '" + trial + "'")) {
        assertThatThrownBy(() -> statement.execute(change)).isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void receipts_log_lines_and_metrics_are_alike_for_all_arms() {
    // Given
    String trial = openTrial();
    Queue<String> lines = new ConcurrentLinkedQueue<>();
    Handler collector = collector(lines);
    Logger.getLogger("").addHandler(collector);
    Map<Integer, Set<Integer>> lengthsBySlotDigits = new HashMap<>();
    Set<List<String>> headers = new HashSet<>();
    Set<String> arms = new HashSet<>();
    List<String> participants = new ArrayList<>();

    // When
    for (int i = 0; i < PARTICIPANTS; i++) {
      String participant = enrol(trial, LOW);
      Response receipt = allocate(trial, participant);
      participants.add(participant);
      arms.add(arm(trial, participant));
      headers.add(receipt.headers().asList().stream().map(header -> header.getName()).toList());
      int digits = String.valueOf(receipt.<Integer>path("slot")).length();
      lengthsBySlotDigits
          .computeIfAbsent(
              digits * 100 + String.valueOf(receipt.<Integer>path("head.count")).length(),
              unseen -> new HashSet<>())
          .add(receipt.asByteArray().length);
    }
    Logger.getLogger("").removeHandler(collector);
    String metrics = given().get("/q/metrics").asString();

    // Then
    assertThat(arms).hasSize(3);
    assertThat(headers).hasSize(1);
    assertThat(lengthsBySlotDigits.values()).allSatisfy(sizes -> assertThat(sizes).hasSize(1));
    assertThat(lines).noneMatch(line -> arms.stream().anyMatch(line::contains));
    assertThat(metrics).doesNotContain("UC+", "SVAI").doesNotContain(participants);
  }

  @Test
  void the_arm_is_shown_in_answers_of_one_length() {
    // Given: names of different lengths, one of them with letters that JSON escapes
    String trial = "t-" + UUID.randomUUID();
    var protocol = protocol(trial);
    protocol.withObject("/arms/0").put("name", "\"Å\"\n");
    as("statistician").body(protocol.toString()).post("/trials").then().statusCode(201);

    // When, Then
    assertArmsHaveOneLength(trial);
    assertArmsHaveOneLength(openTrial());
  }

  private static void assertArmsHaveOneLength(String trial) {
    Map<String, Set<Integer>> lengths = new HashMap<>();
    for (int i = 0; i < PARTICIPANTS / 2; i++) {
      String participant = enrol(trial, LOW);
      allocate(trial, participant).then().statusCode(201);
      Response answer =
          as("allocator").get("/trials/{t}/participants/{p}/allocation", trial, participant);
      // the instant is written as long as it needs to be
      int length = answer.asByteArray().length - answer.<String>path("allocatedAt").length();
      lengths.computeIfAbsent(answer.path("arm"), unseen -> new HashSet<>()).add(length);
    }
    assertThat(lengths).hasSize(3);
    assertThat(lengths.values().stream().flatMap(Set::stream).distinct()).hasSize(1);
  }

  private static Handler collector(Queue<String> lines) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        lines.add(line.getMessage() + " " + List.of(parameters(line)));
      }

      @Override
      public void flush() {
        // nothing is held back
      }

      @Override
      public void close() {
        // nothing to close
      }
    };
  }

  private static Object[] parameters(LogRecord line) {
    Object[] parameters = line.getParameters();
    if (parameters == null) {
      return new Object[0];
    }
    return Arrays.stream(parameters).map(String::valueOf).toArray();
  }

  /** Every row of every table as text, its table's name in front. */
  private List<String> dump() throws SQLException {
    List<String> rows = new ArrayList<>();
    for (String table :
        query(
            "select table_name::text from information_schema.tables where table_schema = 'public'")) {
      query("select t::text from " + table + " t").forEach(row -> rows.add(table + " " + row));
    }
    return rows;
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
