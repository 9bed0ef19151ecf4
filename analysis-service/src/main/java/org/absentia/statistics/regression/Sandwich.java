package org.absentia.statistics.regression;

import org.absentia.statistics.design.Design;
import org.absentia.statistics.linalg.CrossProduct;
import org.absentia.statistics.linalg.LeastSquares;
import org.absentia.statistics.regression.LinearRegression.CovarianceType;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The heteroscedasticity-consistent covariance of least squares, A (sum of c w^2 e^2 x x') A with A
 * = (X'WX)^-1 and c as the type says (MacKinnon and White 1985; with weights as R {@code
 * sandwich::vcovHC} and Stata's pweights).
 */
final class Sandwich {
  /** A row from which the others leave less of the leverage than this is fitted exactly. */
  static final double LEVERAGE_ONE = 1e-10;

  private Sandwich() {}

  /**
   * The covariance; {@code NaN} where HC2 and HC3 meet a row of leverage 1.
   *
   * @param scores w e of each row
   */
  static DMatrixRMaj covariance(
      CovarianceType type, Design design, LeastSquares decomposition, double[] scores) {
    double[] weights = new double[scores.length];
    double[] leverages = usesLeverage(type) ? decomposition.leverages() : weights;
    double n = scores.length;
    for (int row = 0; row < weights.length; row++) {
      double share = 1 - leverages[row];
      double rest = share < LEVERAGE_ONE ? Double.NaN : share;
      double factor =
          switch (type) {
            case CLASSICAL, HC0 -> 1;
            case HC1 -> n / (n - design.p());
            case HC2 -> 1 / rest;
            case HC3 -> 1 / (rest * rest);
          };
      weights[row] = factor * scores[row] * scores[row];
    }
    DMatrixRMaj bread = decomposition.inverseCrossProduct();
    DMatrixRMaj meat = CrossProduct.of(design.values(), weights);
    DMatrixRMaj half = CommonOps_DDRM.mult(bread, meat, null);
    DMatrixRMaj covariance = CommonOps_DDRM.mult(half, bread, null);
    CommonOps_DDRM.symmLowerToFull(covariance);
    return covariance;
  }

  private static boolean usesLeverage(CovarianceType type) {
    return type == CovarianceType.HC2 || type == CovarianceType.HC3;
  }
}
