package org.absentia.statistics.mixed;

import org.absentia.statistics.data.Vector;
import org.ejml.data.DMatrixRMaj;

/**
 * The likelihood at a given L with the fixed effects and the residual variance at their best: sums
 * over the groups of (X* y*)' V^-1 (X* y*) and their Cholesky triangle.
 *
 * @param logDeterminant of V over all groups
 * @param triangle p + 1 by p + 1: K with A = X*'V^-1 X* = KK' above, and below z' = (K^-1 X*'V^-1
 *     y*)' and the root of the residual sum of squares
 */
record Profile(double logDeterminant, DMatrixRMaj triangle) {

  static Profile at(Reduction data, DMatrixRMaj factor) {
    int q = data.q();
    int width = data.p() + 1;
    MarginalCovariance v = new MarginalCovariance(q);
    double[] y = new double[q * width];
    double[] sums = data.rest().getData().clone();
    double logDeterminant = 0;
    for (Reduction.Likes likes : data.likes()) {
      v.set(likes.triangle().array(), factor);
      logDeterminant += likes.count() * v.logDeterminant();
      for (Vector values : likes.values()) {
        v.whiten(values.array(), y, width);
        addCrossProducts(y, width, sums);
      }
    }
    return new Profile(logDeterminant, cholesky(sums, width));
  }

  private static void addCrossProducts(double[] y, int width, double[] sums) {
    for (int row = 0; row < y.length; row += width) {
      for (int a = 0; a < width; a++) {
        double left = y[row + a];
        int into = a * width;
        for (int b = 0; b <= a; b++) {
          sums[into + b] += left * y[row + b];
        }
      }
    }
  }

  private static DMatrixRMaj cholesky(double[] sums, int width) {
    DMatrixRMaj triangle = new DMatrixRMaj(width, width);
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = sums[i * width + j];
        for (int k = 0; k < j; k++) {
          sum -= triangle.get(i, k) * triangle.get(j, k);
        }
        boolean last = i == width - 1 && j == i;
        triangle.set(
            i, j, i == j ? Math.sqrt(last ? Math.max(0, sum) : sum) : sum / triangle.get(j, j));
      }
    }
    return triangle;
  }

  private int p() {
    return triangle.getNumRows() - 1;
  }

  /** r'V^-1 r. */
  double residualSumOfSquares() {
    double root = triangle.get(p(), p());
    return root * root;
  }

  /** ln|X*'V^-1 X*|. */
  double logDeterminantOfFixed() {
    double sum = 0;
    for (int i = 0; i < p(); i++) {
      sum += 2 * Math.log(triangle.get(i, i));
    }
    return sum;
  }

  /** The fixed effects on X*. */
  double[] fixed() {
    double[] z = new double[p()];
    for (int i = 0; i < p(); i++) {
      z[i] = triangle.get(p(), i);
    }
    return solvedByTranspose(z);
  }

  /** Solves K' x = c, in place. */
  double[] solvedByTranspose(double[] c) {
    for (int i = p() - 1; i >= 0; i--) {
      double sum = c[i];
      for (int j = i + 1; j < p(); j++) {
        sum -= triangle.get(j, i) * c[j];
      }
      c[i] = sum / triangle.get(i, i);
    }
    return c;
  }

  /**
   * Turns whitened rows (C^-1 X*, C^-1 y*), in place, into (C^-1 X* K'^-1, C^-1 r): directions of
   * the fixed effects in which they are independent, and residuals.
   */
  void decorrelate(double[] y) {
    int p = p();
    double[] k = triangle.getData();
    int width = p + 1;
    for (int row = 0; row < y.length; row += width) {
      for (int j = 0; j < width; j++) {
        double sum = y[row + j];
        for (int i = 0; i < j; i++) {
          sum -= k[j * width + i] * y[row + i];
        }
        y[row + j] = j < p ? sum / k[j * width + j] : sum;
      }
    }
  }
}
