package org.absentia.statistics.regression;

import java.util.Arrays;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Vector;
import org.ejml.data.DMatrixRMaj;

/**
 * The log likelihood of ordered levels; parameters are the coefficients, then the thresholds. With
 * u and l the thresholds above and below a row's level less its xb, and F the logistic function,
 * log P = log F(u) + log F(-l) + log(1 - exp(l - u)).
 */
final class ProportionalOdds implements Likelihood {
  private final Columns x;
  private final Factor outcome;
  private final Vector weights;
  private final int p;
  private final int thresholds;

  ProportionalOdds(Columns x, Factor outcome, Vector weights) {
    this.x = x;
    this.outcome = outcome;
    this.weights = weights;
    this.p = x.count();
    this.thresholds = Math.max(0, outcome.levels().size() - 1);
  }

  /** Coefficients of 0, and the thresholds that then are best. */
  double[] start() {
    double[] counts = new double[thresholds + 1];
    for (int row = 0; row < weights.size(); row++) {
      counts[outcome.codes().at(row)] += weights.at(row);
    }
    double all = Arrays.stream(counts).sum();
    double[] start = new double[p + thresholds];
    double below = 0;
    for (int k = 0; k < thresholds; k++) {
      below += counts[k];
      start[p + k] = Math.log(below / (all - below));
    }
    return start;
  }

  @Override
  public Point at(double[] parameters) {
    Sums sums = new Sums(weights.size(), thresholds);
    if (sums.collect(parameters)) {
      return sums.point();
    }
    int size = parameters.length;
    return new Point(
        Double.NEGATIVE_INFINITY, Vector.of(new double[size]), new DMatrixRMaj(size, size));
  }

  @Override
  public double farthest(double[] step) {
    double slopes = Logit.farthest(x.combination(Arrays.copyOf(step, p)));
    return slopes + Logit.farthest(Arrays.copyOfRange(step, p, step.length));
  }

  /** Slopes and curvatures, by row for xb and summed for the thresholds. */
  private final class Sums {
    private double logLikelihood;
    private final double[] slope;
    private final double[] curvature;
    private final double[] atUpper;
    private final double[] atLower;
    private final double[] thresholdSlope;
    private final double[] thresholdCurvature;
    private final double[] neighbours;

    Sums(int n, int thresholds) {
      slope = new double[n];
      curvature = new double[n];
      atUpper = new double[n];
      atLower = new double[n];
      thresholdSlope = new double[thresholds];
      thresholdCurvature = new double[thresholds];
      neighbours = new double[thresholds];
    }

    /** Adds all rows; tells whether the thresholds are in order. */
    boolean collect(double[] parameters) {
      for (int k = 1; k < thresholds; k++) {
        if (!(parameters[p + k] > parameters[p + k - 1])) {
          return false;
        }
      }
      double[] eta = x.combination(parameters);
      for (int row = 0; row < eta.length; row++) {
        if (weights.at(row) > 0) {
          int k = outcome.codes().at(row);
          double upper = k < thresholds ? parameters[p + k] - eta[row] : Double.POSITIVE_INFINITY;
          double lower = k > 0 ? parameters[p + k - 1] - eta[row] : Double.NEGATIVE_INFINITY;
          add(row, k, upper, lower);
        }
      }
      return true;
    }

    private void add(int row, int k, double upper, double lower) {
      double w = weights.at(row);
      boolean inside = k > 0 && k < thresholds;
      double gap = upper - lower;
      double odds = inside ? 1 / Math.expm1(gap) : 0;
      double half = inside ? 2 * Math.sinh(gap / 2) : Double.POSITIVE_INFINITY;
      double joint = 1 / (half * half);
      double upperSlope = k < thresholds ? Logit.probability(-upper) : 0;
      double lowerSlope = k > 0 ? Logit.probability(lower) : 0;
      atUpper[row] = k < thresholds ? w * upperSlope * Logit.probability(upper) : 0;
      atLower[row] = k > 0 ? w * lowerSlope * Logit.probability(-lower) : 0;
      slope[row] = w * (lowerSlope - upperSlope);
      curvature[row] = atUpper[row] + atLower[row];
      if (k < thresholds) {
        logLikelihood -= w * Logit.logOnePlusExp(-upper);
        thresholdSlope[k] += w * (upperSlope + odds);
        thresholdCurvature[k] += atUpper[row] + w * joint;
      }
      if (k > 0) {
        logLikelihood -= w * Logit.logOnePlusExp(lower);
        thresholdSlope[k - 1] -= w * (lowerSlope + odds);
        thresholdCurvature[k - 1] += atLower[row] + w * joint;
      }
      if (inside) {
        logLikelihood += w * Math.log(-Math.expm1(-gap));
        neighbours[k] -= w * joint;
      }
    }

    Point point() {
      double[] gradient = Arrays.copyOf(x.product(slope), p + thresholds);
      System.arraycopy(thresholdSlope, 0, gradient, p, thresholds);
      DMatrixRMaj information = new DMatrixRMaj(p + thresholds, p + thresholds);
      DMatrixRMaj slopes = x.weightedSquare(curvature);
      for (int i = 0; i < p; i++) {
        for (int j = 0; j < p; j++) {
          information.set(i, j, slopes.get(i, j));
        }
      }
      for (int k = 0; k < thresholds; k++) {
        information.set(p + k, p + k, thresholdCurvature[k]);
        if (k > 0) {
          information.set(p + k, p + k - 1, neighbours[k]);
          information.set(p + k - 1, p + k, neighbours[k]);
        }
        double[] mixed = x.product(curvatureAt(k));
        for (int i = 0; i < p; i++) {
          information.set(i, p + k, -mixed[i]);
          information.set(p + k, i, -mixed[i]);
        }
      }
      return new Point(logLikelihood, Vector.of(gradient), information);
    }

    /** The curvature that a threshold shares with xb, row by row. */
    private double[] curvatureAt(int threshold) {
      double[] shared = new double[atUpper.length];
      for (int row = 0; row < shared.length; row++) {
        int k = outcome.codes().at(row);
        shared[row] = k == threshold ? atUpper[row] : k == threshold + 1 ? atLower[row] : 0;
      }
      return shared;
    }
  }
}
