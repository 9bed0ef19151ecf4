package org.absentia.statistics.describe;

import java.util.function.DoubleUnaryOperator;
import org.absentia.statistics.data.Sample;

/**
 * Mean and central moments of a sample. Computed in two passes around the mean with compensated
 * sums, so that the digits of NIST's hard cases survive. {@code NaN} where the sample is too small.
 *
 * @param skewness m3/m2^1.5 with denominator n (0 of a symmetric sample)
 * @param kurtosis m4/m2^2 with denominator n (3 of a normal sample)
 */
public record Moments(int n, double mean, double variance, double skewness, double kurtosis) {

  /** The moments of a sample, in two passes about its mean. */
  public static Moments of(Sample sample) {
    int n = sample.n();
    if (n == 0) {
      return new Moments(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    if (sample.smallest() == sample.largest()) { // no rounding may make them vary
      return new Moments(n, sample.smallest(), n < 2 ? Double.NaN : 0, Double.NaN, Double.NaN);
    }
    double scale = scaleOf(sample);
    double rough = sum(sample, x -> x / scale) / n;
    double mean = rough + sum(sample, x -> x / scale - rough) / n;
    double residue = sum(sample, x -> x / scale - mean);
    double second = sum(sample, x -> power(x / scale - mean, 2)) - residue * residue / n;
    double variance = second / (n - 1) * scale * scale;
    double m2 = second / n;
    boolean varies = m2 > 0;
    double m3 = sum(sample, x -> power(x / scale - mean, 3)) / n;
    double m4 = sum(sample, x -> power(x / scale - mean, 4)) / n;
    return new Moments(
        n,
        mean * scale,
        variance,
        varies ? m3 / Math.pow(m2, 1.5) : Double.NaN,
        varies ? m4 / (m2 * m2) : Double.NaN);
  }

  /** The root of the variance with n - 1; in the units of the values. */
  public double standardDeviation() {
    return Math.sqrt(variance);
  }

  /** Standard error of the mean. */
  public double standardError() {
    return Math.sqrt(variance / n);
  }

  /**
   * A power of two near the largest value, only where squares or fourth powers would leave the
   * range of a double.
   */
  private static double scaleOf(Sample sample) {
    double largest = Math.max(Math.abs(sample.smallest()), Math.abs(sample.largest()));
    boolean safe = largest == 0 || (largest > 1e-60 && largest < 1e60);
    return safe ? 1 : Math.scalb(1.0, Math.clamp(Math.getExponent(largest), -1000, 1000));
  }

  private static double power(double x, int exponent) {
    double result = x;
    for (int i = 1; i < exponent; i++) {
      result *= x;
    }
    return result;
  }

  /** Neumaier's compensated sum (1974). */
  private static double sum(Sample sample, DoubleUnaryOperator term) {
    double sum = 0;
    double lost = 0;
    for (int i = 0; i < sample.n(); i++) {
      double x = term.applyAsDouble(sample.at(i));
      double next = sum + x;
      lost += Math.abs(sum) >= Math.abs(x) ? (sum - next) + x : (x - next) + sum;
      sum = next;
    }
    return sum + lost;
  }
}
