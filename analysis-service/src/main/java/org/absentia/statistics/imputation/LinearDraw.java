package org.absentia.statistics.imputation;

import org.absentia.statistics.linalg.LeastSquares;
import org.absentia.statistics.random.Draws;

/**
 * A linear regression drawn from its posterior distribution under a flat prior: sigma*^2 =
 * RSS/chi2(n - p), beta* ~ N(beta, sigma*^2 (X'X)^-1) (Rubin 1987, page 167).
 */
final class LinearDraw {
  private final int[] kept;
  private final double[] estimates;
  private final double[] drawn;
  private final double sigma;

  private LinearDraw(int[] kept, double[] estimates, double[] drawn, double sigma) {
    this.kept = kept;
    this.estimates = estimates;
    this.drawn = drawn;
    this.sigma = sigma;
  }

  /**
   * Draws a regression; columns that earlier ones explain take no part.
   *
   * @param columns of the rows where the response was observed
   */
  static LinearDraw of(double[][] columns, double[] response, Draws draws) {
    LeastSquares decomposition = LeastSquares.of(columns);
    LeastSquares.Solution solution = decomposition.solveWithSquares(response);
    double[] estimates = solution.coefficients().array();
    int degreesOfFreedom = Math.max(1, response.length - decomposition.rank());
    double sigma = Math.sqrt(solution.squares() / draws.chiSquare(degreesOfFreedom));
    double[] drawn = decomposition.solveTriangle(draws.normals(decomposition.rank()));
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = estimates[i] + sigma * drawn[i];
    }
    return new LinearDraw(decomposition.kept(), estimates, drawn, sigma);
  }

  double sigma() {
    return sigma;
  }

  /** Predictions by the estimates themselves. */
  double[] estimated(double[][] columns, int n) {
    return combination(estimates, columns, n);
  }

  /** Predictions by the estimates that were drawn. */
  double[] drawn(double[][] columns, int n) {
    return combination(drawn, columns, n);
  }

  private double[] combination(double[] coefficients, double[][] columns, int n) {
    double[] sums = new double[n];
    for (int i = 0; i < kept.length; i++) {
      double[] column = columns[kept[i]];
      double b = coefficients[i];
      for (int row = 0; row < n; row++) {
        sums[row] += b * column[row];
      }
    }
    return sums;
  }
}
