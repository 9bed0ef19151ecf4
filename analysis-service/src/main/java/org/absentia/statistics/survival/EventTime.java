package org.absentia.statistics.survival;

/**
 * The weighted means of the covariates among those at risk at one event time, and what follows from
 * them. With k = 0..d-1 and a = k/d the denominators of Efron are S0 - a D0; written as R0 + c D0
 * with c = 1 - a, R over those at risk without an event and D over the events, nothing is
 * subtracted. Breslow counts the events in R, and c = 1.
 *
 * <p>The object is one for all event times; it is not to be kept.
 */
final class EventTime {
  private final int p;
  private final RiskSums rest;
  private final RiskSums dead;
  private final double[] means;
  private final double[] covariance;
  private boolean tied;
  private double weight;
  private double meanWeight;
  private double logDenominators;
  private double inverse;
  private double sharedInverse;
  private double square;
  private double sharedSquare;
  private double sharedTwiceSquare;

  EventTime(int p, RiskSums rest, RiskSums dead) {
    this.p = p;
    this.rest = rest;
    this.dead = dead;
    this.means = new double[p];
    this.covariance = new double[p * (p + 1) / 2];
  }

  /** Takes d events that are counted in the rest too, their weights' sum being {@code weight}. */
  void together(double d, double weight) {
    tied = false;
    this.weight = weight;
    meanWeight = weight / d;
    logDenominators = weight * Math.log(rest.total());
    inverse = d / rest.total();
    sharedInverse = inverse;
    square = inverse / rest.total();
    sharedSquare = square;
    fill();
  }

  /** Takes d events one after another, as Efron does. */
  void oneByOne(int d, double weight) {
    tied = true;
    this.weight = weight;
    meanWeight = weight / d;
    logDenominators = 0;
    inverse = 0;
    sharedInverse = 0;
    square = 0;
    sharedSquare = 0;
    sharedTwiceSquare = 0;
    for (int left = 1; left <= d; left++) {
      double c = (double) left / d;
      double denominator = rest.total() + c * dead.total();
      double one = 1 / denominator;
      logDenominators += meanWeight * Math.log(denominator);
      inverse += one;
      sharedInverse += c * one;
      square += one * one;
      sharedSquare += c * one * one;
      sharedTwiceSquare += c * c * one * one;
    }
    fill();
  }

  private void fill() {
    double[] first = rest.first();
    double[] second = rest.second();
    double byOne = meanWeight * inverse;
    double bySquare = meanWeight * square;
    int k = 0;
    for (int a = 0; a < p; a++) {
      means[a] = byOne * first[a];
      double scaled = bySquare * first[a];
      for (int b = 0; b <= a; b++) {
        covariance[k] = byOne * second[k] - scaled * first[b];
        k++;
      }
    }
    if (tied) {
      fillTied();
    }
  }

  private void fillTied() {
    double[] first = rest.first();
    double[] deadFirst = dead.first();
    double[] deadSecond = dead.second();
    int k = 0;
    for (int a = 0; a < p; a++) {
      means[a] += meanWeight * sharedInverse * deadFirst[a];
      for (int b = 0; b <= a; b++) {
        double mixed = first[a] * deadFirst[b] + deadFirst[a] * first[b];
        covariance[k] +=
            meanWeight
                * (sharedInverse * deadSecond[k]
                    - sharedSquare * mixed
                    - sharedTwiceSquare * deadFirst[a] * deadFirst[b]);
        k++;
      }
    }
  }

  /** The sum of the events' weights. */
  double weight() {
    return weight;
  }

  /** The sum over k of the logarithms of the denominators, times the mean weight of the events. */
  double logDenominators() {
    return logDenominators;
  }

  /** The sum over k of the weighted means, times the mean weight of the events. */
  double[] means() {
    return means;
  }

  /** The sum over k of the weighted covariances, times the mean weight; lower triangle by rows. */
  double[] covariance() {
    return covariance;
  }

  /** The increment of the cumulative hazard. */
  double hazard() {
    return meanWeight * inverse;
  }

  /** The share of the increment that counts for those whose event it is. */
  double hazardOfEvents() {
    return meanWeight * sharedInverse;
  }

  /** The sum over k of increment times weighted mean, for a covariate. */
  double hazardMean(int covariate) {
    double own = meanWeight * square * rest.first()[covariate];
    return tied ? own + meanWeight * sharedSquare * dead.first()[covariate] : own;
  }

  /** The same with the shares that count for those whose event it is. */
  double hazardMeanOfEvents(int covariate) {
    double own = meanWeight * sharedSquare * rest.first()[covariate];
    return tied ? own + meanWeight * sharedTwiceSquare * dead.first()[covariate] : own;
  }
}
