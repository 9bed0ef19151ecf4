package org.absentia.suite.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.absentia.local.Ports;
import org.absentia.suite.Component;
import org.absentia.suite.Installation;
import org.absentia.suite.launch.LocalInstallation;
import org.absentia.suite.launch.Settings;
import org.absentia.suite.world.Scale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs a small trial on the built services while processes are killed under it. The demo itself
 * holds every list, count and outcome against the truth of its world, so an exit code of 0 means
 * that nothing was lost and nothing doubled.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndTest {
  private static final Options OPTIONS = new Options("mi-nav", 3, Scale.SMALL, false);
  private static final Duration LONG = Duration.ofMinutes(6);
  private static final Pattern ELEVEN_DIGITS =
      Pattern.compile("(?<![0-9A-Za-z-])\\d{11}(?![0-9A-Za-z-])");

  @TempDir private static Path home;
  private static Installation installation;
  private static Site site;

  @BeforeAll
  static void start() {
    Map<Component, Integer> ports = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      ports.put(component, Ports.free());
    }
    Path root = Path.of(System.getProperty("absentia.root", "../..")).toAbsolutePath().normalize();
    installation = new LocalInstallation(new Settings(root, home, ports, Ports.free(), false));
    installation.up();
    site = new InstallationSite(installation);
  }

  @AfterAll
  static void stop() {
    installation.down();
  }

  @Test
  @Order(1)
  void killing_services_broker_and_database_in_the_middle_loses_and_doubles_nothing() {
    // Given
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    CompletableFuture<Integer> exit =
        CompletableFuture.supplyAsync(() -> DemoCommand.run(OPTIONS, site, to(told)));

    // When
    whenWeeksAreDone(15, exit);
    installation.kill(Component.REGISTRY_INGEST);
    installation.kill(Component.POSTGRES);
    installation.up();
    whenWeeksAreDone(45, exit);
    installation.kill(Component.OUTCOME_SERVICE);
    installation.kill(Component.KAFKA);
    installation.up();

    // Then
    assertThat(exit.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join())
        .as(() -> told.toString(StandardCharsets.UTF_8))
        .isZero();
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("enrolled 60, allocated 60", "57 of 57 outcomes equal", "All steps held");
  }

  @Test
  @Order(2)
  void running_the_demo_again_changes_nothing() {
    // Given
    String before = tables();
    Map<Service, JsonNode> counts = counts();
    ByteArrayOutputStream told = new ByteArrayOutputStream();

    // When
    int exit = DemoCommand.run(OPTIONS, site, to(told));

    // Then
    assertThat(exit).as(() -> told.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(tables()).isEqualTo(before);
    assertThat(counts()).isEqualTo(counts);
  }

  @Test
  @Order(3)
  void another_seed_on_the_same_data_is_refused_with_a_hint() {
    // Given
    Options other = new Options("mi-nav", 4, Scale.SMALL, false);
    ByteArrayOutputStream told = new ByteArrayOutputStream();

    // When
    int exit = DemoCommand.run(other, site, to(told));

    // Then
    assertThat(exit).isEqualTo(1);
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("--seed 3", "--fresh");
  }

  @Test
  @Order(4)
  void a_lost_outcome_database_comes_back_from_the_topics_version_by_version() {
    try (Calls calls = new Calls(site, Duration.ofSeconds(30))) {
      // Given
      String snapshot = snapshot(calls).path("hash").asText();
      JsonNode before = outcomes(calls, "/trials/mi-nav/fingerprint");
      JsonNode completeness = outcomes(calls, "/trials/mi-nav/completeness");

      // When
      installation.rebuild(Component.OUTCOME_SERVICE);

      // Then
      assertThat(before.path("versions").asInt()).isGreaterThanOrEqualTo(60);
      assertThat(
              Waiting.until(
                  LONG,
                  () ->
                      completeness.equals(outcomes(calls, "/trials/mi-nav/completeness"))
                          && before.equals(outcomes(calls, "/trials/mi-nav/fingerprint"))))
          .as(() -> before + " and now " + outcomes(calls, "/trials/mi-nav/fingerprint"))
          .isTrue();
      assertThat(outcomes(calls, "/snapshots/" + snapshot).path("intact").asBoolean()).isTrue();
    }
  }

  private static JsonNode snapshot(Calls calls) {
    return calls
        .post(Service.OUTCOME_SERVICE, Roles.ANALYST, "/trials/mi-nav/snapshots", "")
        .expecting(201);
  }

  /** What outcome-service answers; missing while it does not answer. */
  private static JsonNode outcomes(Calls calls, String path) {
    Reply reply = calls.get(Service.OUTCOME_SERVICE, Roles.ANALYST, path);
    return reply.is(200) ? reply.body() : MissingNode.getInstance();
  }

  @Test
  @Order(5)
  void every_documented_operation_asks_for_a_token_and_for_a_role() {
    Doors doors = new Doors(installation);
    Optional<String> fits = Optional.of(installation.token("participant"));
    for (Component service : Component.SERVICES) {
      assertThat(doors.of(service)).as("operations of %s", service).isNotEmpty();
      for (Doors.Door door : doors.of(service)) {
        assertThat(doors.knock(service, door, Optional.empty()))
            .as("%s without a token", door)
            .isEqualTo(isLink(door) ? 404 : isPage(door) ? 302 : 401);
        assertThat(doors.knock(service, door, fits))
            .as("%s with another role", door)
            .isEqualTo(isLink(door) ? 404 : 403);
      }
    }
  }

  /** What is reached by a participant's one-time link; what is no such link is not found. */
  private static boolean isLink(Doors.Door door) {
    return door.path().startsWith("/answers/");
  }

  /** A browser that opens a page without a token is sent to the login. */
  private static boolean isPage(Doors.Door door) {
    return door.path().startsWith("/reports/")
        || (door.method().equals("GET") && door.path().equals("/design-simulations"));
  }

  @Test
  @Order(6)
  void no_log_names_a_person() throws IOException {
    try (Stream<Path> logs = Files.list(installation.logs())) {
      for (Path log : logs.toList()) {
        assertThat(Files.readAllLines(log))
            .as("lines of %s that hold eleven digits", log.getFileName())
            .noneMatch(line -> ELEVEN_DIGITS.matcher(line).find());
      }
    }
  }

  private static void whenWeeksAreDone(int weeks, CompletableFuture<Integer> exit) {
    boolean done =
        Waiting.until(LONG, () -> exit.isDone() || diary().path("weeks").asInt() >= weeks);
    assertThat(done).as("%d weeks are done", weeks).isTrue();
  }

  private static JsonNode diary() {
    Path file = home.resolve("demo").resolve("mi-nav.json");
    try {
      return Files.exists(file)
          ? new ObjectMapper().readTree(Files.readAllBytes(file))
          : new ObjectMapper().createObjectNode();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String tables() {
    String run = "/trials/mi-nav/analyses/" + diary().path("runId").asText();
    try (Calls calls = new Calls(site, Duration.ofSeconds(30))) {
      return List.of("table-1", "table-3").stream()
          .map(
              table ->
                  calls
                      .get(Service.ANALYSIS_SERVICE, Roles.ANALYST, run + "/" + table, "text/csv")
                      .text())
          .reduce("", String::concat);
    }
  }

  private static Map<Service, JsonNode> counts() {
    try (Calls calls = new Calls(site, Duration.ofSeconds(30))) {
      return Map.of(
          Service.REGISTRY_INGEST,
          calls
              .get(Service.REGISTRY_INGEST, Roles.OPERATOR, "/record-counts")
              .expecting(200)
              .path("recordVersions"),
          Service.OUTCOME_SERVICE,
          calls
              .get(Service.OUTCOME_SERVICE, Roles.OPERATOR, "/trials/mi-nav/completeness")
              .expecting(200),
          Service.ANALYSIS_SERVICE,
          calls
              .get(Service.ANALYSIS_SERVICE, Roles.OPERATOR, "/trials/mi-nav/completeness")
              .expecting(200));
    }
  }

  private static PrintStream to(ByteArrayOutputStream told) {
    return new PrintStream(told, true, StandardCharsets.UTF_8);
  }
}
