package org.absentia.suite.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.absentia.suite.Component;
import org.absentia.suite.ComponentStatus;
import org.absentia.suite.ComponentStatus.State;
import org.junit.jupiter.api.Test;

class StatusTableTest {
  private static final long MEBIBYTE = 1024 * 1024;

  @Test
  void each_component_is_a_row_and_memory_is_summed() {
    // Given
    ComponentStatus postgres =
        new ComponentStatus(
            Component.POSTGRES,
            OptionalLong.of(4711),
            55432,
            State.READY,
            Duration.ofMinutes(187),
            57 * MEBIBYTE);
    ComponentStatus ingest =
        new ComponentStatus(
            Component.REGISTRY_INGEST,
            OptionalLong.of(4712),
            8081,
            State.NOT_READY,
            Duration.ofSeconds(65),
            200 * MEBIBYTE);
    ComponentStatus outcome =
        new ComponentStatus(
            Component.OUTCOME_SERVICE, OptionalLong.empty(), 8083, State.DOWN, Duration.ZERO, 0);

    // When
    String table = StatusTable.of(List.of(postgres, ingest, outcome));

    // Then
    assertThat(table)
        .isEqualTo(
            """
            process                     pid   port  state        uptime   memory
            postgres                   4711  55432  ready        3:07 h    57 MB
            registry-ingest            4712   8081  not ready  1:05 min   200 MB
            outcome-service               -   8083  down
                                                                 in all   257 MB
            """);
  }
}
