package org.absentia.randomisation.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The slope of the last column in a least-squares fit on all columns, by orthogonalising each
 * column against those before it; a column that says nothing new is left out.
 */
record LastSlope(
    int n, double slope, double standardError, double t, int degreesOfFreedom, double pValue) {
  private static final double COLLINEAR = 1e-9;

  /** Fits; empty when the last column says nothing new, or nothing is left to judge it by. */
  static Optional<LastSlope> of(List<double[]> columns, double[] response) {
    List<double[]> kept = new ArrayList<>();
    for (double[] column : columns.subList(0, columns.size() - 1)) {
      orthogonal(column, kept).ifPresent(kept::add);
    }
    Optional<double[]> last = orthogonal(columns.getLast(), kept);
    int degrees = response.length - kept.size() - 1;
    if (last.isEmpty() || degrees < 1) {
      return Optional.empty();
    }
    double[] residual = response.clone();
    kept.forEach(column -> subtract(residual, column, ratio(residual, column)));
    double slope = ratio(residual, last.orElseThrow());
    subtract(residual, last.orElseThrow(), slope);
    double norm = product(last.orElseThrow(), last.orElseThrow());
    double error = Math.sqrt(product(residual, residual) / degrees / norm);
    double t = slope / error;
    double p = Math.min(1, 2 * TDistribution.of(degrees).survivalProbability(Math.abs(t)));
    return error > 0
        ? Optional.of(new LastSlope(response.length, slope, error, t, degrees, p))
        : Optional.empty();
  }

  // twice is enough: the second pass removes what rounding left in the first one
  private static Optional<double[]> orthogonal(double[] column, List<double[]> kept) {
    double[] rest = column.clone();
    for (int pass = 0; pass < 2; pass++) {
      kept.forEach(earlier -> subtract(rest, earlier, ratio(rest, earlier)));
    }
    return product(rest, rest) > COLLINEAR * COLLINEAR * product(column, column)
        ? Optional.of(rest)
        : Optional.empty();
  }

  private static void subtract(double[] from, double[] column, double times) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= times * column[i];
    }
  }

  private static double ratio(double[] a, double[] column) {
    return product(a, column) / product(column, column);
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
