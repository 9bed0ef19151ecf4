package org.absentia.statistics.survival;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** A test by chi-square; {@code NaN} where the data define none. */
public record ChiSquare(double chiSquare, double degreesOfFreedom, double pValue) {
  /** The test of a statistic. */
  public static ChiSquare of(double chiSquare, double degreesOfFreedom) {
    boolean defined = degreesOfFreedom > 0 && chiSquare >= 0;
    return new ChiSquare(
        chiSquare,
        degreesOfFreedom,
        defined
            ? ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(chiSquare)
            : Double.NaN);
  }
}
