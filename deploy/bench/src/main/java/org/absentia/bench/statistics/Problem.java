package org.absentia.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Data, and what is estimated from them.
 *
 * @param engine estimates once, in the order in which R's methods write their estimates
 * @param isParallel whether the engine shares the work between threads
 * @param target how many times as fast as each contender the engine is to be
 */
record Problem(
    String name,
    Columns data,
    Supplier<List<Estimate>> engine,
    boolean isParallel,
    double target,
    List<Contender> contenders) {
  Problem {
    contenders = List.copyOf(contenders);
  }

  /**
   * Compares a contender's estimates with the engine's.
   *
   * @throws IllegalStateException when they differ by more than their room
   */
  void mustAgree(List<Estimate> estimates, Contender contender, List<Double> others) {
    if (Double.isInfinite(contender.leniency())) {
      return;
    }
    if (others.size() != estimates.size()) {
      throw disagreement(contender, others.size() + " estimates instead of " + estimates.size());
    }
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < estimates.size(); i++) {
      Estimate own = estimates.get(i);
      if (!own.agreesWith(others.get(i), contender.leniency())) {
        differences.add(own.name() + " " + others.get(i) + ", not " + own.value());
      }
    }
    if (!differences.isEmpty()) {
      throw disagreement(contender, String.join("; ", differences));
    }
  }

  private IllegalStateException disagreement(Contender contender, String how) {
    return new IllegalStateException(
        "the run is worth nothing: " + contender.name() + " disagrees about " + name + ": " + how);
  }
}
