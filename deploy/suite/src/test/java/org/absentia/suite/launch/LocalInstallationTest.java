package org.absentia.suite.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.absentia.local.Ports;
import org.absentia.local.ProcessIdentity;
import org.absentia.local.Topics;
import org.absentia.suite.Component;
import org.absentia.suite.ComponentStatus;
import org.absentia.suite.Installation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalInstallationTest {
  @TempDir Path home;
  private Settings settings;
  private Installation installation;

  @BeforeEach
  void describe_an_installation() {
    settings = TemporaryPorts.settings(home);
    installation = new LocalInstallation(settings);
  }

  @AfterEach
  void stop() {
    installation.down();
  }

  @Test
  void up_starts_what_is_named_and_leaves_alone_what_runs() {
    // Given
    installation.up(Component.ISSUER);
    long issuer = pid(Component.ISSUER);

    // When
    installation.up(Component.ISSUER, Component.POSTGRES);

    // Then
    assertThat(installation.running())
        .containsExactlyInAnyOrder(Component.ISSUER, Component.POSTGRES);
    assertThat(pid(Component.ISSUER)).isEqualTo(issuer);
  }

  @Test
  void up_brings_back_what_was_killed_and_later_runs_of_the_launcher_see_the_same_processes() {
    // Given
    installation.up(Component.POSTGRES, Component.KAFKA, Component.ISSUER);
    long kafka = pid(Component.KAFKA);

    // When
    installation.kill(Component.POSTGRES);
    installation.kill(Component.ISSUER);
    assertThat(installation.running()).containsExactly(Component.KAFKA);
    Installation later = new LocalInstallation(settings);
    later.up(Component.POSTGRES, Component.KAFKA, Component.ISSUER);

    // Then
    assertThat(pid(Component.KAFKA)).isEqualTo(kafka);
    assertThat(later.status())
        .filteredOn(one -> one.state() == ComponentStatus.State.READY)
        .extracting(ComponentStatus::component)
        .containsExactly(Component.POSTGRES, Component.KAFKA, Component.ISSUER);
    assertThat(Topics.ours().allExist(later.kafka())).isTrue();
  }

  @Test
  void a_token_made_without_the_issuer_is_one_that_the_issuer_accepts() throws Exception {
    // Given
    String token = installation.token("analyst", "mi-nav");

    // When
    installation.up(Component.ISSUER);

    // Then
    URI userInfo = URI.create(installation.address(Component.ISSUER) + "/userinfo");
    HttpRequest request =
        HttpRequest.newBuilder(userInfo).header("Authorization", "Bearer " + token).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"groups\":[\"analyst\"]", "\"trials\":[\"mi-nav\"]");
    }
  }

  @Test
  void taken_ports_are_all_named_with_their_holder_before_anything_starts() throws Exception {
    // Given
    try (ServerSocket kafka = occupy(Component.KAFKA);
        ServerSocket issuer = occupy(Component.ISSUER)) {
      // When // Then
      assertThatThrownBy(() -> installation.up(Component.KAFKA, Component.ISSUER))
          .isInstanceOf(LaunchFailure.class)
          .hasMessageContaining(
              "port %d, wanted by kafka, is taken by pid %d (",
              kafka.getLocalPort(), ProcessHandle.current().pid())
          .hasMessageContaining("port " + issuer.getLocalPort() + ", wanted by issuer")
          .hasMessageContaining("ABSENTIA_PORT_ISSUER");
      assertThat(installation.running()).isEmpty();
    }
  }

  @Test
  void a_process_that_dies_while_starting_is_reported_with_the_end_of_its_log() throws Exception {
    // Given
    Files.createDirectories(home.resolve("issuer"));
    Files.writeString(
        home.resolve("issuer/rsa-signing-key.json"), "damaged", StandardCharsets.UTF_8);

    // When // Then
    assertThatThrownBy(() -> installation.up(Component.ISSUER))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("issuer died while starting")
        .hasMessageContaining("the signing key file is damaged")
        .hasMessageContaining(installation.logs().resolve("issuer.log").toString());
  }

  @Test
  void a_service_that_is_not_built_says_so() {
    assertThatThrownBy(() -> installation.up(Component.OUTCOME_SERVICE))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("outcome-service is not built");
  }

  @Test
  void a_running_component_keeps_the_port_it_was_started_on() {
    // Given
    installation.up(Component.ISSUER);

    // When
    Installation withoutFlags =
        new LocalInstallation(new Settings(home, home, Map.of(), Ports.free(), false));

    // Then
    assertThat(withoutFlags.address(Component.ISSUER))
        .isEqualTo(installation.address(Component.ISSUER));
  }

  @Test
  void erasing_deletes_the_data_and_keeps_the_keys() throws IOException {
    // Given
    installation.up(Component.POSTGRES, Component.ISSUER);
    String key =
        Files.readString(home.resolve("issuer/rsa-signing-key.json"), StandardCharsets.UTF_8);

    // When
    installation.erase();

    // Then
    assertThat(installation.running()).isEmpty();
    assertThat(home.resolve("postgres")).doesNotExist();
    assertThat(home.resolve("issuer/rsa-signing-key.json")).content().isEqualTo(key);
  }

  @Test
  void a_recycled_pid_is_neither_running_nor_ever_signalled() throws Exception {
    // Given
    Process stranger = new ProcessBuilder("sleep", "60").start();
    ProcessIdentity identity = ProcessIdentity.of(stranger.toHandle()).orElseThrow();
    RunFile outdated =
        new RunFile(
            new ProcessIdentity(identity.pid(), identity.startedAt().minusSeconds(3600)), 1);
    outdated.write(home.resolve("run"), Component.KAFKA);

    // When
    assertThat(installation.running()).isEmpty();
    installation.kill(Component.KAFKA);
    installation.down();

    // Then
    assertThat(stranger.isAlive()).isTrue();
    stranger.destroyForcibly().waitFor();
  }

  @Test
  void after_an_interrupt_only_what_this_run_started_is_stopped_and_nothing_starts_any_more() {
    // Given
    installation.up(Component.POSTGRES);
    LocalInstallation laterRun = new LocalInstallation(settings);
    laterRun.up(Component.POSTGRES, Component.ISSUER);

    // When
    laterRun.abandon();

    // Then
    assertThat(installation.running()).containsExactly(Component.POSTGRES);
    assertThatThrownBy(() -> laterRun.up(Component.ISSUER)).hasMessage("interrupted");
  }

  private long pid(Component component) {
    return installation.status().stream()
        .filter(one -> one.component() == component)
        .flatMapToLong(one -> one.pid().stream())
        .findFirst()
        .orElseThrow();
  }

  private ServerSocket occupy(Component component) throws IOException {
    int port = installation.address(component).getPort();
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
