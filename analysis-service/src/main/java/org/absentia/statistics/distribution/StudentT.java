package org.absentia.statistics.distribution;

import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles of Student's t distribution to the last digits. */
public final class StudentT {
  private static final int STEPS = 4;

  private StudentT() {}

  /**
   * The value that a t variable exceeds with the given probability. Commons Statistics finds it to
   * an absolute 1e-9; Newton's steps on its survival function add the digits that are missing.
   *
   * @param degreesOfFreedom any positive number
   */
  public static double upperQuantile(double degreesOfFreedom, double tail) {
    TDistribution t = TDistribution.of(degreesOfFreedom);
    double quantile = t.inverseSurvivalProbability(tail);
    for (int step = 0; step < STEPS; step++) {
      double change = (t.survivalProbability(quantile) - tail) / t.density(quantile);
      if (!Double.isFinite(change) || Math.abs(change) <= Math.ulp(quantile)) {
        break;
      }
      quantile += change;
    }
    return quantile;
  }
}
