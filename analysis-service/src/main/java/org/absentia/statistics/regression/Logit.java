package org.absentia.statistics.regression;

import java.util.Arrays;
import java.util.List;
import org.absentia.statistics.table.CoefficientTable;
import org.ejml.data.DMatrixRMaj;

/** What the models of logits have in common. */
final class Logit {
  static final String SEPARATION =
      "the terms separate the levels of the outcome, at least in part: the likelihood has no"
          + " largest value, and estimates and standard errors are those of the last step";
  static final String CONSTANT =
      "the outcome has the same level in all rows: nothing can be estimated";

  private Logit() {}

  /** 1/(1 + exp(-eta)), exact in both tails. */
  static double probability(double eta) {
    double e = Math.exp(-Math.abs(eta));
    return eta > 0 ? 1 / (1 + e) : e / (1 + e);
  }

  /** log(1 + exp(x)) without overflow. */
  static double logOnePlusExp(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** A count times the logarithm of a share; nothing counts nothing. */
  static double sumOfLogs(double count, double share) {
    return count > 0 ? count * Math.log(share) : 0;
  }

  /** The largest absolute value. */
  static double farthest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /** A table in which nothing is defined. */
  static CoefficientTable undefined(List<String> names, double level) {
    double[] estimates = new double[names.size()];
    DMatrixRMaj covariance = new DMatrixRMaj(names.size(), names.size());
    Arrays.fill(estimates, Double.NaN);
    Arrays.fill(covariance.data, Double.NaN);
    return CoefficientTable.byZ(names, estimates, covariance, level);
  }
}
