package org.absentia.statistics.imputation;

import java.util.List;

/**
 * How the values filled into one variable moved in one chain, an entry for each iteration; of
 * categories the places of the levels counted from 1. {@code NaN} is undefined.
 */
public record Trace(List<Double> means, List<Double> standardDeviations) {
  public Trace {
    means = List.copyOf(means);
    standardDeviations = List.copyOf(standardDeviations);
  }
}
