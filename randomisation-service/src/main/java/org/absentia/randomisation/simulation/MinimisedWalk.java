package org.absentia.randomisation.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.absentia.randomisation.scheme.Minimisation;

/**
 * Minimisation of participants whose levels are drawn independently, all levels of a factor equally
 * probable. The guesser sees the levels, too.
 */
final class MinimisedWalk implements Walk {
  private final Minimisation scheme;
  private final int levelsPerFactor;
  private final Minimisation.Arrivals arrivals;
  private Map<String, String> levels = Map.of();
  private List<Long> weights = List.of();

  MinimisedWalk(Minimisation scheme, int levelsPerFactor) {
    this.scheme = scheme;
    this.levelsPerFactor = levelsPerFactor;
    this.arrivals = scheme.arrivals();
  }

  @Override
  public int arms() {
    return scheme.ratio().parts().size();
  }

  @Override
  public void arrive(RandomGenerator random) {
    levels = new HashMap<>();
    for (String factor : scheme.factors()) {
      levels.put(factor, String.valueOf(random.nextInt(levelsPerFactor)));
    }
    weights = arrivals.weights(levels);
  }

  @Override
  public double probability(int arm) {
    return (double) weights.get(arm) / Counts.sum(weights);
  }

  @Override
  public void take(int arm) {
    arrivals.count(levels, arm);
  }
}
