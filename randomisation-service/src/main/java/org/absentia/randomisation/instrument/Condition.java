package org.absentia.randomisation.instrument;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** A range that a score must lie in: at least one bound, and below another, where given. */
public record Condition(Optional<BigDecimal> atLeast, Optional<BigDecimal> below) {
  /** What is known about a condition while items are missing. */
  enum Truth {
    HOLDS,
    FAILS,
    OPEN
  }

  public Condition {
    if (atLeast.isEmpty() && below.isEmpty()) {
      throw new IllegalArgumentException("a condition has a bound");
    }
  }

  Stream<BigDecimal> bounds() {
    return Stream.concat(atLeast.stream(), below.stream());
  }

  Truth of(Score score) {
    boolean lowestHolds = holds(score.lowest());
    boolean highestHolds = holds(score.highest());
    if (lowestHolds && highestHolds) {
      return Truth.HOLDS;
    }
    // an interval whose ends both fail on the same side fails as a whole
    boolean allTooLow = atLeast.filter(bound -> score.highest().compareTo(bound) < 0).isPresent();
    boolean allTooHigh = below.filter(bound -> score.lowest().compareTo(bound) >= 0).isPresent();
    return allTooLow || allTooHigh ? Truth.FAILS : Truth.OPEN;
  }

  boolean holds(BigDecimal value) {
    return atLeast.filter(bound -> value.compareTo(bound) < 0).isEmpty()
        && below.filter(bound -> value.compareTo(bound) >= 0).isEmpty();
  }
}
