package org.absentia.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * PostgreSQL, Kafka and issuer for tests, in a JVM of their own: class loaders come and go in the
 * test JVM, and when that JVM dies, however it dies, its end of our standard input closes and
 * everything here stops.
 */
final class LocalStackProcess {
  static final String READY = "ready ";

  private final Path home;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final PostgresServer postgres;
  private final CompletableFuture<KafkaBroker> kafka;
  private final TokenIssuer issuer;

  private LocalStackProcess(Path home) {
    this.home = home;
    Secrets secrets = new Secrets(home.resolve("secret"));
    int postgresPort = Ports.free();
    postgres = new PostgresServer(home.resolve("postgres"), postgresPort, secrets);
    kafka = CompletableFuture.supplyAsync(this::startKafka);
    issuer = TokenIssuer.start(home.resolve("issuer"), Ports.free());
    postgres.start(home.resolve("postgres.log"));
  }

  /** Starts everything below HOME, says so in one line, and stops when standard input ends. */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    System.setOut(System.err);
    LocalStackProcess stack = new LocalStackProcess(Path.of(args[0]));
    Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop-local-stack"));
    out.println(READY + stack.addresses());
    out.flush();
    while (System.in.read() >= 0) {
      // nobody writes; we wait for the end of the stream
    }
    stack.stop();
    Runtime.getRuntime().halt(0);
  }

  private KafkaBroker startKafka() {
    return KafkaBroker.start(home.resolve("kafka"), Ports.free(), Ports.free());
  }

  private String addresses() {
    return String.join(
        " ", postgres.jdbcUrl(""), kafka.join().bootstrapServers(), issuer.address());
  }

  private void stop() {
    if (stopped.compareAndSet(false, true)) {
      issuer.close();
      postgres.stop();
      kafka.join().close();
      try {
        Directories.delete(home);
      } catch (IOException leftForNextRun) {
        new PrintStream(System.err, true, StandardCharsets.UTF_8)
            .println("cannot delete " + home + ": " + leftForNextRun);
      }
    }
  }
}
