package org.absentia.statistics.distribution;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The upper tail of the standard normal distribution in logarithms, so that it never underflows:
 * the asymptotic series of Mills' ratio (Abramowitz and Stegun 26.2.12) beyond 30.
 */
public final class NormalTail {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double FAR = 30;
  private static final double FAR_LOGARITHM = -400;
  private static final int STEPS = 20;

  private NormalTail() {}

  /** ln P(Z > z). */
  public static double logSurvival(double z) {
    if (z < 0) {
      return Math.log1p(-NORMAL.cumulativeProbability(z));
    }
    if (z < FAR) {
      return Math.log(NORMAL.survivalProbability(z));
    }
    double s = 1 / (z * z);
    double series = s * (-1 + s * (3 + s * (-15 + s * (105 - 945 * s))));
    return -z * z / 2 - Math.log(z) - Math.log(2 * Math.PI) / 2 + Math.log1p(series);
  }

  /** The z with ln P(Z > z) equal to a number of at most 0. */
  public static double inverseLogSurvival(double logarithm) {
    if (logarithm > FAR_LOGARITHM) {
      return logarithm > -1
          ? NORMAL.inverseCumulativeProbability(-Math.expm1(logarithm))
          : NORMAL.inverseSurvivalProbability(Math.exp(logarithm));
    }
    double z = Math.sqrt(-2 * logarithm);
    for (int step = 0; step < STEPS; step++) {
      double change = (logSurvival(z) - logarithm) / (z + 1 / z);
      z += change;
      if (Math.abs(change) <= Math.ulp(z)) {
        break;
      }
    }
    return z;
  }
}
