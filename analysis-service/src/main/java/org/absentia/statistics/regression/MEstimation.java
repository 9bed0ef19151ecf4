package org.absentia.statistics.regression;

import java.util.List;
import java.util.Optional;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.linalg.LeastSquares;
import org.absentia.statistics.progress.Steps;
import org.absentia.statistics.table.CoefficientTable;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** M-estimation by reweighted least squares from least squares on (F9). */
record MEstimation(double level, Psi psi) {
  private static final int MOST_STEPS = 2000;
  private static final double SETTLED = 1e-24;
  private static final double NEAR = 1e-5;
  private static final double NORMAL_MEDIAN = 0.6745;

  /** How much a residual of u scales counts. */
  enum Psi {
    HUBER,
    BISQUARE;

    double weight(double u) {
      double size = Math.abs(u);
      return switch (this) {
        case HUBER -> size <= 1.345 ? 1 : 1.345 / size;
        case BISQUARE -> {
          double t = size / 4.685;
          yield t < 1 ? (1 - t * t) * (1 - t * t) : 0;
        }
      };
    }

    /** The derivative of u times its weight. */
    double slope(double u) {
      double size = Math.abs(u);
      return switch (this) {
        case HUBER -> size <= 1.345 ? 1 : 0;
        case BISQUARE -> {
          double t = size / 4.685;
          yield t < 1 ? (1 - t * t) * (1 - 5 * t * t) : 0;
        }
      };
    }
  }

  RobustRegression.Fit fit(Design design, Vector response) {
    LeastSquares decomposition = LeastSquares.of(design.values());
    Design kept = design.only(decomposition.kept());
    Reweighted fit = new Reweighted(kept, decomposition, response);
    double tiny = Math.max(Rreg.tiny(response), Double.MIN_NORMAL);
    Steps reweightings = Steps.untilSettled("reweightings");
    Iteration steps = new Iteration(fit, psi, tiny);
    for (int step = 0; !steps.converged && step < MOST_STEPS; step++) {
      steps.next();
      reweightings.done(1);
    }
    double scale = steps.scale;
    double reported = scale <= tiny / NORMAL_MEDIAN ? 0 : scale;
    List<String> dropped = LinearRegression.dropped(design, decomposition.kept());
    return new RobustRegression.Fit(
        kept,
        CoefficientTable.byT(
            kept.names(),
            fit.estimates(),
            covariance(decomposition, fit.residuals(), scale),
            kept.n() - kept.p(),
            level),
        Vector.of(steps.weights),
        Indexes.of(),
        steps.converged,
        List.of(),
        reported,
        Optional.empty(),
        RobustRegression.notes(dropped, steps.converged, reported));
  }

  /**
   * Reweighted least squares until little changes; then Newton's steps at the scale of the last
   * residuals, under a matrix that is not renewed, which lead to the same place sooner. Should they
   * not halve the distance each time, reweighting goes on.
   */
  private static final class Iteration {
    private final Reweighted fit;
    private final Psi psi;
    private final double tiny;
    private final double[] weights;
    private double scale;
    private double lastRefinement = Double.POSITIVE_INFINITY;
    private boolean refining;
    private boolean mayRefine = true;
    private boolean converged;

    Iteration(Reweighted fit, Psi psi, double tiny) {
      this.fit = fit;
      this.psi = psi;
      this.tiny = tiny;
      this.scale = tiny;
      this.weights = new double[fit.residuals().length];
    }

    void next() {
      double[] residuals = fit.residuals();
      double squares = 0;
      scale = Math.max(fit.medianDeviation(0), tiny) / NORMAL_MEDIAN;
      for (int row = 0; row < weights.length; row++) {
        squares += residuals[row] * residuals[row];
        weights[row] = psi.weight(residuals[row] / scale);
      }
      double change = refining ? fit.refine(weights) : fit.fit(weights);
      converged = change <= SETTLED * squares;
      if (refining) {
        refining = change <= lastRefinement / 4;
        lastRefinement = change;
      } else if (mayRefine && !converged && change <= NEAR * squares) {
        mayRefine = false;
        refining = fit.decomposed(slopes());
      }
    }

    private double[] slopes() {
      double[] slopes = new double[weights.length];
      for (int row = 0; row < slopes.length; row++) {
        slopes[row] = psi.slope(fit.residuals()[row] / scale);
      }
      return slopes;
    }
  }

  /** (X'X)^-1 S/m^2 K^2. */
  private DMatrixRMaj covariance(LeastSquares decomposition, double[] e, double scale) {
    int n = e.length;
    int p = decomposition.rank();
    double squares = 0;
    double mean = 0;
    for (double residual : e) {
      double u = residual / scale;
      double weighted = psi.weight(u) * residual;
      squares += weighted * weighted;
      mean += psi.slope(u) / n;
    }
    double variance = 0;
    for (double residual : e) {
      double off = psi.slope(residual / scale) - mean;
      variance += off * off / (n - 1);
    }
    double correction = 1 + p * variance / (n * mean * mean);
    DMatrixRMaj covariance = decomposition.inverseCrossProduct();
    CommonOps_DDRM.scale(squares / (n - p) / (mean * mean) * correction * correction, covariance);
    return covariance;
  }
}
