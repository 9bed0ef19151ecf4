package org.absentia.statistics.describe;

import org.absentia.statistics.data.Sample;

/** How a quantile is read off a sorted sample (types of Hyndman and Fan 1996). */
public enum QuantileRule {
  /** Type 2, Stata {@code summarize}: the mean of two neighbours where np is whole. */
  AVERAGED {
    @Override
    double ofPresent(Sample sample, double probability) {
      double position = snapped(sample.n() * probability);
      int below = (int) Math.floor(position);
      return position == below
          ? mean(clamped(sample, below - 1), clamped(sample, below))
          : clamped(sample, below);
    }
  },
  /** Type 6, Stata {@code centile}: position (n + 1)p, linear between neighbours. */
  WEIBULL {
    @Override
    double ofPresent(Sample sample, double probability) {
      return interpolated(sample, (sample.n() + 1) * probability);
    }
  },
  /** Type 7, the default of R: position 1 + (n - 1)p, linear between neighbours. */
  LINEAR {
    @Override
    double ofPresent(Sample sample, double probability) {
      return interpolated(sample, 1 + (sample.n() - 1) * probability);
    }
  };

  /** Return the quantile of a probability in [0, 1]; {@code NaN} of an empty sample. */
  public double of(Sample sample, double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability lies between 0 and 1");
    }
    return sample.n() == 0 ? Double.NaN : ofPresent(sample, probability);
  }

  abstract double ofPresent(Sample sample, double probability);

  private static double interpolated(Sample sample, double position) {
    double snapped = snapped(position);
    int below = (int) Math.floor(snapped);
    double share = snapped - below;
    double lower = clamped(sample, below - 1);
    return share == 0 ? lower : lower + share * (clamped(sample, below) - lower);
  }

  /** A position that is whole but for rounding counts as whole. */
  private static double snapped(double position) {
    double whole = Math.rint(position);
    return Math.abs(position - whole) <= 4 * Math.ulp(1.0) * Math.max(1, whole) ? whole : position;
  }

  private static double clamped(Sample sample, int rank) {
    return sample.at(Math.clamp(rank, 0, sample.n() - 1));
  }

  private static double mean(double one, double other) {
    return one == other ? one : one / 2 + other / 2;
  }
}
