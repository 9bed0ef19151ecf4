package org.absentia.statistics.mixed;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.linalg.LeastSquares;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The random terms in units in which they are alike: Z = Z* T with T lower triangular and the mean
 * of squares of Z* the identity ({@code INDEPENDENT}: T diagonal, the mean squares 1). Then u* =
 * Tu, and L* = TL is lower triangular or diagonal with L.
 *
 * @param design the random terms that no others explain
 * @param back the inverse of T
 */
record RandomBasis(Design design, DMatrixRMaj back) {

  static RandomBasis of(Design random, Covariance covariance) {
    Design kept = random.only(LeastSquares.of(random.values()).kept());
    return new RandomBasis(
        kept, covariance == Covariance.UNSTRUCTURED ? triangular(kept) : diagonal(kept));
  }

  /** The triangle of the columns in reversed order, reversed again, is a lower one. */
  private static DMatrixRMaj triangular(Design kept) {
    int q = kept.p();
    List<Integer> places = new java.util.ArrayList<>(IntStream.range(0, q).boxed().toList());
    Collections.reverse(places);
    Design reversed = kept.only(places.stream().mapToInt(Integer::intValue).toArray());
    LeastSquares decomposition = LeastSquares.of(reversed.values());
    if (decomposition.rank() < q) {
      return diagonal(kept);
    }
    DMatrixRMaj upper = decomposition.triangle();
    DMatrixRMaj lower = new DMatrixRMaj(q, q);
    for (int i = 0; i < q; i++) {
      double sign = upper.get(q - 1 - i, q - 1 - i) < 0 ? -1 : 1;
      for (int j = 0; j <= i; j++) {
        lower.set(i, j, sign * upper.get(q - 1 - i, q - 1 - j) / Math.sqrt(kept.n()));
      }
    }
    return inverse(lower);
  }

  private static DMatrixRMaj diagonal(Design kept) {
    DMatrixRMaj back = new DMatrixRMaj(kept.p(), kept.p());
    for (int i = 0; i < kept.p(); i++) {
      LeastSquares one = LeastSquares.of(kept.columns().get(i).values().array());
      back.set(i, i, Math.sqrt(kept.n()) / Math.abs(one.triangle().get(0, 0)));
    }
    return back;
  }

  private static DMatrixRMaj inverse(DMatrixRMaj lower) {
    int q = lower.getNumRows();
    DMatrixRMaj inverse = new DMatrixRMaj(q, q);
    for (int column = 0; column < q; column++) {
      for (int i = column; i < q; i++) {
        double sum = i == column ? 1 : 0;
        for (int k = column; k < i; k++) {
          sum -= lower.get(i, k) * inverse.get(k, column);
        }
        inverse.set(i, column, sum / lower.get(i, i));
      }
    }
    return inverse;
  }

  int q() {
    return design.p();
  }

  /** L of L*, in the terms' own units; its diagonal is not negative. */
  DMatrixRMaj ownUnits(DMatrixRMaj factor) {
    DMatrixRMaj own = CommonOps_DDRM.mult(back, factor, null);
    for (int column = 0; column < q(); column++) {
      if (own.get(column, column) < 0) {
        for (int i = column; i < q(); i++) {
          own.set(i, column, -own.get(i, column));
        }
      }
    }
    return own;
  }

  /** Fills the columns of one group with Z*. */
  void fill(double[][] into, int[] order, int from, int to) {
    double[][] z = design.values();
    for (int j = 0; j < q(); j++) {
      java.util.Arrays.fill(into[j], 0, to - from, 0);
      for (int k = j; k < q(); k++) {
        double factor = back.get(k, j);
        if (factor != 0) {
          for (int i = from; i < to; i++) {
            into[j][i - from] += factor * z[k][order[i]];
          }
        }
      }
    }
  }
}
