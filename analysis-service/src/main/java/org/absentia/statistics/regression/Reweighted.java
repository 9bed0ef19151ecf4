package org.absentia.statistics.regression;

import java.util.Arrays;
import org.absentia.statistics.data.Median;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.linalg.CrossProduct;
import org.absentia.statistics.linalg.LeastSquares;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Weighted least squares again and again, of one response on one design. The design is made
 * orthonormal once; each new fit moves the last one by what its weighted residuals ask for, so that
 * the normal equations lose no digits.
 */
final class Reweighted {
  private static final double WELL_CONDITIONED = 1e-9;

  private final LeastSquares decomposition;
  private final double[][] basis;
  private final double centre;
  private final double[] onBasis;
  private double[] residuals;

  /**
   * Begins at least squares. With an intercept the response is taken from its median, which saves
   * its digits.
   */
  Reweighted(Design kept, LeastSquares decomposition, Vector response) {
    this.decomposition = decomposition;
    this.basis = decomposition.basis();
    this.centre = kept.hasIntercept() ? Median.of(response.array()) : 0;
    this.onBasis = new double[basis.length];
    this.residuals = Arrays.stream(response.array()).map(y -> y - centre).toArray();
    move(CrossProduct.of(basis, residuals, residuals.length));
    move(CrossProduct.of(basis, residuals, residuals.length));
  }

  double[] residuals() {
    return residuals;
  }

  /** Estimates of the kept columns. */
  double[] estimates() {
    double[] estimates = decomposition.coefficients(onBasis);
    if (estimates.length > 0) {
      estimates[0] += centre;
    }
    return estimates;
  }

  /** The diagonal of the hat matrix of least squares. */
  double[] leverages() {
    double[] leverages = new double[residuals.length];
    for (double[] column : basis) {
      for (int row = 0; row < leverages.length; row++) {
        leverages[row] += column[row] * column[row];
      }
    }
    return leverages;
  }

  /** Fits anew with these weights; tells the sum of the squared changes of the residuals. */
  double fit(double[] weights) {
    double[] weighted = new double[weights.length];
    for (int row = 0; row < weighted.length; row++) {
      weighted[row] = weights[row] * residuals[row];
    }
    DMatrixRMaj step = new DMatrixRMaj(basis.length, 1);
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(basis.length);
    if (solver.setA(CrossProduct.of(basis, weights)) && solver.quality() > WELL_CONDITIONED) {
      solver.solve(new DMatrixRMaj(CrossProduct.of(basis, weighted, weighted.length)), step);
    } else {
      step = stepByReflections(weights);
    }
    return move(step.data);
  }

  /** For weights of which many are 0: what they leave undetermined stays as it was. */
  private DMatrixRMaj stepByReflections(double[] weights) {
    LeastSquares weighted = LeastSquares.weighted(weights, basis);
    double[] scaled = residuals.clone();
    for (int row = 0; row < scaled.length; row++) {
      scaled[row] *= Math.sqrt(weights[row]);
    }
    double[] solution = weighted.solve(scaled);
    DMatrixRMaj step = new DMatrixRMaj(basis.length, 1);
    int[] kept = weighted.kept();
    for (int i = 0; i < kept.length; i++) {
      step.data[kept[i]] = solution[i];
    }
    return step;
  }

  /** The basis is orthonormal, so residuals change by as much as the coefficients. */
  private double move(double[] step) {
    double change = 0;
    for (int i = 0; i < basis.length; i++) {
      onBasis[i] += step[i];
      change += step[i] * step[i];
    }
    double[] fitted = CrossProduct.combination(basis, step, residuals.length);
    double[] moved = new double[residuals.length];
    for (int row = 0; row < moved.length; row++) {
      moved[row] = residuals[row] - fitted[row];
    }
    residuals = moved;
    return change;
  }

  /** The median of absolute residuals about a centre. */
  double medianDeviation(double centre) {
    double[] absolute = new double[residuals.length];
    for (int row = 0; row < absolute.length; row++) {
      absolute[row] = Math.abs(residuals[row] - centre);
    }
    return Median.ofScratch(absolute);
  }
}
