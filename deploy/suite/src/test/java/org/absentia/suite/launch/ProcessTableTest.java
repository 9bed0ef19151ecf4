package org.absentia.suite.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.absentia.suite.Component;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {
  @TempDir Path home;

  @Test
  void a_process_that_ignores_the_request_to_stop_is_killed() throws Exception {
    // Given
    ProcessTable table = new ProcessTable(home, Duration.ofMillis(300));
    table.start(shell("trap '' TERM; echo ready; while :; do sleep 0.1; done"), 1);
    awaitLog(table, "ready");
    RunFile stubborn = table.running(Component.KAFKA).orElseThrow();

    // When
    table.stop(Component.KAFKA, "TERM");

    // Then
    assertThat(stubborn.process().alive()).isFalse();
    assertThat(table.running(Component.KAFKA)).isEmpty();
  }

  @Test
  void the_reported_end_of_a_log_shows_this_run_only() throws Exception {
    // Given
    ProcessTable table = new ProcessTable(home, Duration.ofSeconds(5));
    table.start(shell("echo first run"), 1);
    awaitLog(table, "first run");

    // When
    ProcessTable.Started second = table.start(shell("echo $GREETING run; sleep 60"), 1);
    awaitLog(table, "second run");

    // Then
    assertThat(second.log().read()).isEqualTo("second run");
    table.kill(Component.KAFKA);
    assertThat(table.running(Component.KAFKA)).isEmpty();
  }

  @Test
  void a_damaged_run_file_counts_as_not_running() throws Exception {
    // Given
    Files.createDirectories(home.resolve("run"));
    Files.writeString(home.resolve("run/kafka.json"), "{\"pid\": 1,", StandardCharsets.UTF_8);

    // When // Then
    assertThat(new ProcessTable(home, Duration.ZERO).running(Component.KAFKA)).isEmpty();
  }

  private void awaitLog(ProcessTable table, String text) throws Exception {
    Instant deadline = Instant.now().plusSeconds(10);
    while (!Files.readString(table.log(Component.KAFKA)).contains(text)) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(20);
    }
  }

  private static Part shell(String script) {
    return new Part() {
      @Override
      public Component component() {
        return Component.KAFKA;
      }

      @Override
      public List<String> command() {
        return List.of("sh", "-c", script);
      }

      @Override
      public Map<String, String> environment() {
        return Map.of("GREETING", "second");
      }

      @Override
      public boolean ready() {
        return true;
      }
    };
  }
}
