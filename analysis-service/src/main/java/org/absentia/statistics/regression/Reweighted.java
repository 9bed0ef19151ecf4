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
  private final double[] residuals;
  private final double[] scratch;
  private final LinearSolverDense<DMatrixRMaj> solver;

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
    this.scratch = new double[residuals.length];
    this.solver = LinearSolverFactory_DDRM.chol(basis.length);
    move(CrossProduct.of(basis, residuals, residuals.length));
    move(CrossProduct.of(basis, residuals, residuals.length));
  }

  /** They change with each fit. */
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
    return decomposed(weights) ? refine(weights) : move(stepByReflections(weights));
  }

  /**
   * Takes a matrix X'DX for the steps of {@link #refine}; tells whether it can be used.
   *
   * @param diagonal n numbers
   */
  boolean decomposed(double[] diagonal) {
    return solver.setA(CrossProduct.of(basis, diagonal)) && solver.quality() > WELL_CONDITIONED;
  }

  /** Moves by what weighted residuals ask for under the matrix taken last. */
  double refine(double[] weights) {
    for (int row = 0; row < scratch.length; row++) {
      scratch[row] = weights[row] * residuals[row];
    }
    DMatrixRMaj step = new DMatrixRMaj(basis.length, 1);
    solver.solve(new DMatrixRMaj(CrossProduct.of(basis, scratch, scratch.length)), step);
    return move(step.data);
  }

  /** For weights of which many are 0: what they leave undetermined stays as it was. */
  private double[] stepByReflections(double[] weights) {
    LeastSquares weighted = LeastSquares.weighted(weights, basis);
    double[] scaled = residuals.clone();
    for (int row = 0; row < scaled.length; row++) {
      scaled[row] *= Math.sqrt(weights[row]);
    }
    double[] solution = weighted.solve(scaled);
    double[] step = new double[basis.length];
    int[] kept = weighted.kept();
    for (int i = 0; i < kept.length; i++) {
      step[kept[i]] = solution[i];
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
    CrossProduct.combination(basis, step, scratch);
    for (int row = 0; row < scratch.length; row++) {
      residuals[row] -= scratch[row];
    }
    return change;
  }

  /** The median of absolute residuals about a centre. */
  double medianDeviation(double centre) {
    for (int row = 0; row < scratch.length; row++) {
      scratch[row] = Math.abs(residuals[row] - centre);
    }
    return Median.ofScratch(scratch);
  }
}
