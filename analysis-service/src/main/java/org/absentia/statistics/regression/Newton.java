package org.absentia.statistics.regression;

import java.util.Arrays;
import java.util.Optional;
import org.absentia.statistics.data.Vector;
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
      if (!Double.isFinite(farthest)) {
        break;
      }
      double[] next = moved(parameters, step, 1);
      Point there = likelihood.at(next);
      double room = 1e-13 * (1 + Math.abs(here.value()));
      for (int i = 1; i < MOST_HALVINGS && !(there.value() >= here.value() - room); i++) {
        next = moved(parameters, step, Math.scalb(1.0, -i));
        there = likelihood.at(next);
        counted.check();
      }
      if (!(there.value() >= here.value() - room)) {
        break;
      }
      converged = farthest <= SMALL_STEP;
      idle += there.value() - here.value() < IDLE_GAIN ? 1 : 0;
      if (scored.isEmpty() && isScored(here.value(), there.value())) {
        scored = Optional.of(here.information());
      }
      parameters = next;
      here = there;
      counted.done(1);
    }
    DMatrixRMaj covariance = inverse(here.information());
    boolean defined = Double.isFinite(here.value()) && finite(covariance);
    return new Maximum(
        Vector.of(parameters),
        covariance,
        scored.map(Newton::inverse).orElse(covariance),
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
    if (!finite(here.information()) || !solver.setA(here.information().copy())) {
      Arrays.fill(step.data, Double.NaN);
    } else {
      solver.solve(gradient, step);
    }
    return step.data;
  }

  /** The inverse of a matrix, {@code NaN} where it is not positive definite. */
  static DMatrixRMaj inverse(DMatrixRMaj matrix) {
    int size = matrix.getNumRows();
    DMatrixRMaj inverse = new DMatrixRMaj(size, size);
    if (size == 0) {
      return inverse;
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(size);
    if (finite(matrix) && solver.setA(matrix.copy())) {
      solver.invert(inverse);
    } else {
      Arrays.fill(inverse.data, Double.NaN);
    }
    return inverse;
  }

  private static boolean finite(DMatrixRMaj matrix) {
    return Arrays.stream(matrix.data, 0, matrix.getNumElements()).allMatch(Double::isFinite);
  }
}
