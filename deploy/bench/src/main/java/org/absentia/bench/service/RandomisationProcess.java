package org.absentia.bench.service;

import java.io.IOException;
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

/** One process of randomisation-service, started as the launcher starts it. */
final class RandomisationProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final int port;

  private RandomisationProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts the program built in a checkout and waits until it is ready. */
  static RandomisationProcess start(RunningStack stack, Path log) throws IOException {
    Path program =
        Path.of(System.getProperty("absentia.root", "."))
            .resolve("randomisation-service/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(program)) {
      throw new IllegalStateException(program + " is missing (./mvnw package)");
    }
    int port = Ports.free();
    ProcessBuilder builder =
        new ProcessBuilder(command(program)).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment(stack, port));
    RandomisationProcess started = new RandomisationProcess(builder.start(), port);
    Runtime.getRuntime().addShutdownHook(new Thread(started.process::destroyForcibly));
    started.awaitReady(log);
    return started;
  }

  private static List<String> command(Path program) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmFlags.SMALL);
    command.addAll(List.of("-Xmx256m", "-jar", program.toString()));
    return command;
  }

  private static Map<String, String> environment(RunningStack stack, int port) {
    return Map.of(
        "QUARKUS_HTTP_HOST", "127.0.0.1",
        "QUARKUS_HTTP_PORT", Integer.toString(port),
        "QUARKUS_DATASOURCE_JDBC_URL", stack.jdbcUrl("randomisation"),
        "QUARKUS_DATASOURCE_USERNAME", "randomisation",
        "QUARKUS_DATASOURCE_PASSWORD", stack.password("randomisation"),
        "KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers(),
        "QUARKUS_OIDC_AUTH_SERVER_URL", stack.issuer(),
        "ABSENTIA_KEY_ENCRYPTION_KEY", "0b".repeat(32));
  }

  private void awaitReady(Path log) {
    HttpRequest health = HttpRequest.newBuilder(address("/q/health/ready")).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      Waiting.until(
          PATIENCE, "randomisation-service is ready, see " + log, () -> answersOk(http, health));
    }
  }

  private boolean answersOk(HttpClient http, HttpRequest request) throws InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException("randomisation-service died while starting");
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

  @Override
  public void close() {
    process.destroy();
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
