package org.absentia.randomisation.leak;

/** Solves positive definite systems of which the lower triangle is given. */
final class Cholesky {
  private Cholesky() {}

  /** Returns x of a x = b; the matrix is overwritten by its factor. */
  static double[] solve(double[][] a, double[] b) {
    int size = b.length;
    for (int j = 0; j < size; j++) {
      for (int k = 0; k <= j; k++) {
        double rest = a[j][k];
        for (int i = 0; i < k; i++) {
          rest -= a[j][i] * a[k][i];
        }
        a[j][k] = j == k ? Math.sqrt(rest) : rest / a[k][k];
      }
    }
    double[] x = b.clone();
    for (int j = 0; j < size; j++) {
      for (int k = 0; k < j; k++) {
        x[j] -= a[j][k] * x[k];
      }
      x[j] /= a[j][j];
    }
    for (int j = size - 1; j >= 0; j--) {
      for (int k = j + 1; k < size; k++) {
        x[j] -= a[k][j] * x[k];
      }
      x[j] /= a[j][j];
    }
    return x;
  }
}
