package org.absentia.statistics.mixed;

import java.util.Arrays;
import org.absentia.statistics.data.Vector;
import org.ejml.data.DMatrixRMaj;

/** How the random terms of a group vary together. */
public enum Covariance {
  /** Any variances and covariances: L is lower triangular. */
  UNSTRUCTURED,
  /** No covariances: L is diagonal. */
  INDEPENDENT;

  /** How many parameters the factor of q terms has. */
  int parameters(int q) {
    return this == UNSTRUCTURED ? q * (q + 1) / 2 : q;
  }

  /** The row in L of each parameter; parameters run row by row. */
  int[] rows(int q) {
    int[] rows = new int[parameters(q)];
    for (int row = 0, next = 0; row < q; row++) {
      for (int column = first(row); column <= row; column++) {
        rows[next++] = row;
      }
    }
    return rows;
  }

  /** The column in L of each parameter. */
  int[] columns(int q) {
    int[] columns = new int[parameters(q)];
    for (int row = 0, next = 0; row < q; row++) {
      for (int column = first(row); column <= row; column++) {
        columns[next++] = column;
      }
    }
    return columns;
  }

  private int first(int row) {
    return this == UNSTRUCTURED ? 0 : row;
  }

  /** L of its parameters. */
  DMatrixRMaj factor(Vector parameters, int q) {
    DMatrixRMaj factor = new DMatrixRMaj(q, q);
    int[] rows = rows(q);
    int[] columns = columns(q);
    for (int i = 0; i < rows.length; i++) {
      factor.set(rows[i], columns[i], parameters.at(i));
    }
    return factor;
  }

  /** The parameters of L. */
  Vector parametersOf(DMatrixRMaj factor) {
    int q = factor.getNumRows();
    int[] rows = rows(q);
    int[] columns = columns(q);
    double[] parameters = new double[rows.length];
    Arrays.setAll(parameters, i -> factor.get(rows[i], columns[i]));
    return Vector.of(parameters);
  }

  /** The parameters of a multiple of the identity. */
  Vector multiple(double scale, int q) {
    DMatrixRMaj identity = new DMatrixRMaj(q, q);
    for (int i = 0; i < q; i++) {
      identity.set(i, i, scale);
    }
    return parametersOf(identity);
  }
}
