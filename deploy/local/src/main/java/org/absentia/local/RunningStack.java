package org.absentia.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL with every service's database, Kafka with every topic, and the token issuer, on free
 * ports, in a process of their own that ends with this JVM even if that is killed.
 */
public final class RunningStack implements AutoCloseable {
  private final Path home;
  private final Process process;
  private final String addresses;

  private RunningStack(Path home, Process process, String addresses) {
    this.home = home;
    this.process = process;
    this.addresses = addresses;
  }

  /** Starts a stack whose data lie in a directory, which it deletes when it stops. */
  public static RunningStack start(Path home, Path log) {
    try {
      Process process =
          new ProcessBuilder(command(home))
              .redirectError(ProcessBuilder.Redirect.to(log.toFile()))
              .start();
      return new RunningStack(home, process, awaitReady(process, log));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot start the local stack", failed);
    }
  }

  private static List<String> command(Path home) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(JvmFlags.SMALL);
    command.addAll(
        List.of(
            "-Xmx384m",
            "-cp",
            System.getProperty("java.class.path"),
            LocalStackProcess.class.getName(),
            home.toString()));
    return command;
  }

  private static String awaitReady(Process process, Path log) throws IOException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(LocalStackProcess.READY)) {
        return line.substring(LocalStackProcess.READY.length());
      }
    }
    throw new IllegalStateException(
        "the local stack did not start:\n" + Files.readString(log, StandardCharsets.UTF_8));
  }

  /** The address of the databases without a name, of Kafka, and of the issuer. */
  String addresses() {
    return addresses;
  }

  public String jdbcUrl(String database) {
    return addresses.split(" ")[0] + database;
  }

  /** The password of a role; a service's role is named like its database. */
  public String password(String role) {
    return new Secrets(home.resolve("secret")).password("postgres-" + role);
  }

  /** The address for {@code kafka.bootstrap.servers}. */
  public String bootstrapServers() {
    return addresses.split(" ")[1];
  }

  public String issuer() {
    return addresses.split(" ")[2];
  }

  /** A token for a role that covers every trial. */
  public String token(String role) {
    return new TokenMint(issuer(), new Secrets(home.resolve("issuer")))
        .accessToken(role, List.of());
  }

  /** Stops everything and deletes the data. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException gone) {
      process.destroy();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
