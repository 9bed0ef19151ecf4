package org.absentia.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
  @TempDir Path home;
  private PostgresServer server;

  @BeforeEach
  void describe_a_server() {
    server = server(Ports.free());
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void commits_are_flushed_and_the_server_hears_only_this_machine() throws SQLException {
    // When
    start();

    // Then
    assertThat(show("fsync")).isEqualTo("on");
    assertThat(show("synchronous_commit")).isEqualTo("on");
    assertThat(show("full_page_writes")).isEqualTo("on");
    assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(show("server_version")).startsWith("18.");
    assertThat(show("data_checksums")).isEqualTo("on");
  }

  @Test
  void each_service_enters_its_own_database_and_no_other() throws SQLException {
    // Given
    start();

    // When
    for (String name : Databases.NAMES) {
      assertThat(ask(name, name, "select current_user")).isEqualTo(name);
    }

    // Then
    assertThatThrownBy(() -> ask("outcome", "ingest", "select 1"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void passwords_lie_where_only_the_owner_reads_them() throws Exception {
    // When
    start();

    // Then
    Path secret = home.resolve("secret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rwx------");
    Path password = secret.resolve("postgres-ingest");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
        .isEqualTo("rw-------");
    assertThatThrownBy(
            () -> DriverManager.getConnection(server.jdbcUrl("ingest"), "ingest", "guessed"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void committed_rows_survive_a_kill_in_the_middle_of_work() throws Exception {
    // Given
    Process process = start();
    execute("create table kept (id int)");
    execute("insert into kept values (1)");

    // When
    ProcessIdentity killed = ProcessIdentity.of(process.toHandle()).orElseThrow();
    process.destroyForcibly().waitFor();
    assertThat(killed.alive()).isFalse();
    start();

    // Then
    assertThat(ask("ingest", "ingest", "select count(*) from kept")).isEqualTo("1");
  }

  @Test
  void a_server_left_behind_in_the_data_directory_is_stopped_not_adopted() throws Exception {
    // Given
    Process leftBehind = start();
    execute("create table kept (id int)");

    // When
    PostgresServer successor = server(Ports.free());
    Process process = successor.start(home.resolve("successor.log"));

    // Then
    assertThat(leftBehind.isAlive()).isFalse();
    assertThat(successor.postmaster().orElseThrow().pid()).isEqualTo(process.pid());
    server = successor;
    assertThat(ask("ingest", "ingest", "select count(*) from kept")).isEqualTo("0");
  }

  @Test
  void a_foreign_server_on_the_port_is_named_with_its_pid() throws Exception {
    // Given
    try (ServerSocket foreign = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PostgresServer unlucky = server(foreign.getLocalPort());

      // When // Then
      assertThatThrownBy(() -> unlucky.start(home.resolve("postgres.log")))
          .isInstanceOf(PortTaken.class)
          .hasMessageContaining("port " + foreign.getLocalPort())
          .hasMessageContaining("pid " + ProcessHandle.current().pid())
          .hasMessageContaining("java");
    }
  }

  @Test
  void a_pid_file_whose_pid_went_to_another_program_does_not_stop_the_start() throws Exception {
    // Given
    start();
    server.stop();
    Path pidFile = home.resolve("postgres/data/postmaster.pid");
    Files.writeString(pidFile, ProcessHandle.current().pid() + "\n/elsewhere\n1\n1\n");

    // When
    start();

    // Then
    assertThat(show("fsync")).isEqualTo("on");
  }

  @Test
  void stopping_does_not_wait_for_open_connections() throws Exception {
    // Given
    Process process = start();
    try (Connection idle = server.connect("postgres")) {
      // When
      server.stop();

      // Then
      assertThat(process.waitFor(Duration.ofSeconds(5))).isTrue();
      assertThat(idle.isValid(1)).isFalse();
    }
  }

  private PostgresServer server(int port) {
    return new PostgresServer(home.resolve("postgres"), port, new Secrets(home.resolve("secret")));
  }

  private Process start() {
    return server.start(home.resolve("postgres.log"));
  }

  private String show(String setting) throws SQLException {
    return ask("ingest", "ingest", "show " + setting);
  }

  private String ask(String role, String database, String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(database), role, server.password(role));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl("ingest"), "ingest", server.password("ingest"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
