package org.absentia.statistics.imputation;

import org.absentia.statistics.data.Interval;

/**
 * One estimate over all imputations; {@code NaN} is undefined.
 *
 * @param small the test by Barnard and Rubin's degrees of freedom (1999)
 * @param classical the same by Rubin's degrees of freedom (1987)
 * @param statistic the estimate over its standard error
 * @param within mean variance W inside the imputations
 * @param between variance B of the estimates between them
 * @param total T = W + (1 + 1/m) B
 * @param relativeIncrease r = (1 + 1/m) B/W
 */
public record PooledCoefficient(
    String term,
    double estimate,
    double standardError,
    double statistic,
    double within,
    double between,
    double total,
    double relativeIncrease,
    ByT small,
    ByT classical) {

  /**
   * A test and an interval by t.
   *
   * @param degreesOfFreedom infinite where t is the normal distribution
   * @param fractionMissing the share of information that is missing: (r + 2/(df + 3))/(r + 1)
   */
  public record ByT(
      double degreesOfFreedom, double pValue, Interval interval, double fractionMissing) {}
}
