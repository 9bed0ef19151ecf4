package org.absentia.statistics.mixed;

import java.util.Arrays;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.optim.Objective;
import org.absentia.statistics.progress.Steps;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Minus twice the log likelihood but for constants, as a function of the parameters of L: ln|V| + N
 * ln r'V^-1 r, and ln|X'V^-1 X| under REML; N = n, or n - p under REML.
 *
 * @param evaluations counts them
 */
record Deviance(Reduction data, Covariance covariance, boolean restricted, Steps evaluations)
    implements Objective {

  double divisor() {
    return restricted ? data.n() - data.p() : data.n();
  }

  Profile profile(Vector parameters) {
    evaluations.done(1);
    return Profile.at(data, covariance.factor(parameters, data.q()));
  }

  @Override
  public double value(Vector parameters) {
    return value(profile(parameters));
  }

  double value(Profile profile) {
    double value = profile.logDeterminant() + divisor() * Math.log(profile.residualSumOfSquares());
    value += restricted ? profile.logDeterminantOfFixed() : 0;
    return Double.isFinite(value) ? value : Double.NaN;
  }

  @Override
  public Expansion expand(Vector parameters) {
    evaluations.done(1);
    int q = data.q();
    DMatrixRMaj factor = covariance.factor(parameters, q);
    Profile profile = Profile.at(data, factor);
    Curvature curvature = Curvature.of(data, factor, profile, restricted, divisor());
    int[] rows = covariance.rows(q);
    int[] columns = covariance.columns(q);
    double[][] directions = new double[rows.length][];
    Arrays.setAll(directions, i -> direction(factor, rows[i], columns[i]));
    DMatrixRMaj hessian = curvature.hessian(directions);
    DMatrixRMaj bySquare = curvature.gradient();
    DMatrixRMaj byFactor = CommonOps_DDRM.mult(bySquare, factor, null);
    double[] gradient = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      gradient[i] = 2 * byFactor.get(rows[i], columns[i]);
      for (int j = 0; j < rows.length; j++) {
        if (columns[i] == columns[j]) {
          hessian.add(i, j, 2 * bySquare.get(rows[i], rows[j]));
        }
      }
    }
    return new Expansion(value(profile), Vector.of(gradient), hessian);
  }

  /** The derivative of the deviance by S = LL'. */
  DMatrixRMaj gradientBySquare(Vector parameters) {
    DMatrixRMaj factor = covariance.factor(parameters, data.q());
    Profile profile = Profile.at(data, factor);
    return Curvature.of(data, factor, profile, restricted, divisor()).gradient();
  }

  /** The derivative of LL' by an element of L. */
  private static double[] direction(DMatrixRMaj factor, int row, int column) {
    int q = factor.getNumRows();
    double[] direction = new double[q * q];
    for (int i = 0; i < q; i++) {
      direction[row * q + i] += factor.get(i, column);
      direction[i * q + row] += factor.get(i, column);
    }
    return direction;
  }
}
