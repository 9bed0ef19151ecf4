package org.absentia.statistics.regression;

import org.absentia.statistics.data.Vector;

/** Sums over rows of positive weight. */
record WeightedSums(Vector weights) {
  static WeightedSums unweighted(int n) {
    return new WeightedSums(Vector.constant(1, n));
  }

  /** The mean in two passes. */
  double mean(double[] values) {
    double all = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      all += weights.at(i);
      sum += weights.at(i) * values[i];
    }
    double mean = sum / all;
    double rest = 0;
    for (int i = 0; i < values.length; i++) {
      rest += weights.at(i) * (values[i] - mean);
    }
    return mean + rest / all;
  }

  /** The sum of w x^2. */
  double squares(double[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights.at(i) * values[i] * values[i];
    }
    return sum;
  }

  double sumOfLogs() {
    double sum = 0;
    for (int i = 0; i < weights.size(); i++) {
      sum += Math.log(weights.at(i));
    }
    return sum;
  }

  double[] less(double[] values, double centre) {
    double[] less = new double[values.length];
    for (int i = 0; i < less.length; i++) {
      less[i] = values[i] - centre;
    }
    return less;
  }

  double[] timesRoots(double[] values) {
    double[] product = new double[values.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = values[i] * Math.sqrt(weights.at(i));
    }
    return product;
  }

  double[] byRoots(double[] values) {
    double[] quotient = new double[values.length];
    for (int i = 0; i < quotient.length; i++) {
      quotient[i] = values[i] / Math.sqrt(weights.at(i));
    }
    return quotient;
  }

  double[] timesWeights(double[] values) {
    double[] product = new double[values.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = values[i] * weights.at(i);
    }
    return product;
  }
}
