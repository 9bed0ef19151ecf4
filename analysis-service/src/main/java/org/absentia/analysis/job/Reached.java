package org.absentia.analysis.job;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a computation is.
 *
 * @param done steps so far
 * @param of all steps; empty where nobody knows
 * @param unit what a step is; empty before the first
 */
public record Reached(long done, Optional<Long> of, Optional<String> unit) {
  static final Reached NOTHING = new Reached(0, Optional.empty(), Optional.empty());

  static Reached of(long done, long of, String unit) {
    return new Reached(done, of > 0 ? Optional.of(of) : Optional.empty(), Optional.of(unit));
  }

  /** What another thread told; of one unit the larger number counts. */
  Reached and(@Nullable Reached other) {
    return other != null && (!other.unit.equals(unit) || other.done > done) ? other : this;
  }
}
