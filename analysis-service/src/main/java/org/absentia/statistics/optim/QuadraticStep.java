package org.absentia.statistics.optim;

import org.absentia.statistics.data.Vector;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The step to the minimum of a quadratic function inside a ball.
 *
 * @param promise by how much the quadratic function falls
 */
record QuadraticStep(Vector step, double length, double promise) {
  private static final int MOST_HALVINGS = 200;

  /** Curvatures below this share of the largest one count as none. */
  private static final double FLAT = 1e-12;

  /** The minimum of g's + s'Hs/2 over all s of length at most {@code radius}. */
  static QuadraticStep within(double radius, Vector gradient, DMatrixRMaj hessian) {
    int k = gradient.size();
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(k, true, true);
    if (MatrixFeatures_DDRM.hasUncountable(hessian) || !eigen.decompose(hessian.copy())) {
      return along(gradient, hessian, steepest(radius, gradient));
    }
    double[] curvature = new double[k];
    double[] slope = new double[k];
    double[][] axes = new double[k][];
    for (int i = 0; i < k; i++) {
      curvature[i] = eigen.getEigenvalue(i).getReal();
      axes[i] = eigen.getEigenVector(i).getData();
      slope[i] = dot(axes[i], gradient.array());
    }
    double[] moves = moves(radius, slope, curvature);
    double[] step = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        step[j] += moves[i] * axes[i][j];
      }
    }
    return along(gradient, hessian, step);
  }

  /** The move along each axis. */
  private static double[] moves(double radius, double[] slope, double[] curvature) {
    double least = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (double c : curvature) {
      least = Math.min(least, c);
      largest = Math.max(largest, Math.abs(c));
    }
    double flat = FLAT * largest;
    double[] free = moves(0, slope, curvature, flat);
    if (least > -flat && length(free) <= radius) {
      return free;
    }
    double low = Math.max(0, -least);
    double high = low + length(slope) / radius + flat + Double.MIN_NORMAL;
    for (int i = 0; i < MOST_HALVINGS && high - low > 1e-12 * high; i++) {
      double middle = (low + high) / 2;
      if (length(moves(middle, slope, curvature, flat)) > radius) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return toTheEdge(radius, moves(high, slope, curvature, flat), curvature, least);
  }

  private static double[] moves(double shift, double[] slope, double[] curvature, double flat) {
    double[] moves = new double[slope.length];
    for (int i = 0; i < moves.length; i++) {
      double steepness = curvature[i] + shift;
      moves[i] = steepness > flat ? -slope[i] / steepness : 0;
    }
    return moves;
  }

  /** Where the function bends down, goes on along that axis to the edge of the ball. */
  private static double[] toTheEdge(double radius, double[] moves, double[] curvature, double low) {
    double length = length(moves);
    if (low >= 0 || length >= 0.99 * radius) {
      return moves;
    }
    for (int i = 0; i < moves.length; i++) {
      if (curvature[i] == low) {
        double rest = Math.max(0, radius * radius - length * length + moves[i] * moves[i]);
        moves[i] = moves[i] < 0 ? -Math.sqrt(rest) : Math.sqrt(rest);
        return moves;
      }
    }
    return moves;
  }

  private static double[] steepest(double radius, Vector gradient) {
    double[] step = gradient.array().clone();
    double length = length(step);
    for (int i = 0; i < step.length; i++) {
      step[i] *= length > 0 ? -radius / length : 0;
    }
    return step;
  }

  private static QuadraticStep along(Vector gradient, DMatrixRMaj hessian, double[] step) {
    double change = dot(gradient.array(), step);
    for (int i = 0; i < step.length; i++) {
      for (int j = 0; j < step.length; j++) {
        change += 0.5 * step[i] * hessian.get(i, j) * step[j];
      }
    }
    return new QuadraticStep(Vector.of(step), length(step), -change);
  }

  private static double length(double[] values) {
    return Math.sqrt(dot(values, values));
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
