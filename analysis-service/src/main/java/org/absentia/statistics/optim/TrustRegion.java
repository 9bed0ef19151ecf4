package org.absentia.statistics.optim;

import org.absentia.statistics.data.Vector;

/**
 * Newton's method within a trust region: each step is the minimum of the quadratic approximation
 * inside a ball, which is found from the eigenvalues of the second derivatives and leads away from
 * saddle points too (Nocedal and Wright 2006, Numerical Optimization, chapter 4).
 *
 * @param radius of the first ball
 * @param tolerance the step is the last one when it promises less than this
 * @param mostSteps after which the search gives up
 */
public record TrustRegion(double radius, double tolerance, int mostSteps) {
  private static final double LARGEST_RADIUS = 1e6;
  private static final double SMALLEST_RADIUS = 1e-14;

  /** What rounding leaves undetermined of a value, as a share of it. */
  private static final double NOISE = 1e-13;

  /**
   * The end of a search.
   *
   * @param converged whether the last step promised less than the tolerance
   */
  public record Minimum(Vector point, double value, int steps, boolean converged) {}

  /** Searches from a point at which the function is defined. */
  public Minimum minimise(Objective objective, Vector start) {
    Vector point = start;
    Objective.Expansion here = objective.expand(point);
    double ball = radius;
    for (int step = 1; step <= mostSteps; step++) {
      QuadraticStep move = QuadraticStep.within(ball, here.gradient(), here.hessian());
      double noise = NOISE * (1 + Math.abs(here.value()));
      Vector next = sum(point, move.step());
      double value = objective.value(next);
      double gain = here.value() - value;
      if (move.promise() <= Math.max(tolerance, noise)) {
        return gain >= -noise
            ? new Minimum(next, value, step, true)
            : new Minimum(point, here.value(), step, true);
      }
      double kept = Double.isNaN(gain) ? -1 : gain / move.promise();
      if (kept > 1e-4) {
        point = next;
        here = objective.expand(point);
      }
      ball = nextRadius(ball, kept, move.length());
      if (ball < SMALLEST_RADIUS) {
        return new Minimum(point, here.value(), step, false);
      }
    }
    return new Minimum(point, here.value(), mostSteps, false);
  }

  private static double nextRadius(double ball, double kept, double length) {
    if (kept < 0.25) {
      return 0.25 * length;
    }
    return kept > 0.75 && length > 0.9 * ball ? Math.min(3 * ball, LARGEST_RADIUS) : ball;
  }

  private static Vector sum(Vector one, Vector other) {
    double[] sum = new double[one.size()];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = one.at(i) + other.at(i);
    }
    return Vector.of(sum);
  }
}
