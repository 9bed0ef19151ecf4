package org.absentia.statistics.describe;

import java.util.function.IntToDoubleFunction;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.distribution.Binomial;

/**
 * Estimate a quantile with a distribution-free interval: order statistics whose binomial
 * probabilities surround the level, interpolated as Stata's {@code centile} does (Stata [R]
 * centile, Methods and formulas; contracts/statistics-formulas.md F1).
 *
 * @param probability of the quantile, 0.5 for the median
 */
public record QuantileInterval(double probability, double level) {
  /** The median with its interval of 95 %. */
  public static final QuantileInterval MEDIAN = new QuantileInterval(0.5, 0.95);

  public QuantileInterval {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("the probability must lie between 0 and 1");
    }
    Interval.requireLevel(level);
  }

  /**
   * An estimated quantile.
   *
   * @param estimate the quantile of type 6; {@code NaN} of an empty sample
   */
  public record Result(int n, double estimate, Interval interval) {}

  /** Estimates the quantile; nothing is defined in an empty sample. */
  public Result of(Sample sample) {
    int n = sample.n();
    if (n == 0) {
      return new Result(0, Double.NaN, Interval.UNDEFINED);
    }
    Binomial below = Binomial.of(n, probability);
    double lower = limit(below, sample::at);
    double upper = limit(below.ofFailures(), rank -> sample.at(n - 1 - rank));
    double estimate = QuantileRule.WEIBULL.of(sample, probability);
    return new Result(n, estimate, new Interval(lower, upper));
  }

  /**
   * The limit on the side of rank 0 (F1); the other one is the same, counted from the other end.
   *
   * @param ranked the value at a rank from 0 on
   */
  private double limit(Binomial below, IntToDoubleFunction ranked) {
    double tail = (1 - level) / 2;
    int r = below.smallestAbove(tail);
    if (r == 0) {
      return ranked.applyAsDouble(0);
    }
    double limit = ranked.applyAsDouble(r - 1);
    if (r == below.trials()) {
      return limit;
    }
    double share = (tail - below.cumulative(r - 1)) / below.probability(r);
    return limit + share * (ranked.applyAsDouble(r) - limit);
  }
}
