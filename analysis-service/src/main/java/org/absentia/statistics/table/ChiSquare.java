package org.absentia.statistics.table;

import org.absentia.statistics.distribution.UpperTail;

/**
 * A test by chi-square; {@code NaN} where the data define none.
 *
 * @param degreesOfFreedom 0 where nothing is left to test
 */
public record ChiSquare(double statistic, int degreesOfFreedom, double pValue) {
  /** The test of a statistic. */
  public static ChiSquare of(double statistic, int degreesOfFreedom) {
    boolean defined = degreesOfFreedom > 0 && statistic >= 0;
    return new ChiSquare(
        statistic,
        degreesOfFreedom,
        defined ? UpperTail.chiSquare(statistic, degreesOfFreedom) : Double.NaN);
  }
}
