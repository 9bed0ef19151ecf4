package org.absentia.statistics.mixed;

import org.ejml.data.DMatrixRMaj;

/** b'V^-1 b for a covariance V, by Cholesky's triangle of the correlations. */
final class QuadraticForm {
  private QuadraticForm() {}

  /** {@code NaN} where V is not positive definite. */
  static double of(double[] b, DMatrixRMaj v) {
    int k = b.length;
    double[][] triangle = new double[k][k];
    double[] z = new double[k];
    double sum = 0;
    for (int i = 0; i < k; i++) {
      double scale = Math.sqrt(v.get(i, i));
      double rest = b[i] / scale;
      for (int j = 0; j <= i; j++) {
        double element = v.get(i, j) / scale / Math.sqrt(v.get(j, j));
        for (int m = 0; m < j; m++) {
          element -= triangle[i][m] * triangle[j][m];
        }
        triangle[i][j] = i == j ? Math.sqrt(element) : element / triangle[j][j];
        rest -= j < i ? triangle[i][j] * z[j] : 0;
      }
      z[i] = rest / triangle[i][i];
      sum += z[i] * z[i];
    }
    return sum;
  }
}
