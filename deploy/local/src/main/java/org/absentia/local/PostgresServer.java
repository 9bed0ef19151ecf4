package org.absentia.local;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One PostgreSQL server of this machine's user, listening on the loopback address only. The server
 * runs as a direct child ({@code postgres} itself, not pg_ctl), so that it has one pid to watch;
 * every commit is flushed to disk before it is answered.
 */
public final class PostgresServer {
  static final String SUPERUSER = "postgres";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final Path data;
  private final int port;
  private final Secrets secrets;

  /** Describes a server whose files lie in {@code directory}; nothing is started yet. */
  public PostgresServer(Path directory, int port, Secrets secrets) {
    this.data = directory.toAbsolutePath().resolve("data");
    this.port = port;
    this.secrets = secrets;
  }

  /**
   * Makes the data directory if there is none, stops a server that an earlier run left behind in
   * it, and fails if something else holds the port.
   */
  public void prepare() {
    stopLeftover();
    Ports.requireFree("PostgreSQL", port);
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise();
    }
    forgetDeadPostmaster();
  }

  /** The command that becomes the server. */
  public List<String> command() {
    List<String> command = unprivileged(program("postgres"));
    command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=200",
            "shared_buffers=64MB",
            "max_wal_size=1GB",
            "io_method=sync",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
            "log_line_prefix=%m [%p] %u@%d ")) {
      command.addAll(List.of("-c", setting));
    }
    return command;
  }

  /** Starts the server, waits until it answers, and makes the databases that are missing. */
  public Process start(Path log) {
    prepare();
    try {
      Process process =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      process.getOutputStream().close();
      awaitReady(process.toHandle(), log);
      new Databases(this, secrets).createMissing();
      return process;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot start PostgreSQL", failed);
    }
  }

  /** Makes the services' roles and databases unless they exist. */
  public void createDatabases() {
    new Databases(this, secrets).createMissing();
  }

  /** Drops the database of a service with all that is in it, and makes it anew, empty. */
  public void emptyDatabase(String name) {
    Databases databases = new Databases(this, secrets);
    databases.drop(name);
    databases.createMissing();
  }

  /** Tells whether our server (not another one on the same port) accepts connections. */
  public boolean ready() {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("show data_directory")) {
      answer.next();
      return Path.of(answer.getString(1)).toRealPath().equals(data.toRealPath());
    } catch (SQLException | IOException notYet) {
      return false;
    }
  }

  /** Stops the server of this data directory, if one runs, without waiting for its clients. */
  public void stop() {
    postmaster().ifPresent(PostgresServer::stop);
  }

  /** The server process that owns the data directory now. */
  public Optional<ProcessIdentity> postmaster() {
    return recordedPid()
        .flatMap(ProcessHandle::of)
        .filter(this::servesOurData)
        .flatMap(ProcessIdentity::of);
  }

  /** The JDBC address of a database. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** The password of a role; a service's role is named like its database. */
  public String password(String role) {
    return secrets.password("postgres-" + role);
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        jdbcUrl(database) + "?loginTimeout=5", SUPERUSER, password(SUPERUSER));
  }

  private void awaitReady(ProcessHandle process, Path log) {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!ready()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("PostgreSQL did not start, see " + log);
      }
      ProcessIdentity.Signals.pause(25);
    }
  }

  private static void stop(ProcessIdentity server) {
    server.signal("INT");
    if (!server.awaitEnd(STOP_LIMIT)) {
      server.signal("QUIT");
      if (!server.awaitEnd(STOP_LIMIT)) {
        throw new IllegalStateException("PostgreSQL with pid " + server.pid() + " does not stop");
      }
    }
  }

  private void stopLeftover() {
    postmaster().ifPresent(PostgresServer::stop);
  }

  /**
   * After a kill -9 the pid file stays. Once its pid belongs to another program the server would
   * refuse to start, so the file goes; but the dead server's children may take a moment to notice.
   */
  private void forgetDeadPostmaster() {
    if (recordedPid().isPresent() && postmaster().isEmpty()) {
      awaitOrphans();
      try {
        Files.deleteIfExists(data.resolve("postmaster.pid"));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private void awaitOrphans() {
    long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
    while (ProcessHandle.allProcesses().anyMatch(this::servesOurData)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("processes of a dead PostgreSQL still use " + data);
      }
      ProcessIdentity.Signals.pause(50);
    }
  }

  private Optional<Long> recordedPid() {
    try {
      List<String> lines =
          Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.UTF_8);
      return lines.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(lines.get(0).strip()));
    } catch (IOException | NumberFormatException noPid) {
      return Optional.empty();
    }
  }

  /** Recognises our server and its children: all of them work in the data directory. */
  private boolean servesOurData(ProcessHandle process) {
    try {
      Path cwd = Path.of("/proc/" + process.pid() + "/cwd");
      if (Files.isDirectory(Path.of("/proc/self"))) {
        return Files.readSymbolicLink(cwd).equals(data.toRealPath());
      }
      return Listener.describe(process.pid()).contains(data.toString());
    } catch (IOException foreignOrGone) {
      return false;
    }
  }

  private void initialise() {
    try {
      Directories.makePrivate(Objects.requireNonNull(data.getParent(), "a directory of its own"));
      Directories.delete(data);
      password(SUPERUSER);
      List<String> command = unprivileged(program("initdb"));
      command.addAll(
          List.of(
              "--pgdata=" + data,
              "--username=" + SUPERUSER,
              "--pwfile=" + secrets.file("postgres-" + SUPERUSER),
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8"));
      Path log = data.resolveSibling("initdb.log");
      int exit =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      if (exit != 0) {
        String said = Files.readString(log, StandardCharsets.UTF_8);
        Directories.delete(data);
        throw new IllegalStateException("initdb failed:\n" + said);
      }
      Files.writeString(
          log, "data directory made\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot make " + data, failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in initdb", stopped);
    }
  }

  private static Path program(String name) {
    return PostgresBinaries.unpacked().resolve("bin").resolve(name);
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody. */
  private static List<String> unprivileged(Path program) {
    List<String> command = new ArrayList<>();
    if (new UnixSystem().getUid() == 0) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(program.toString());
    return command;
  }
}
