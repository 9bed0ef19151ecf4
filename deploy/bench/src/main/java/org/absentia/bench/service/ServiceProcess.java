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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.absentia.local.JvmFlags;
import org.absentia.local.Ports;
import org.absentia.local.RunningStack;

/** One process of a service, started as the launcher starts it. */
final class ServiceProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Program program;
  private final Process process;
  private final int port;
  private final Path log;

  private ServiceProcess(Program program, Process process, int port, Path log) {
    this.program = program;
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * What is started.
   *
   * @param database its database, user and password's name in the stack
   * @param flags of its virtual machine
   * @param heapMb the largest heap, in megabytes
   * @param secrets environment variables of this service alone
   */
  record Program(
      String service,
      String database,
      List<String> flags,
      int heapMb,
      Map<String, String> secrets) {
    static final Program OUTCOME =
        new Program("outcome-service", "outcome", JvmFlags.SMALL, 192, Map.of());
    static final Program RANDOMISATION =
        new Program(
            "randomisation-service",
            "randomisation",
            JvmFlags.LEAN,
            256,
            Map.of(
                "ABSENTIA_KEY_ENCRYPTION_KEY", "0b".repeat(32),
                "ABSENTIA_SESSION_SECRET", "0c".repeat(32)));

    Path jar() {
      return Path.of(System.getProperty("absentia.root", "."))
          .resolve(service + "/target/quarkus-app/quarkus-run.jar");
    }
  }

  /** Starts a program built in a checkout and waits until it is ready. */
  static ServiceProcess start(Program program, RunningStack stack, Path log) throws IOException {
    if (!Files.exists(program.jar())) {
      throw new IllegalStateException(program.jar() + " is missing (./mvnw package)");
    }
    int port = Ports.free();
    ProcessBuilder builder =
        new ProcessBuilder(command(program)).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment(program, stack, port));
    ServiceProcess started = new ServiceProcess(program, builder.start(), port, log);
    Runtime.getRuntime().addShutdownHook(new Thread(started.process::destroyForcibly));
    started.awaitReady();
    return started;
  }

  private static List<String> command(Program program) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(program.flags());
    command.addAll(List.of("-Xmx" + program.heapMb() + "m", "-jar", program.jar().toString()));
    return command;
  }

  private static Map<String, String> environment(Program program, RunningStack stack, int port) {
    Map<String, String> environment = new HashMap<>(program.secrets());
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", stack.jdbcUrl(program.database()));
    environment.put("QUARKUS_DATASOURCE_USERNAME", program.database());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", stack.password(program.database()));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers());
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", stack.issuer());
    return environment;
  }

  private void awaitReady() {
    HttpRequest health = HttpRequest.newBuilder(address("/q/health/ready")).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      Waiting.until(
          PATIENCE, program.service() + " is ready, see " + log, () -> answersOk(http, health));
    }
  }

  private boolean answersOk(HttpClient http, HttpRequest request) throws InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException(program.service() + " died while starting:\n" + said());
    }
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Returns all that the process has printed so far. */
  String said() {
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
