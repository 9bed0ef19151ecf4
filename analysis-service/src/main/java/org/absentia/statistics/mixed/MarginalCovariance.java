package org.absentia.statistics.mixed;

import org.ejml.data.DMatrixRMaj;

/** V = I + R L L' R' of the rotated rows of a group, as its triangle C: V = CC'. */
final class MarginalCovariance {
  private final int q;
  private final double[] product;
  private final double[] triangle;
  private double logDeterminant;

  MarginalCovariance(int q) {
    this.q = q;
    this.product = new double[q * q];
    this.triangle = new double[q * q];
  }

  /** Takes the triangle R of other groups. */
  void set(double[] r, DMatrixRMaj factor) {
    multiply(r, factor.getData());
    logDeterminant = 0;
    for (int i = 0; i < q; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = i == j ? 1 : 0;
        for (int k = 0; k < q; k++) {
          sum += product[i * q + k] * product[j * q + k];
        }
        for (int k = 0; k < j; k++) {
          sum -= triangle[i * q + k] * triangle[j * q + k];
        }
        triangle[i * q + j] = i == j ? Math.sqrt(sum) : sum / triangle[j * q + j];
      }
      logDeterminant += 2 * Math.log(triangle[i * q + i]);
    }
  }

  private void multiply(double[] r, double[] l) {
    for (int i = 0; i < q; i++) {
      for (int j = 0; j < q; j++) {
        double sum = 0;
        for (int k = Math.max(i, j); k < q; k++) {
          sum += r[i * q + k] * l[k * q + j];
        }
        product[i * q + j] = sum;
      }
    }
  }

  double logDeterminant() {
    return logDeterminant;
  }

  /** Solves C Y = B for q rows of some width. */
  void whiten(double[] b, double[] y, int width) {
    for (int i = 0; i < q; i++) {
      int row = i * width;
      double pivot = 1 / triangle[i * q + i];
      for (int j = 0; j < width; j++) {
        double sum = b[row + j];
        for (int k = 0; k < i; k++) {
          sum -= triangle[i * q + k] * y[k * width + j];
        }
        y[row + j] = sum * pivot;
      }
    }
  }
}
