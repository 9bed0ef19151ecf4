package org.absentia.analysis.dataset;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A version of a participant's outcome as the outcome-service computed it.
 *
 * @param windows lost workdays per follow-up window; of whoever withdrew, of the windows over by
 *     then
 * @param baseline variables at inclusion that were computed from the registers
 */
public record Outcome(
    int version, Status status, Map<String, Window> windows, Map<String, Value> baseline) {

  public enum Status {
    COMPLETE,
    PARTIAL,
    WITHDRAWN
  }

  /** Sum over one window, which ends with the day {@code to}. */
  public record Window(LocalDate to, double workdays, double lostWorkdays) {}

  public Outcome {
    windows = Map.copyOf(windows);
    baseline = Map.copyOf(baseline);
  }

  /** Whether the sum over a window is final or will never be known. */
  public boolean settles(String window) {
    return status == Status.WITHDRAWN || complete(window).isPresent();
  }

  /** Return the sum over a window if it is final. */
  public Optional<Window> complete(String window) {
    return status == Status.PARTIAL ? Optional.empty() : Optional.ofNullable(windows.get(window));
  }
}
