package org.absentia.statistics.mixed;

import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.linalg.LeastSquares;
import org.ejml.data.DMatrixRMaj;

/**
 * The fixed terms as X = X* R with X* orthonormal, and the response as what least squares leaves of
 * it: y = X b0 + length y*, y* of length 1. Working on X* and y* loses no digits to scale or mean.
 *
 * @param design the columns that no others explain
 * @param start b0, the coefficients of least squares
 * @param triangle R
 * @param residual y*, n numbers; zeros when {@code length} is 0
 */
record FixedBasis(
    Design design,
    LeastSquares decomposition,
    Vector start,
    DMatrixRMaj triangle,
    Vector residual,
    double length) {
  /** Residuals below this share of the response are rounding. */
  private static final double ROUNDING = 8 * Math.ulp(1.0);

  static FixedBasis of(Design fixed, Vector response) {
    double[] y = response.array();
    LeastSquares decomposition = LeastSquares.of(fixed.values());
    double[] residual = decomposition.residuals(y);
    double length = length(residual);
    if (!(length > ROUNDING * length(y))) {
      length = 0;
    }
    for (int i = 0; i < residual.length; i++) {
      residual[i] = length == 0 ? 0 : residual[i] / length;
    }
    return new FixedBasis(
        fixed.only(decomposition.kept()),
        decomposition,
        Vector.of(decomposition.solve(y)),
        decomposition.triangle(),
        Vector.of(residual),
        length);
  }

  private static double length(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    double sum = 0;
    for (double value : values) {
      double share = largest == 0 ? 0 : value / largest;
      sum += share * share;
    }
    return largest * Math.sqrt(sum);
  }

  int p() {
    return design.p();
  }

  /** Fills the columns of one group, from a place on, with X* and y*. */
  void fill(double[][] into, int at, int[] order, int from, int to) {
    double[][] x = design.values();
    for (int j = 0; j < p(); j++) {
      double[] column = into[at + j];
      for (int i = from; i < to; i++) {
        column[i - from] = x[j][order[i]];
      }
      for (int k = 0; k < j; k++) {
        double factor = triangle.get(k, j);
        for (int i = 0; i < to - from; i++) {
          column[i] -= factor * into[at + k][i];
        }
      }
      double pivot = triangle.get(j, j);
      for (int i = 0; i < to - from; i++) {
        column[i] /= pivot;
      }
    }
    double[] last = into[at + p()];
    for (int i = from; i < to; i++) {
      last[i - from] = residual.at(order[i]);
    }
  }

  /** Solves R b = c, in place. */
  void solve(double[] c) {
    for (int i = p() - 1; i >= 0; i--) {
      double sum = c[i];
      for (int j = i + 1; j < p(); j++) {
        sum -= triangle.get(i, j) * c[j];
      }
      c[i] = sum / triangle.get(i, i);
    }
  }
}
