package org.absentia.statistics.survival;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.absentia.statistics.linalg.PositiveDefinite;
import org.absentia.statistics.progress.Steps;
import org.absentia.statistics.survival.PartialLikelihood.Point;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The maximum of a partial likelihood by Newton's steps, halved where they go too far.
 *
 * @param beta standardised coefficients
 * @param covariance inverse of the information there
 * @param endless the coefficients that still walked away when the likelihood had stopped to grow
 */
record Maximum(
    DMatrixRMaj beta,
    Point start,
    Point end,
    DMatrixRMaj covariance,
    boolean converged,
    List<Integer> endless) {
  private static final double TOLERANCE = 1e-12;
  private static final double STILL_WALKING = 1e-3;
  private static final int MOST_STEPS = 60;
  private static final int MOST_HALVINGS = 30;

  /** Starts at 0, of which the point is known. */
  static Maximum of(PartialLikelihood likelihood, Point zero) {
    Search search = new Search(likelihood, zero);
    Steps steps = Steps.untilSettled("Newton steps");
    for (int step = 0; step < MOST_STEPS && !search.done; step++) {
      search.step();
      steps.done(1);
    }
    return search.maximum(zero);
  }

  /** Tells whether some combination of columns is nearly without information. */
  static boolean isNearlySingular(DMatrixRMaj information) {
    return QuadraticForm.rank(information, 1e-8) < information.getNumRows();
  }

  private static final class Search {
    private final PartialLikelihood likelihood;
    private final double room;
    private DMatrixRMaj beta;
    private Point point;
    private DMatrixRMaj covariance;
    private DMatrixRMaj step;
    private boolean settled;
    private boolean done;
    private boolean converged;

    Search(PartialLikelihood likelihood, Point zero) {
      this.likelihood = likelihood;
      this.room = 1e-3 * Math.abs(zero.logLikelihood());
      this.beta = new DMatrixRMaj(zero.gradient().getNumRows(), 1);
      this.point = zero;
      this.covariance = PositiveDefinite.inverse(zero.information());
      this.step = CommonOps_DDRM.mult(covariance, zero.gradient(), null);
      this.done = !isFinite(step) || beta.getNumRows() == 0;
      this.converged = beta.getNumRows() == 0;
    }

    /** One more step after the likelihood has settled brings the last digits. */
    void step() {
      double before = point.logLikelihood();
      double tolerance = TOLERANCE * Math.max(Math.abs(before), room);
      DMatrixRMaj next = CommonOps_DDRM.add(beta, step, null);
      Point there = likelihood.at(next.data);
      for (int i = 0; i < MOST_HALVINGS && !(there.logLikelihood() >= before - tolerance); i++) {
        CommonOps_DDRM.scale(0.5, step);
        CommonOps_DDRM.add(beta, step, next);
        there = likelihood.at(next.data);
      }
      DMatrixRMaj inverse = PositiveDefinite.inverse(there.information());
      DMatrixRMaj onward = CommonOps_DDRM.mult(inverse, there.gradient(), null);
      if (!isFinite(onward) || !(there.logLikelihood() >= before - tolerance)) {
        done = true;
        return;
      }
      double gain = Math.abs(there.logLikelihood() - before);
      boolean exact = CommonOps_DDRM.dot(onward, there.gradient()) < 1e-20;
      beta = next;
      point = there;
      covariance = inverse;
      step = onward;
      converged = gain <= tolerance;
      done = converged && (settled || exact);
      settled = converged;
    }

    private static boolean isFinite(DMatrixRMaj vector) {
      return Arrays.stream(vector.data).allMatch(Double::isFinite);
    }

    Maximum maximum(Point zero) {
      List<Integer> endless =
          IntStream.range(0, beta.getNumRows())
              .filter(i -> !(Math.abs(step.get(i)) < STILL_WALKING))
              .boxed()
              .toList();
      return new Maximum(beta, zero, point, covariance, converged && endless.isEmpty(), endless);
    }
  }
}
