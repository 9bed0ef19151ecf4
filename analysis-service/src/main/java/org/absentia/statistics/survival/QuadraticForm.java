package org.absentia.statistics.survival;

import org.ejml.data.DMatrixRMaj;

/**
 * The value u'A^-1 u of a symmetric matrix that may be singular: a direction in which nothing of A
 * is left is left out (Cholesky in order, on the scale of the diagonal).
 *
 * @param rank how many directions were counted
 */
record QuadraticForm(double value, int rank) {
  private static final double NOTHING = 1e-12;

  /** Leaves out what A does not have; {@code NaN} for a matrix with undefined elements. */
  static QuadraticForm ofSemidefinite(DMatrixRMaj matrix, DMatrixRMaj vector) {
    return of(matrix, vector, NOTHING);
  }

  /** Not defined where A has no inverse. */
  static double ofDefinite(DMatrixRMaj matrix, DMatrixRMaj vector) {
    QuadraticForm form = of(matrix, vector, NOTHING);
    return form.rank == vector.getNumRows() ? form.value : Double.NaN;
  }

  /** How many directions have more than a share of their diagonal left. */
  static int rank(DMatrixRMaj matrix, double share) {
    return of(matrix, new DMatrixRMaj(matrix.getNumRows(), 1), share).rank;
  }

  private static QuadraticForm of(DMatrixRMaj matrix, DMatrixRMaj vector, double share) {
    int p = vector.getNumRows();
    double[][] rows = new double[p][];
    double[] solved = new double[p];
    double value = 0;
    int rank = 0;
    for (int i = 0; i < p; i++) {
      rows[i] = new double[i + 1];
      double left = matrix.get(i, i);
      double rest = vector.get(i);
      for (int j = 0; j < i; j++) {
        rows[i][j] =
            rows[j][j] > 0 ? (matrix.get(i, j) - dot(rows[i], rows[j], j)) / rows[j][j] : 0;
        left -= rows[i][j] * rows[i][j];
        rest -= rows[i][j] * solved[j];
      }
      if (Double.isNaN(left) || Double.isNaN(rest)) {
        return new QuadraticForm(Double.NaN, p);
      }
      if (left > share * matrix.get(i, i)) {
        rows[i][i] = Math.sqrt(left);
        solved[i] = rest / rows[i][i];
        value += solved[i] * solved[i];
        rank++;
      }
    }
    return new QuadraticForm(value, rank);
  }

  private static double dot(double[] one, double[] other, int size) {
    double sum = 0;
    for (int k = 0; k < size; k++) {
      sum += one[k] * other[k];
    }
    return sum;
  }
}
