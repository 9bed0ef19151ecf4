package org.absentia.statistics.distribution;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErf;
import org.apache.commons.numbers.gamma.InverseErfc;

/** The normal distribution with mean 0 and variance 1. */
public record StandardNormal() implements NullDistribution {
  private static final double ROOT_TWO = Math.sqrt(2);

  @Override
  public double twoSided(double statistic) {
    return Erfc.value(Math.abs(statistic) / ROOT_TWO);
  }

  @Override
  public double within(double probability) {
    return ROOT_TWO * InverseErf.value(probability);
  }

  @Override
  public double critical(double alpha) {
    return ROOT_TWO * InverseErfc.value(alpha);
  }
}
