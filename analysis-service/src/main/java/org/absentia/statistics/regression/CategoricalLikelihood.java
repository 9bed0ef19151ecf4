package org.absentia.statistics.regression;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Vector;
import org.ejml.data.DMatrixRMaj;

/** Sums of w log P(level of the row) and its derivatives; parameters equation by equation. */
record CategoricalLikelihood(Columns x, Factor outcome, Vector weights) implements Likelihood {

  /** Linear predictors of each level; 0 for the base. */
  private double[][] predictors(double[] parameters) {
    int p = x.count();
    double[][] eta = new double[outcome.levels().size()][weights.size()];
    int equation = 0;
    for (int k = 0; k < eta.length; k++) {
      if (k != outcome.base()) {
        eta[k] = x.combination(part(parameters, equation++, p));
      }
    }
    return eta;
  }

  @Override
  public Point at(double[] parameters) {
    double[][] eta = predictors(parameters);
    double sum = 0;
    for (int row = 0; row < weights.size(); row++) {
      double against = logSum(eta, row, eta[outcome.codes().at(row)][row]);
      sum -= weights.at(row) > 0 ? weights.at(row) * against : 0;
    }
    exponentiate(eta);
    return new Point(sum, gradient(eta), information(eta));
  }

  /** log of the sum of exp(eta of each level - that of the row's own), never negative. */
  private static double logSum(double[][] eta, int row, double own) {
    double largest = 0;
    for (double[] level : eta) {
      largest = Math.max(largest, level[row] - own);
    }
    double others = 0;
    boolean skipped = false;
    for (double[] level : eta) {
      double difference = level[row] - own - largest;
      if (difference == 0 && !skipped) {
        skipped = true;
      } else {
        others += Math.exp(difference);
      }
    }
    return largest + Math.log1p(others);
  }

  private double[][] withoutBase(double[][] levels) {
    return IntStream.range(0, levels.length)
        .filter(k -> k != outcome.base())
        .mapToObj(k -> levels[k])
        .toArray(double[][]::new);
  }

  private Vector gradient(double[][] probabilities) {
    int p = x.count();
    double[] gradient = new double[Math.max(0, probabilities.length - 1) * p];
    int equation = 0;
    for (int k = 0; k < probabilities.length; k++) {
      if (k == outcome.base()) {
        continue;
      }
      double[] residual = new double[weights.size()];
      for (int row = 0; row < residual.length; row++) {
        boolean own = outcome.codes().at(row) == k;
        residual[row] =
            weights.at(row) * (own ? others(probabilities, k, row) : -probabilities[k][row]);
      }
      double[] slope = x.product(residual);
      System.arraycopy(slope, 0, gradient, equation++ * p, p);
    }
    return Vector.of(gradient);
  }

  /** 1 - P(level) without cancellation. */
  private static double others(double[][] probabilities, int level, int row) {
    double sum = 0;
    for (int k = 0; k < probabilities.length; k++) {
      sum += k == level ? 0 : probabilities[k][row];
    }
    return sum;
  }

  private DMatrixRMaj information(double[][] all) {
    double[][] probabilities = withoutBase(all);
    int p = x.count();
    int size = probabilities.length * p;
    DMatrixRMaj information = new DMatrixRMaj(size, size);
    double[] curvature = new double[weights.size()];
    for (int k = 0; k < probabilities.length; k++) {
      for (int l = 0; l <= k; l++) {
        for (int row = 0; row < curvature.length; row++) {
          double pk = probabilities[k][row];
          int place = k >= outcome.base() ? k + 1 : k;
          curvature[row] =
              weights.at(row) * pk * (k == l ? others(all, place, row) : -probabilities[l][row]);
        }
        DMatrixRMaj block = x.weightedSquare(curvature);
        for (int i = 0; i < p; i++) {
          for (int j = 0; j < p; j++) {
            information.set(k * p + i, l * p + j, block.get(i, j));
            information.set(l * p + j, k * p + i, block.get(i, j));
          }
        }
      }
    }
    return information;
  }

  @Override
  public double farthest(double[] step) {
    double farthest = 0;
    for (double[] level : predictors(step)) {
      farthest = Math.max(farthest, Logit.farthest(level));
    }
    return farthest;
  }

  static double[] part(double[] parameters, int equation, int p) {
    return Arrays.copyOfRange(parameters, equation * p, (equation + 1) * p);
  }

  /** Turns linear predictors of all levels into probabilities. */
  static void exponentiate(double[][] eta) {
    for (int row = 0; eta.length > 0 && row < eta[0].length; row++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (double[] level : eta) {
        largest = Math.max(largest, level[row]);
      }
      double sum = 0;
      for (double[] level : eta) {
        level[row] = Math.exp(level[row] - largest);
        sum += level[row];
      }
      for (double[] level : eta) {
        level[row] /= sum;
      }
    }
  }
}
