package org.absentia.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.absentia.local.JvmFlags;
import org.absentia.local.Ports;
import org.absentia.local.RunningStack;

/** One process of outcome-service, started as the launcher starts it. */
final class OutcomeProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SHARE = "event=share-changed parts=";

  private final Process process;
  private final int port;
  private final Path log;

  private OutcomeProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** Starts the program built in a checkout and waits until it is ready. */
  static OutcomeProcess start(RunningStack stack, Path log) throws IOException {
    Path program =
        Path.of(System.getProperty("absentia.root", "."))
            .resolve("outcome-service/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(program)) {
      throw new IllegalStateException(program + " is missing (./mvnw package)");
    }
    int port = Ports.free();
    ProcessBuilder builder =
        new ProcessBuilder(command(program)).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment(stack, port));
    OutcomeProcess started = new OutcomeProcess(builder.start(), port, log);
    Runtime.getRuntime().addShutdownHook(new Thread(started.process::destroyForcibly));
    started.awaitReady();
    return started;
  }

  private static List<String> command(Path program) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmFlags.SMALL);
    command.addAll(List.of("-Xmx192m", "-jar", program.toString()));
    return command;
  }

  private static Map<String, String> environment(RunningStack stack, int port) {
    return Map.of(
        "QUARKUS_HTTP_HOST", "127.0.0.1",
        "QUARKUS_HTTP_PORT", Integer.toString(port),
        "QUARKUS_DATASOURCE_JDBC_URL", stack.jdbcUrl("outcome"),
        "QUARKUS_DATASOURCE_USERNAME", "outcome",
        "QUARKUS_DATASOURCE_PASSWORD", stack.password("outcome"),
        "KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers(),
        "QUARKUS_OIDC_AUTH_SERVER_URL", stack.issuer());
  }

  private void awaitReady() throws IOException {
    HttpRequest health = HttpRequest.newBuilder(address("/q/health/ready")).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      Waiting.until(
          PATIENCE, "outcome-service is ready, see " + log, () -> answersOk(http, health));
    }
  }

  private boolean answersOk(HttpClient http, HttpRequest request) {
    if (!process.isAlive()) {
      throw new IllegalStateException("outcome-service died while starting:\n" + said());
    }
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** How many partitions this process says it owns now. */
  int partitions() {
    int last = said().lastIndexOf(SHARE);
    if (last < 0) {
      return 0;
    }
    String mine = said().substring(last);
    mine = mine.substring(mine.indexOf('[') + 1, mine.indexOf(']'));
    return mine.isBlank() ? 0 : mine.split(",").length;
  }

  private String said() {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Resident memory in megabytes. */
  double memory() {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0)
          / 1024.0;
    } catch (IOException notLinux) {
      return 0;
    }
  }

  /** Processor time so far. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().map(time -> time.toNanos() / 1e9).orElse(0.0);
  }

  /** Ends the process as the kernel does when memory is short: kill -9. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
