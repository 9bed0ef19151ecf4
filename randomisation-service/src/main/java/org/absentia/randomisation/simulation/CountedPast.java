package org.absentia.randomisation.simulation;

import java.util.List;

/**
 * What somebody who saw every allocation of a stratum knows about the next one, for methods whose
 * pasts repeat: two pasts that foretell the same are equal.
 */
sealed interface CountedPast permits FixedWeights, OneBlockSize, UrnOfBlocks, Lead, TwoColours {
  /** The weights with which the next arm is drawn; their sum is positive. */
  List<Long> weights();

  /** What is known once the next participant got this arm, whose weight is positive. */
  CountedPast after(int arm);

  default int arms() {
    return weights().size();
  }

  default double probability(int arm) {
    return (double) weights().get(arm) / sum();
  }

  default long sum() {
    return Counts.sum(weights());
  }

  default long largest() {
    return weights().stream().mapToLong(Long::longValue).max().orElseThrow();
  }
}
