package org.absentia.suite.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.absentia.suite.Component;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
  @TempDir Path home;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop_listening() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void token_prints_a_token_and_nothing_else() {
    // When
    int exit = run("token", "analyst", "--trial", "mi-nav");

    // Then
    assertThat(exit).isZero();
    assertThat(said()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");
    assertThat(complained()).isEmpty();
  }

  @Test
  void an_unknown_role_is_refused_with_the_known_ones() {
    assertThat(run("token", "king")).isEqualTo(2);
    assertThat(said()).isEmpty();
    assertThat(complained()).contains("unknown role 'king'", "privacy-officer");
  }

  @Test
  void an_unknown_command_gets_the_help() {
    assertThat(run("fly")).isEqualTo(2);
    assertThat(complained()).contains("unknown command 'fly'", "usage: ./absentia", "status");
  }

  @Test
  void an_unknown_component_is_refused_with_the_known_ones() {
    assertThat(run("up", "mailer")).isEqualTo(2);
    assertThat(complained()).contains("unknown component 'mailer'", "registry-ingest");
  }

  @Test
  void help_names_every_command() {
    assertThat(run("help")).isZero();
    assertThat(said()).contains("up [SERVICE...]", "down", "status", "token ROLE", "test");
  }

  @Test
  void status_of_nothing_shows_every_component_as_down_and_fails() {
    // When
    int exit = run("status", "--port", "kafka=29092");

    // Then
    assertThat(exit).isEqualTo(1);
    assertThat(said().lines().filter(line -> line.endsWith("down"))).hasSize(7);
    assertThat(said()).contains("29092");
  }

  @Test
  void a_port_that_is_none_is_refused() {
    assertThat(run("status", "--port", "kafka=much")).isEqualTo(1);
    assertThat(complained()).contains("--port kafka must be a port number, not 'much'");
    assertThatThrownBy(() -> Settings.of(Map.of("ABSENTIA_PORT_KAFKA", "70000"), Map.of()))
        .hasMessageContaining("ABSENTIA_PORT_KAFKA must be a port number");
  }

  @Test
  void a_flag_moves_a_port_that_the_environment_moved_before() {
    // When
    Settings settings =
        Settings.of(
            Map.of("ABSENTIA_PORT_KAFKA", "1092", "ABSENTIA_PORT_ISSUER", "1085"),
            Map.of(Component.KAFKA, 2092));

    // Then
    assertThat(settings.ports())
        .containsOnly(Map.entry(Component.KAFKA, 2092), Map.entry(Component.ISSUER, 1085));
  }

  private int run(String... words) {
    List<String> args = new java.util.ArrayList<>(List.of(words));
    args.addAll(List.of("--home", home.toString()));
    return CommandLine.run(args);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return complained.toString(StandardCharsets.UTF_8);
  }
}
