package org.absentia.statistics.imputation;

import org.absentia.statistics.distribution.UpperTail;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The test that k coefficients are all 0 (Li, Raghunathan and Rubin 1991); {@code NaN} is
 * undefined.
 *
 * @param df2 infinite where nothing varies between imputations
 * @param averageRelativeIncrease r = (1 + 1/m) tr(B W^-1)/k
 */
public record JointTest(
    double statistic, double df1, double df2, double pValue, double averageRelativeIncrease) {

  /**
   * Tests m estimates at once.
   *
   * @param mean k pooled estimates
   * @param within k x k, the mean covariance
   * @param between k x k, the covariance of the estimates between imputations
   */
  static JointTest of(double[] mean, DMatrixRMaj within, DMatrixRMaj between, int m) {
    int k = mean.length;
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(k);
    DMatrixRMaj scale = scale(within);
    DMatrixRMaj unit = scaled(within, scale);
    if (k == 0 || !isFinite(unit) || !solver.setA(unit) || solver.quality() < 1e-12) {
      return undefined(k);
    }
    DMatrixRMaj solved = new DMatrixRMaj(k, k);
    solver.solve(scaled(between, scale), solved);
    double r = (1 + 1.0 / m) * CommonOps_DDRM.trace(solved) / k;
    DMatrixRMaj q = new DMatrixRMaj(k, 1);
    for (int i = 0; i < k; i++) {
      q.set(i, 0, mean[i] / scale.get(i));
    }
    DMatrixRMaj weighted = new DMatrixRMaj(k, 1);
    solver.solve(q.copy(), weighted);
    double statistic = CommonOps_DDRM.dot(q, weighted) / (k * (1 + r));
    double df2 = denominator(k, m, r);
    return new JointTest(statistic, k, df2, pValue(statistic, k, df2), r);
  }

  private static JointTest undefined(int k) {
    return new JointTest(Double.NaN, k, Double.NaN, Double.NaN, Double.NaN);
  }

  /** Standard errors inside the imputations, by which rows and columns are divided. */
  private static DMatrixRMaj scale(DMatrixRMaj within) {
    DMatrixRMaj roots = new DMatrixRMaj(within.getNumRows(), 1);
    for (int i = 0; i < within.getNumRows(); i++) {
      roots.set(i, 0, Math.sqrt(within.get(i, i)));
    }
    return roots;
  }

  private static DMatrixRMaj scaled(DMatrixRMaj matrix, DMatrixRMaj scale) {
    DMatrixRMaj scaled = matrix.copy();
    for (int i = 0; i < matrix.getNumRows(); i++) {
      for (int j = 0; j < matrix.getNumCols(); j++) {
        scaled.set(i, j, matrix.get(i, j) / scale.get(i) / scale.get(j));
      }
    }
    return scaled;
  }

  private static boolean isFinite(DMatrixRMaj matrix) {
    for (double element : matrix.data) {
      if (!Double.isFinite(element)) {
        return false;
      }
    }
    return true;
  }

  private static double denominator(int k, int m, double r) {
    if (Double.isNaN(r)) {
      return Double.NaN;
    }
    if (!(r > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    double t = k * (m - 1.0);
    if (t > 4) {
      double root = 1 + (1 - 2 / t) / r;
      return 4 + (t - 4) * root * root;
    }
    double root = 1 + 1 / r;
    return t * (1 + 1.0 / k) * root * root / 2;
  }

  private static double pValue(double statistic, int k, double df2) {
    if (Double.isNaN(statistic) || Double.isNaN(df2)) {
      return Double.NaN;
    }
    return UpperTail.f(statistic, k, df2);
  }
}
