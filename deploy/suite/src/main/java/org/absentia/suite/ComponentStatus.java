package org.absentia.suite;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/** The state of one component at one moment; memory is what its processes hold, in bytes. */
public record ComponentStatus(
    Component component,
    OptionalLong pid,
    int port,
    State state,
    Duration uptime,
    long memoryBytes) {
  /** Whether a process runs and whether it answers. */
  public enum State {
    READY,
    NOT_READY,
    DOWN;

    /** The word in the status table. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
