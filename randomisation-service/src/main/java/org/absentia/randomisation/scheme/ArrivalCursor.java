package org.absentia.randomisation.scheme;

import java.util.Map;
import java.util.Optional;

/**
 * Minimisation held after the last participant whom the log names. A draw runs ahead of the log by
 * one slot; when the log then tells something else, the cursor is worth nothing and a new one is
 * made.
 */
public final class ArrivalCursor {
  private final Minimisation.Arrivals arrivals;
  private final IntegerStream stream;
  private Optional<Arrival> ahead = Optional.empty();

  private record Arrival(int slot, Map<String, String> levels) {}

  /**
   * @param stream of the trial, at its beginning
   */
  public ArrivalCursor(Minimisation scheme, IntegerStream stream) {
    this.arrivals = scheme.arrivals();
    this.stream = stream;
  }

  /** Takes in the next slot that the log says was taken; tells whether it is the one drawn. */
  public boolean follow(int slot, Map<String, String> levels) {
    if (ahead.isEmpty()) {
      int _ = arrivals.next(stream, levels);
      return true;
    }
    boolean same = ahead.equals(Optional.of(new Arrival(slot, Map.copyOf(levels))));
    ahead = Optional.empty();
    return same;
  }

  /** Tells whether a draw was not followed by the log yet. */
  public boolean isAhead() {
    return ahead.isPresent();
  }

  /** Draws the arm of the participant who takes the slot now. */
  public int draw(int slot, Map<String, String> levels) {
    if (isAhead()) {
      throw new IllegalStateException("the log does not tell of the last draw");
    }
    ahead = Optional.of(new Arrival(slot, Map.copyOf(levels)));
    return arrivals.next(stream, levels);
  }
}
