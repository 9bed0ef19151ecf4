package org.absentia.statistics.distribution;

import java.util.OptionalDouble;

/** What a statistic is referred to: a distribution that is symmetric about 0. */
public sealed interface NullDistribution permits StandardNormal, StudentT {
  /** The probability of a value at least as far from 0, on either side. */
  double twoSided(double statistic);

  /** The distance from 0 within which a value lies with a probability, such as 1.96 for 0.95. */
  double within(double probability);

  /** The distance from 0 beyond which a value lies with a probability, such as 1.96 for 0.05. */
  double critical(double alpha);

  /**
   * Student's distribution, or the normal one where the degrees of freedom are infinite or none.
   */
  static NullDistribution of(OptionalDouble degreesOfFreedom) {
    double df = degreesOfFreedom.orElse(Double.POSITIVE_INFINITY);
    return Double.isInfinite(df) ? new StandardNormal() : new StudentT(df);
  }
}
