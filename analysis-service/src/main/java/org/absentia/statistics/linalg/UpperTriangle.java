package org.absentia.statistics.linalg;

import org.ejml.data.DMatrixRMaj;

/**
 * R of X = QR with the columns of X scaled to length 1, and what follows from R alone: coefficients
 * by back substitution, and the inverse of X'X.
 */
final class UpperTriangle {
  /** Column by column, each down to the diagonal. */
  private final double[][] upper;

  /** By which each column of X was divided. */
  private final double[] lengths;

  UpperTriangle(double[][] upper, double[] lengths) {
    this.upper = upper;
    this.lengths = lengths;
  }

  int size() {
    return upper.length;
  }

  /** The b of Rb = y, in the units of the columns. */
  double[] backSubstituted(double[] rotated) {
    int p = size();
    double[] b = new double[p];
    for (int i = p - 1; i >= 0; i--) {
      double sum = rotated[i];
      for (int j = i + 1; j < p; j++) {
        sum -= upper[j][i] * b[j];
      }
      b[i] = sum / upper[i][i];
    }
    for (int i = 0; i < p; i++) {
      b[i] /= lengths[i];
    }
    return b;
  }

  /** In the units of the columns. */
  DMatrixRMaj matrix() {
    int p = size();
    DMatrixRMaj triangle = new DMatrixRMaj(p, p);
    for (int j = 0; j < p; j++) {
      for (int i = 0; i <= j; i++) {
        triangle.set(i, j, upper[j][i] * lengths[j]);
      }
    }
    return triangle;
  }

  /** The inverse of X'X. */
  DMatrixRMaj inverseCrossProduct() {
    int p = size();
    double[][] inverse = inverse();
    DMatrixRMaj product = new DMatrixRMaj(p, p);
    for (int i = 0; i < p; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = i; k < p; k++) {
          sum += inverse[i][k] * inverse[j][k];
        }
        double value = sum / (lengths[i] * lengths[j]);
        product.set(i, j, value);
        product.set(j, i, value);
      }
    }
    return product;
  }

  /** The matrix by which {@link #backSubstituted} multiplies. */
  DMatrixRMaj inverseMatrix() {
    int p = size();
    double[][] inverse = inverse();
    DMatrixRMaj transform = new DMatrixRMaj(p, p);
    for (int i = 0; i < p; i++) {
      for (int j = i; j < p; j++) {
        transform.set(i, j, inverse[i][j] / lengths[i]);
      }
    }
    return transform;
  }

  /** The inverse by rows, for columns of length 1. */
  private double[][] inverse() {
    int p = size();
    double[][] inverse = new double[p][p];
    for (int column = 0; column < p; column++) {
      inverse[column][column] = 1 / upper[column][column];
      for (int i = column - 1; i >= 0; i--) {
        double sum = 0;
        for (int j = i + 1; j <= column; j++) {
          sum -= upper[j][i] * inverse[j][column];
        }
        inverse[i][column] = sum / upper[i][i];
      }
    }
    return inverse;
  }

  /** The logarithm of the determinant of X'X. */
  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += 2 * Math.log(Math.abs(upper[i][i]) * lengths[i]);
    }
    return sum;
  }
}
