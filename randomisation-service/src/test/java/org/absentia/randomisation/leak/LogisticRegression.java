package org.absentia.randomisation.leak;

import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Logistic regression of each class against the others by Newton's steps, with a ridge as heavy as
 * there are features, so that all of them together move the logit by about one.
 */
final class LogisticRegression implements Rule {
  private static final int MOST_STEPS = 30;
  private static final double CONVERGED = 1e-4;

  @Override
  public ToIntFunction<double[]> learn(Sample sample, int classes) {
    double[][] weights =
        IntStream.range(0, classes == 2 ? 1 : classes)
            .mapToObj(one -> fit(sample, classes == 2 ? 1 : one))
            .toArray(double[][]::new);
    if (classes == 2) {
      return row -> logit(weights[0], row) > 0 ? 1 : 0;
    }
    return row -> {
      int best = 0;
      for (int one = 1; one < classes; one++) {
        best = logit(weights[one], row) > logit(weights[best], row) ? one : best;
      }
      return best;
    };
  }

  /** Returns the coefficients, the intercept last. */
  static double[] fit(Sample sample, int positive) {
    int size = sample.features() + 1;
    double ridge = Math.max(1, sample.features());
    double[] weights = new double[size];
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = new double[size];
      double[][] information = new double[size][size];
      for (int i = 0; i < sample.size(); i++) {
        add(sample.row(i), sample.classOf(i) == positive ? 1 : 0, weights, gradient, information);
      }
      for (int j = 0; j < size - 1; j++) {
        gradient[j] -= ridge * weights[j];
        information[j][j] += ridge;
      }
      double[] change = Cholesky.solve(information, gradient);
      double largest = 0;
      for (int j = 0; j < size; j++) {
        weights[j] += change[j];
        largest = Math.max(largest, Math.abs(change[j]));
      }
      if (largest < CONVERGED) {
        return weights;
      }
    }
    throw new IllegalStateException("Newton's steps did not end");
  }

  private static void add(
      double[] row, int outcome, double[] weights, double[] gradient, double[][] information) {
    double p = 1 / (1 + Math.exp(-logit(weights, row)));
    double spread = p * (1 - p);
    int last = row.length;
    for (int j = 0; j <= last; j++) {
      double x = j < last ? row[j] : 1;
      gradient[j] += (outcome - p) * x;
      double scaled = spread * x;
      double[] line = information[j];
      for (int k = 0; k < j; k++) {
        line[k] += scaled * row[k];
      }
      line[j] += scaled * x;
    }
  }

  private static double logit(double[] weights, double[] row) {
    double sum = weights[row.length];
    for (int j = 0; j < row.length; j++) {
      sum += weights[j] * row[j];
    }
    return sum;
  }
}
