package org.absentia.statistics.normality;

import java.util.Arrays;
import java.util.Optional;
import org.absentia.statistics.data.Sample;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Test for normality by the correlation of the sorted sample with normal scores (Shapiro and Wilk
 * 1965; Royston 1992 Stat Comput 2:117, 1995 Appl Stat 44:547, algorithm AS R94), from 3 to 5000
 * values.
 */
public record ShapiroWilk(Ties ties) {
  /** The fewest values of which the test is defined. */
  public static final int SMALLEST = 3;

  /** The most values for which Royston's approximation holds. */
  public static final int LARGEST = 5000;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Which rank the score of a tied value is of. */
  public enum Ties {
    /** Its place in the sorted sample: R {@code shapiro.test}. */
    AS_GIVEN,
    /** The average place of its equals: Stata {@code swilk}. */
    AVERAGED
  }

  /**
   * W, 1 of a sample as normal as can be.
   *
   * @param z {@code NaN} of three values, whose p-value is exact
   */
  public record Result(double w, double z, double pValue) {}

  /** Nothing where the sample is too small, too large, or does not vary. */
  public Optional<Result> test(Sample sample) {
    int n = sample.n();
    if (n < SMALLEST || n > LARGEST || sample.smallest() == sample.largest()) {
      return Optional.empty();
    }
    double lack = lack(weights(sample), sample);
    if (n == SMALLEST) {
      double w = Math.max(0.75, 1 - lack);
      double p = 6 / Math.PI * (Math.asin(Math.sqrt(w)) - Math.asin(Math.sqrt(0.75)));
      return Optional.of(new Result(1 - lack, Double.NaN, Math.clamp(p, 0, 1)));
    }
    double z = n < 12 ? zOfFew(n, lack) : zOfMany(n, lack);
    return Optional.of(new Result(1 - lack, z, NORMAL.survivalProbability(z)));
  }

  /** The weights of the ordered values; the outermost are polynomials in 1/sqrt(n). */
  private double[] weights(Sample sample) {
    int n = sample.n();
    if (n == SMALLEST) {
      return new double[] {-Math.sqrt(0.5), 0, Math.sqrt(0.5)};
    }
    double[] m = scores(sample);
    double squares = Arrays.stream(m).map(score -> score * score).sum();
    double u = 1 / Math.sqrt(n);
    double last =
        m[n - 1] / Math.sqrt(squares)
            + polynomial(u, 0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056);
    double beforeLast =
        m[n - 2] / Math.sqrt(squares)
            + polynomial(u, 0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633);
    double rest = squares - 2 * m[n - 1] * m[n - 1];
    double share = 1 - 2 * last * last;
    if (n > 5) {
      rest -= 2 * m[n - 2] * m[n - 2];
      share -= 2 * beforeLast * beforeLast;
    }
    double root = Math.sqrt(rest / share);
    double[] weights = Arrays.stream(m).map(score -> score / root).toArray();
    weights[n - 1] = last;
    weights[0] = -last;
    if (n > 5) {
      weights[n - 2] = beforeLast;
      weights[1] = -beforeLast;
    }
    return weights;
  }

  /** Blom's normal scores. */
  private double[] scores(Sample sample) {
    int n = sample.n();
    double[] scores = new double[n];
    for (int from = 0, to; from < n; from = to) {
      to = from + 1;
      while (ties == Ties.AVERAGED && to < n && sample.at(to) == sample.at(from)) {
        to++;
      }
      double rank = (from + 1 + to) / 2.0;
      double score = NORMAL.inverseCumulativeProbability((rank - 0.375) / (n + 0.25));
      Arrays.fill(scores, from, to, score);
    }
    return scores;
  }

  /** 1 - W, from the difference of the two roots, so that it keeps its digits where W is near 1. */
  private static double lack(double[] weights, Sample sample) {
    int n = weights.length;
    double range = sample.largest() / 2 - sample.smallest() / 2;
    double meanWeight = Arrays.stream(weights).sum() / n;
    double[] x = sample.stream().map(value -> (value - sample.at(n / 2)) / range).toArray();
    double mean = Arrays.stream(x).sum() / n;
    double both = 0;
    double ofWeights = 0;
    double ofValues = 0;
    for (int i = 0; i < n; i++) {
      double a = weights[i] - meanWeight;
      double d = x[i] - mean;
      both += a * d;
      ofWeights += a * a;
      ofValues += d * d;
    }
    double root = Math.sqrt(ofWeights * ofValues);
    return Math.max(0, (root - both) * (root + both) / (ofWeights * ofValues));
  }

  private static double zOfFew(int n, double lack) {
    double y = -Math.log(-2.273 + 0.459 * n - Math.log(lack));
    double mean = polynomial(n, 0.544, -0.39978, 0.025054, -0.0006714);
    return (y - mean) / Math.exp(polynomial(n, 1.3822, -0.77857, 0.062767, -0.0020322));
  }

  private static double zOfMany(int n, double lack) {
    double l = Math.log(n);
    double mean = polynomial(l, -1.5861, -0.31082, -0.083751, 0.0038915);
    return (Math.log(lack) - mean) / Math.exp(polynomial(l, -0.4803, -0.082676, 0.0030302));
  }

  private static double polynomial(double x, double... coefficients) {
    double value = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      value = value * x + coefficients[i];
    }
    return value;
  }
}
