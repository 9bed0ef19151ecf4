package org.absentia.randomisation.simulation;

import java.util.List;

/** Each allocation is drawn by itself. */
record FixedWeights(List<Long> weights) implements CountedPast {
  FixedWeights {
    weights = List.copyOf(weights);
  }

  @Override
  public FixedWeights after(int arm) {
    return this;
  }
}
