package org.absentia.statistics.describe;

import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Sample;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Estimate a quantile with a distribution-free interval: order statistics whose binomial
 * probabilities surround the level, interpolated as Stata's {@code centile} does (Stata [R]
 * centile, Methods and formulas).
 *
 * @param probability of the quantile, 0.5 for the median
 */
public record QuantileInterval(double probability, double level) {

  public static final QuantileInterval MEDIAN = new QuantileInterval(0.5, 0.95);

  public QuantileInterval {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("the probability must lie between 0 and 1");
    }
    Interval.requireLevel(level);
  }

  public record Result(int n, double estimate, Interval interval) {}

  public Result of(Sample sample) {
    if (sample.n() == 0) {
      return new Result(0, Double.NaN, Interval.UNDEFINED);
    }
    Interval interval = new Interval(lowerLimit(sample), upperLimit(sample));
    return new Result(sample.n(), QuantileRule.WEIBULL.of(sample, probability), interval);
  }

  private double lowerLimit(Sample sample) {
    BinomialDistribution below = BinomialDistribution.of(sample.n(), probability);
    double tail = (1 - level) / 2;
    int r = below.inverseCumulativeProbability(tail);
    while (r > 0 && below.cumulativeProbability(r - 1) > tail) {
      r--;
    }
    while (below.cumulativeProbability(r) <= tail) {
      r++;
    }
    if (r == 0) {
      return sample.smallest();
    }
    double before = below.cumulativeProbability(r - 1);
    double share = (tail - before) / (below.cumulativeProbability(r) - before);
    double limit = sample.at(r - 1);
    return r == sample.n() ? limit : limit + share * (sample.at(r) - limit);
  }

  /** The upper limit is the lower limit of the mirrored sample at the mirrored probability. */
  private double upperLimit(Sample sample) {
    Sample mirrored = Sample.of(sample.stream().map(x -> -x).toArray());
    return -new QuantileInterval(1 - probability, level).lowerLimit(mirrored);
  }
}
