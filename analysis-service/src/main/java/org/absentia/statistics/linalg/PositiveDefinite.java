package org.absentia.statistics.linalg;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** Symmetric matrices that should have an inverse: covariances and informations. */
public final class PositiveDefinite {
  private PositiveDefinite() {}

  /**
   * The inverse by Cholesky's decomposition; {@code NaN} in each element where the matrix is not
   * positive definite or has elements that are not finite.
   *
   * @param matrix p x p, p may be 0
   */
  public static DMatrixRMaj inverse(DMatrixRMaj matrix) {
    int p = matrix.getNumRows();
    DMatrixRMaj inverse = new DMatrixRMaj(p, p);
    if (p == 0) {
      return inverse;
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(p);
    if (isFinite(matrix) && solver.setA(matrix.copy())) {
      solver.invert(inverse);
    } else {
      inverse.fill(Double.NaN);
    }
    return inverse;
  }

  /** Whether every element is a number. */
  public static boolean isFinite(DMatrixRMaj matrix) {
    return Arrays.stream(matrix.data, 0, matrix.getNumElements()).allMatch(Double::isFinite);
  }
}
