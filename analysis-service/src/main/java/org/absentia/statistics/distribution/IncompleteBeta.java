package org.absentia.statistics.distribution;

/**
 * The regularised incomplete beta function with both tails to the last digits: the continued
 * fraction of Didonato and Morris (1992, ACM TOMS 18:360) behind a factor in Loader's form. The one
 * of Commons Numbers subtracts logarithms, which costs eight digits at a parameter of 5e8, the
 * residual degrees of freedom of a billion rows.
 */
final class IncompleteBeta {
  private IncompleteBeta() {}

  /**
   * I_x(a, b), the share of a beta distribution below x.
   *
   * @param y 1 - x, which the caller knows better than a subtraction would
   */
  static double of(double a, double b, double x, double y) {
    if (x <= 0 || y <= 0) {
      return x <= 0 ? 0 : 1;
    }
    return y * (a + b + 2) > b + 1 ? lower(a, b, x, y) : 1 - lower(b, a, y, x);
  }

  private static double lower(double a, double b, double x, double y) {
    double fraction =
        ContinuedFraction.value(
            m -> {
              double last = a + 2.0 * m - 1;
              return (a + m - 1) / last * ((a + b + m - 1) / last) * m * (b - m) * x * x;
            },
            m ->
                m
                    + (m == 0 ? 0 : m * (b - m) * x / (a + 2.0 * m - 1))
                    + (a + m) * (a * y - b * x + 1 + m * (2 - x)) / (a + 2.0 * m + 1));
    return factor(a, b, x, y) / fraction;
  }

  /** x^a y^b/B(a, b): x y times the density. */
  static double factor(double a, double b, double x, double y) {
    double n = a + b;
    double exponent =
        SaddlePoint.stirlingError(n)
            - SaddlePoint.stirlingError(a)
            - SaddlePoint.stirlingError(b)
            - SaddlePoint.deviance(a, n * x)
            - SaddlePoint.deviance(b, n * y);
    return Math.exp(exponent) * Math.sqrt(a / n * b / (2 * Math.PI));
  }
}
