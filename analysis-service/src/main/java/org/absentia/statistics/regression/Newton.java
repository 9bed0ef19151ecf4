package org.absentia.statistics.regression;

import java.util.Arrays;
import java.util.Optional;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.linalg.PositiveDefinite;
import org.absentia.statistics.progress.Steps;
import org.absentia.statistics.regression.Likelihood.Point;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Newton's steps towards the largest log likelihood, halved where they overshoot.
 *
 * <p>It has converged when a step moves no row's linear predictor by more than {@value
 * #SMALL_STEP}; the next error is the square of that. Where the terms separate the outcome there is
 * no largest likelihood: the log likelihood stands still while each step still moves some row by
 * about 1. After {@value #IDLE_STEPS} such steps the walk ends without convergence.
 */
final class Newton {
  private static final int MOST_STEPS = 100;
  private static final int MOST_HALVINGS = 40;
  private static final int IDLE_STEPS = 6;
  private static final double SMALL_STEP = 1e-6;
  private static final double IDLE_GAIN = 1e-8;
  private static final double SCORED = 1e-14;

  private Newton() {}

  /**
   * Where the steps ended.
   *
   * @param covariance the inverse of the information; {@code NaN} where it has none
   * @param scored the same before the first step that changed twice the log likelihood by less than
   *     {@value #SCORED} of itself and 0.1, where R's {@code glm(epsilon = 1e-14)} takes its own
   */
  record Maximum(
      Vector parameters,
      DMatrixRMaj covariance,
      DMatrixRMaj scored,
      double logLikelihood,
      boolean converged,
      int steps) {}

  static Maximum maximise(Likelihood likelihood, double[] start) {
    double[] parameters = start.clone();
    Point here = likelihood.at(parameters);
    boolean converged = start.length == 0;
    Optional<DMatrixRMaj> scored = Optional.empty();
    Steps counted = Steps.untilSettled("Newton steps");
    int idle = 0;
    int steps = 0;
    while (!converged && idle < IDLE_STEPS && steps++ < MOST_STEPS) {
      double[] step = step(here);
      double farthest = likelihood.farthest(step);
      Optional<Move> found =
          Double.isFinite(farthest)
              ? move(likelihood, parameters, here, step, counted)
              : Optional.empty();
      if (found.isEmpty()) {
        break;
      }
      Move move = found.get();
      double gain = move.to.value() - here.value();
      converged = farthest <= SMALL_STEP;
      idle += gain < IDLE_GAIN ? 1 : 0;
      if (scored.isEmpty() && isScored(here.value(), move.to.value())) {
        scored = Optional.of(here.information());
      }
      parameters = move.parameters.array();
      here = move.to;
      counted.done(1);
    }
    return maximum(parameters, here, scored, converged, steps);
  }

  /** A step that was taken: where it led to. */
  private record Move(Vector parameters, Point to) {}

  /** Halves a step until the likelihood does not fall; nothing where it always does. */
  private static Optional<Move> move(
      Likelihood likelihood, double[] from, Point here, double[] step, Steps counted) {
    double least = here.value() - 1e-13 * (1 + Math.abs(here.value()));
    for (int halvings = 0; halvings < MOST_HALVINGS; halvings++) {
      double[] next = moved(from, step, Math.scalb(1.0, -halvings));
      Point there = likelihood.at(next);
      if (there.value() >= least) {
        return Optional.of(new Move(Vector.of(next), there));
      }
      counted.check();
    }
    return Optional.empty();
  }

  private static Maximum maximum(
      double[] parameters, Point here, Optional<DMatrixRMaj> scored, boolean converged, int steps) {
    DMatrixRMaj covariance = PositiveDefinite.inverse(here.information());
    boolean defined = Double.isFinite(here.value()) && PositiveDefinite.isFinite(covariance);
    return new Maximum(
        Vector.of(parameters),
        covariance,
        scored.map(PositiveDefinite::inverse).orElse(covariance),
        here.value(),
        converged && defined,
        steps);
  }

  private static boolean isScored(double before, double after) {
    return 2 * Math.abs(after - before) < SCORED * (2 * Math.abs(after) + 0.1);
  }

  private static double[] moved(double[] from, double[] step, double share) {
    double[] to = from.clone();
    for (int i = 0; i < to.length; i++) {
      to[i] += share * step[i];
    }
    return to;
  }

  private static double[] step(Point here) {
    DMatrixRMaj gradient = new DMatrixRMaj(here.gradient().array());
    int size = gradient.getNumRows();
    DMatrixRMaj step = new DMatrixRMaj(size, 1);
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(size);
    if (!PositiveDefinite.isFinite(here.information()) || !solver.setA(here.information().copy())) {
      Arrays.fill(step.data, Double.NaN);
    } else {
      solver.solve(gradient, step);
    }
    return step.data;
  }
}
