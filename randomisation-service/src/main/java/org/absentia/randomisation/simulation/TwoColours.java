package org.absentia.randomisation.simulation;

import java.util.List;

/** Wei's urn with its balls of two colours. */
record TwoColours(List<Long> weights, int beta) implements CountedPast {
  TwoColours {
    weights = List.copyOf(weights);
  }

  @Override
  public TwoColours after(int arm) {
    long first = weights.get(0);
    long second = weights.get(1);
    return new TwoColours(
        arm == 0 ? List.of(first, second + beta) : List.of(first + beta, second), beta);
  }
}
