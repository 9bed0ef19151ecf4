package org.absentia.statistics.distribution;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Loader's form of binomial and Poisson probabilities (Loader 2000, Fast and accurate computation
 * of binomial probabilities): what is left of a gamma function beside its leading terms, and a
 * deviance, so that no large logarithms are subtracted from each other.
 */
final class SaddlePoint {
  private static final double LARGE = 15;
  private static final double NEAR = 0.1;
  private static final double HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

  /** Bernoulli numbers B(2k)/(2k(2k - 1)). */
  private static final double[] SERIES = {
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
  };

  private SaddlePoint() {}

  /** ln gamma(z) less Stirling's (z - 1/2) ln z - z + ln(2 pi)/2. */
  static double stirlingError(double z) {
    if (z < LARGE) {
      return LogGamma.value(z) - (z - 0.5) * Math.log(z) + z - HALF_LOG_TWO_PI;
    }
    double square = 1 / (z * z);
    double sum = 0;
    for (int k = SERIES.length - 1; k >= 0; k--) {
      sum = sum * square + SERIES[k];
    }
    return sum / z;
  }

  /** x ln(x/mean) + mean - x, which is 0 where both are equal. */
  static double deviance(double x, double mean) {
    double difference = x - mean;
    double v = difference / (x + mean);
    if (!(Math.abs(v) < NEAR)) {
      return x * Math.log(x / mean) - difference;
    }
    double sum = difference * v;
    double term = 2 * x * v;
    for (int k = 3; ; k += 2) {
      term *= v * v;
      double next = sum + term / k;
      if (next == sum) {
        return sum;
      }
      sum = next;
    }
  }
}
