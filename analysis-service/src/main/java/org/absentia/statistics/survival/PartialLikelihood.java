package org.absentia.statistics.survival;

import org.absentia.statistics.progress.Progress;
import org.ejml.data.DMatrixRMaj;

/**
 * Cox's partial likelihood with the ties of Efron or Breslow and case weights, on standardised
 * covariates. One walk from the latest to the earliest moment of each stratum, n p^2 operations.
 */
public final class PartialLikelihood {
  private final RiskSets sets;
  private final Covariates covariates;
  private final boolean efron;
  private final double[] weights;

  PartialLikelihood(RiskSets sets, Covariates covariates, boolean efron, double[] weights) {
    this.sets = sets;
    this.covariates = covariates;
    this.efron = efron;
    this.weights = weights;
  }

  /** Receives each event time, the latest of a stratum first. */
  @FunctionalInterface
  interface Visitor {
    void visit(int moment, EventTime time);
  }

  /** The log likelihood with its first and (negative) second derivatives. */
  record Point(double logLikelihood, DMatrixRMaj gradient, DMatrixRMaj information) {}

  RiskSets sets() {
    return sets;
  }

  Covariates covariates() {
    return covariates;
  }

  /** The weight of each place; not to be written to. */
  double[] weights() {
    return weights;
  }

  /** The linear predictor of each place from standardised coefficients, centred within strata. */
  double[] predictors(double... beta) {
    int p = beta.length;
    double[] x = covariates.values();
    double[] predictors = new double[sets.n()];
    for (int place = 0; place < predictors.length; place++) {
      double sum = 0;
      for (int a = 0; a < p; a++) {
        sum += x[place * p + a] * beta[a];
      }
      predictors[place] = sum;
    }
    return predictors;
  }

  Point at(double... beta) {
    int p = beta.length;
    double[] predictors = predictors(beta);
    Accumulation sums = new Accumulation(p);
    walk(predictors, sums);
    double[] x = covariates.values();
    for (int moment = 0; moment < sets.moments(); moment++) {
      int start = sets.start(moment);
      for (int place = start; place < start + sets.events(moment); place++) {
        sums.logLikelihood += weights[place] * predictors[place];
        for (int a = 0; a < p; a++) {
          sums.gradient[a] += weights[place] * x[place * p + a];
        }
      }
    }
    return sums.point();
  }

  /** Visits all event times; predictors are given by place. */
  void walk(double[] predictors, Visitor visitor) {
    int p = covariates.p();
    RiskSums rest = new RiskSums(p);
    RiskSums dead = new RiskSums(p);
    EventTime time = new EventTime(p, rest, dead);
    Progress progress = Progress.current();
    for (int stratum = 0; stratum < sets.count(); stratum++) {
      rest.clear();
      int first = sets.firstEvent(stratum);
      for (int moment = sets.end(stratum) - 1; moment >= first; moment--) {
        int start = sets.start(moment);
        int d = sets.events(moment);
        progress.check();
        add(rest, start + d, sets.stop(moment), predictors);
        if (d == 0) {
          continue;
        }
        if (d == 1 || !efron) {
          time.together(d, add(rest, start, start + d, predictors));
          visitor.visit(moment, time);
        } else {
          dead.clear();
          time.oneByOne(d, add(dead, start, start + d, predictors));
          visitor.visit(moment, time);
          rest.add(dead);
        }
      }
    }
  }

  private double add(RiskSums sums, int from, int to, double[] predictors) {
    int p = covariates.p();
    double[] x = covariates.values();
    double weight = 0;
    for (int place = from; place < to; place++) {
      weight += weights[place];
      sums.add(weights[place] * Math.exp(predictors[place]), x, place * p);
    }
    return weight;
  }

  private static final class Accumulation implements Visitor {
    private final double[] gradient;
    private final double[] information;
    private double logLikelihood;

    Accumulation(int p) {
      this.gradient = new double[p];
      this.information = new double[p * (p + 1) / 2];
    }

    @Override
    public void visit(int moment, EventTime time) {
      logLikelihood -= time.logDenominators();
      double[] means = time.means();
      for (int a = 0; a < gradient.length; a++) {
        gradient[a] -= means[a];
      }
      double[] covariance = time.covariance();
      for (int k = 0; k < information.length; k++) {
        information[k] += covariance[k];
      }
    }

    Point point() {
      int p = gradient.length;
      return new Point(
          logLikelihood, new DMatrixRMaj(p, 1, true, gradient), Triangle.full(p, information));
    }
  }
}
