package org.absentia.statistics.distribution;

/** The p-values of tests by chi-square and by F: how often chance exceeds a statistic. */
public final class UpperTail {
  private UpperTail() {}

  /**
   * The share of chi-square above a value; 1 at 0.
   *
   * @param degreesOfFreedom positive, need not be whole
   */
  public static double chiSquare(double value, double degreesOfFreedom) {
    return upperGamma(degreesOfFreedom / 2, value / 2);
  }

  /**
   * The share of F above a value; 1 at 0.
   *
   * @param df2 positive, infinite for chi-square over its degrees of freedom
   */
  public static double f(double value, double df1, double df2) {
    if (Double.isInfinite(df2)) {
      return chiSquare(value * df1, df1);
    }
    double ratio = df1 / df2 * value;
    double lower = Double.isInfinite(ratio) ? 0 : 1 / (1 + ratio);
    double upper = ratio > 1 ? 1 / (1 + 1 / ratio) : ratio / (1 + ratio);
    return IncompleteBeta.of(df2 / 2, df1 / 2, lower, upper);
  }

  /** The regularised incomplete gamma function Q(a, x). */
  private static double upperGamma(double a, double x) {
    if (!(x > 0)) {
      return x <= 0 ? 1 : Double.NaN;
    }
    if (Double.isInfinite(x)) {
      return 0;
    }
    double factor =
        Math.exp(-SaddlePoint.deviance(a, x) - SaddlePoint.stirlingError(a))
            * Math.sqrt(a / (2 * Math.PI));
    return x > a + 1
        ? factor / ContinuedFraction.value(n -> n * (a - n), n -> x + 2.0 * n + 1 - a)
        : 1 - factor / a * series(a, x);
  }

  /** 1 + x/(a + 1) + x^2/((a + 1)(a + 2)) + ... */
  private static double series(double a, double x) {
    double sum = 1;
    double term = 1;
    for (double k = 1; term > sum * Math.ulp(1.0) / 4; k++) {
      term *= x / (a + k);
      sum += term;
    }
    return sum;
  }
}
