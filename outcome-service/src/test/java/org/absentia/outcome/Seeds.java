package org.absentia.outcome;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Runs a property for many seeds; a failure names the seed that shows it. */
public final class Seeds {
  private Seeds() {}

  /** Runs a property for the seeds 0 to {@code count - 1}. */
  public static void forSeeds(int count, Consumer<SplittableRandom> property) {
    for (int seed = 0; seed < count; seed++) {
      try {
        property.accept(new SplittableRandom(seed));
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
      }
    }
  }
}
