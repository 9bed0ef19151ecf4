package org.absentia.statistics.regression;

import org.absentia.statistics.linalg.CrossProduct;
import org.ejml.data.DMatrixRMaj;

/** Columns of n numbers each, as the likelihoods multiply them. */
final class Columns {
  private final double[][] values;
  private final int n;

  Columns(double[][] values, int n) {
    this.values = values;
    this.n = n;
  }

  int count() {
    return values.length;
  }

  /** Xb. */
  double[] combination(double[] coefficients) {
    return CrossProduct.combination(values, coefficients, n);
  }

  /** X'y. */
  double[] product(double[] y) {
    return CrossProduct.of(values, y, n);
  }

  /** X'WX. */
  DMatrixRMaj weightedSquare(double[] weights) {
    return CrossProduct.of(values, weights);
  }
}
