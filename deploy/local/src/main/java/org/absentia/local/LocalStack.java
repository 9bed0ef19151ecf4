package org.absentia.local;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a Quarkus test its surroundings: PostgreSQL with every service's database, Kafka with every
 * topic, and the token issuer, on random ports, once per test JVM. The argument {@code database}
 * ({@code ingest}, {@code randomisation}, {@code outcome} or {@code analysis}) chooses the
 * datasource.
 *
 * <p>The state lies in system properties because Quarkus loads this class once per application it
 * starts.
 */
public final class LocalStack implements QuarkusTestResourceLifecycleManager {
  private static final String HOME = "absentia.local.home";
  private static final String ADDRESSES = "absentia.local.addresses";
  private static final String OWNER = "owner.pid";

  private String database = "";

  @Override
  public void init(Map<String, String> arguments) {
    database = arguments.getOrDefault("database", "");
    if (!database.isEmpty() && !Databases.NAMES.contains(database)) {
      throw new IllegalArgumentException(
          "no local database '" + database + "', only " + Databases.NAMES);
    }
  }

  /** Runs before other resources, so that they find the infrastructure. */
  @Override
  public int order() {
    return -100;
  }

  @Override
  public Map<String, String> start() {
    return configuration(database);
  }

  /** Nothing: the stack serves every test of this JVM and ends with it. */
  @Override
  public void stop() {}

  /** The configuration of a service on the given database; starts the stack on first use. */
  public static Map<String, String> configuration(String database) {
    Addresses addresses = addresses();
    Map<String, String> settings = new HashMap<>();
    settings.put("kafka.bootstrap.servers", addresses.kafka());
    settings.put("quarkus.oidc.auth-server-url", addresses.issuer());
    if (!database.isEmpty()) {
      settings.put("quarkus.datasource.jdbc.url", addresses.jdbc() + database);
      settings.put("quarkus.datasource.username", database);
      settings.put(
          "quarkus.datasource.password", secrets("secret").password("postgres-" + database));
    }
    return settings;
  }

  /** Where Kafka listens; starts the stack on first use. */
  public static String bootstrapServers() {
    return addresses().kafka();
  }

  /** Where the issuer listens; starts the stack on first use. */
  public static String issuer() {
    return addresses().issuer();
  }

  static Secrets secrets(String directory) {
    return new Secrets(Path.of(System.getProperty(HOME)).resolve(directory));
  }

  private record Addresses(String jdbc, String kafka, String issuer) {
    static Addresses parse(String line) {
      String[] word = line.split(" ");
      return new Addresses(word[0], word[1], word[2]);
    }
  }

  private static Addresses addresses() {
    // The JDK's own properties object is the only lock that all class loaders share.
    synchronized (System.getProperties()) {
      if (System.getProperty(ADDRESSES) == null) {
        System.setProperty(ADDRESSES, launch());
      }
      return Addresses.parse(System.getProperty(ADDRESSES));
    }
  }

  private static String launch() {
    try {
      Path parent = Path.of("target", "local").toAbsolutePath();
      Files.createDirectories(parent);
      removeLeftovers(parent);
      Path home = Files.createTempDirectory(parent, "stack");
      System.setProperty(HOME, home.toString());
      Files.writeString(home.resolve(OWNER), Long.toString(ProcessHandle.current().pid()));
      return RunningStack.start(home, parent.resolve("stack.log")).addresses();
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot start the local stack", failed);
    }
  }

  /** A stack stops with its test JVM; only if it was itself killed is there something to remove. */
  private static void removeLeftovers(Path parent) throws IOException {
    try (DirectoryStream<Path> homes = Files.newDirectoryStream(parent, "stack*")) {
      for (Path home : homes) {
        if (Files.isDirectory(home) && !ownerLives(home)) {
          new PostgresServer(home.resolve("postgres"), 0, new Secrets(home.resolve("secret")))
              .stop();
          deleteQuietly(home);
        }
      }
    }
  }

  private static void deleteQuietly(Path home) {
    try {
      Directories.delete(home);
    } catch (IOException | UncheckedIOException stillStopping) {
      // its own process deletes it, or the next run does
    }
  }

  private static boolean ownerLives(Path home) {
    try {
      long pid = Long.parseLong(Files.readString(home.resolve(OWNER), StandardCharsets.UTF_8));
      return ProcessHandle.of(pid).isPresent();
    } catch (IOException | NumberFormatException unknown) {
      return false;
    }
  }
}
