package org.absentia.suite.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.absentia.local.ProcessIdentity;
import org.absentia.local.Secrets;
import org.absentia.suite.Component;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged services, started, killed and stopped through the script. */
class LauncherIT {
  private static final int MOST_MEMORY_MB = 1600;

  @TempDir Path home;
  private Script absentia;

  @BeforeEach
  void choose_ports() {
    absentia = new Script(home);
  }

  @AfterEach
  void stop() throws Exception {
    absentia.run("down");
  }

  @Test
  void up_survives_kill_nine_of_a_service_and_of_the_database() throws Exception {
    // Given
    Script.Result up = absentia.run("up");
    assertThat(up.exit()).as(up.output()).isZero();
    everything_is_ready_quiet_and_small();
    execute("create table kept (id int)");
    execute("insert into kept values (1)");
    long untouched = absentia.process(Component.ANALYSIS_SERVICE).process().pid();

    // When
    for (Component victim : List.of(Component.OUTCOME_SERVICE, Component.POSTGRES)) {
      ProcessIdentity process = absentia.process(victim).process();
      process.signal("KILL");
      assertThat(process.awaitEnd(Duration.ofSeconds(10))).isTrue();
    }
    assertThat(absentia.run("status").exit()).isEqualTo(1);
    Script.Result again = absentia.run("up");

    // Then
    assertThat(again.exit()).as(again.output()).isZero();
    assertThat(absentia.run("status").exit()).isZero();
    assertThat(absentia.process(Component.ANALYSIS_SERVICE).process().pid()).isEqualTo(untouched);
    assertThat(count("select count(*) from kept")).isEqualTo(1);

    // When
    Script.Result down = absentia.run("down");

    // Then
    assertThat(down.exit()).isZero();
    assertThat(absentia.run("status").output().lines().filter(line -> line.endsWith("down")))
        .hasSize(Component.values().length);
  }

  @Test
  void a_single_service_starts_with_what_it_needs_and_an_interrupted_start_leaves_nothing()
      throws Exception {
    // Given
    Process up = absentia.start("up", "outcome-service");
    BufferedReader said = up.inputReader();
    String line = said.readLine();
    while (line != null && !line.contains("outcome-service        starting")) {
      assertThat(line).doesNotContain("analysis-service");
      line = said.readLine();
    }
    ProcessIdentity kafka = absentia.process(Component.KAFKA).process();
    assertThat(kafka.alive()).isTrue();

    // When
    up.destroy();

    // Then
    assertThat(up.waitFor()).isNotZero();
    assertThat(kafka.alive()).isFalse();
    assertThat(absentia.run("down").output()).contains("nothing was running");
  }

  private void everything_is_ready_quiet_and_small() throws Exception {
    Script.Result status = absentia.run("status");
    assertThat(status.exit()).as(status.output()).isZero();
    Matcher memory = Pattern.compile("in all +(\\d+) MB").matcher(status.output());
    assertThat(memory.find()).isTrue();
    assertThat(Integer.parseInt(memory.group(1))).isLessThan(MOST_MEMORY_MB);
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (Component service : Component.SERVICES) {
        for (String path : List.of("/q/health/live", "/q/health/ready", "/q/metrics")) {
          assertThat(statusOf(http, service, path)).as(service + path).isEqualTo(200);
        }
        assertThat(absentia.log(service).lines())
            .as(service.label())
            .noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
      }
    }
  }

  private int statusOf(HttpClient http, Component service, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + absentia.port(service) + path);
    return http.send(
            HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int count(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + absentia.port(Component.POSTGRES) + "/outcome",
        "outcome",
        new Secrets(home.resolve("secret")).password("postgres-outcome"));
  }
}
