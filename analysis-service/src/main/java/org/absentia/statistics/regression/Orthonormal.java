package org.absentia.statistics.regression;

import java.util.Arrays;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.linalg.LeastSquares;

/**
 * Columns of a design made orthonormal, so that Newton's steps are as exact as the data allow
 * whatever the units of the columns. Rows of weight 0 take no part.
 */
final class Orthonormal {
  private final LeastSquares decomposition;
  private final double[][] basis;
  private final int n;

  private Orthonormal(LeastSquares decomposition, int n) {
    this.decomposition = decomposition;
    this.basis = decomposition.basis();
    this.n = n;
  }

  static Orthonormal of(double[][] columns, Vector weights) {
    double[] w = weights.array();
    double[] present = Arrays.stream(w).map(weight -> weight > 0 ? 1 : 0).toArray();
    boolean all = Arrays.stream(present).allMatch(one -> one == 1);
    return new Orthonormal(
        all ? LeastSquares.of(columns) : LeastSquares.weighted(present, columns), w.length);
  }

  /** The way back to the columns. */
  LeastSquares decomposition() {
    return decomposition;
  }

  Columns basis() {
    return new Columns(basis, n);
  }

  /** The basis of what the first column leaves of the others. */
  Columns basisBehindFirst() {
    return new Columns(Arrays.copyOfRange(basis, Math.min(1, basis.length), basis.length), n);
  }
}
