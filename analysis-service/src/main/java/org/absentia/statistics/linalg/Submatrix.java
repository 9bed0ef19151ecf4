package org.absentia.statistics.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Rectangles cut out of a matrix; empty ones too, which EJML's own function refuses. */
public final class Submatrix {
  private Submatrix() {}

  /** The rows and columns from a place to before another. */
  public static DMatrixRMaj of(
      DMatrixRMaj matrix, int fromRow, int toRow, int fromColumn, int toColumn) {
    DMatrixRMaj block = new DMatrixRMaj(toRow - fromRow, toColumn - fromColumn);
    if (block.getNumElements() > 0) {
      CommonOps_DDRM.extract(matrix, fromRow, toRow, fromColumn, toColumn, block);
    }
    return block;
  }

  /** The square about the diagonal from a place to before another. */
  public static DMatrixRMaj onDiagonal(DMatrixRMaj matrix, int from, int to) {
    return of(matrix, from, to, from, to);
  }
}
