package org.absentia.randomisation.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The pasts met so far with what they foretell, so that later runs only look them up. */
final class KnownPasts {
  private final Map<CountedPast, Known> known = new HashMap<>();
  private final CountedPast start;

  KnownPasts(CountedPast start) {
    this.start = start;
  }

  private static final class Known {
    private final CountedPast past;
    private final double[] probabilities;
    private final @Nullable Known[] next;

    Known(CountedPast past) {
      this.past = past;
      this.next = new Known[past.arms()];
      this.probabilities = new double[past.arms()];
      for (int arm = 0; arm < probabilities.length; arm++) {
        probabilities[arm] = past.probability(arm);
      }
    }
  }

  private Known following(Known from, int arm) {
    @Nullable Known next = from.next[arm];
    if (next == null) {
      next = known.computeIfAbsent(from.past.after(arm), Known::new);
      from.next[arm] = next;
    }
    return next;
  }

  /** Starts a run; runs of one instance follow one another. */
  Walk walk() {
    return new Walk() {
      private Known at = known.computeIfAbsent(start, Known::new);

      @Override
      public int arms() {
        return at.probabilities.length;
      }

      @Override
      public void arrive(RandomGenerator random) {
        // all participants of a stratum are alike
      }

      @Override
      public double probability(int arm) {
        return at.probabilities[arm];
      }

      @Override
      public void take(int arm) {
        at = following(at, arm);
      }
    };
  }
}
