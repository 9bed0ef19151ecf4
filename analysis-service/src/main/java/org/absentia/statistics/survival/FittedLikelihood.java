package org.absentia.statistics.survival;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** A partial likelihood at its maximum, and the hazards that it gives each moment. */
public final class FittedLikelihood {
  private final PartialLikelihood likelihood;
  private final double[] beta;
  private final DMatrixRMaj covariance;
  private final double[] predictors;

  FittedLikelihood(PartialLikelihood likelihood, DMatrixRMaj beta, DMatrixRMaj covariance) {
    this.likelihood = likelihood;
    this.beta = beta.data.clone();
    this.covariance = covariance;
    this.predictors = likelihood.predictors(this.beta);
  }

  PartialLikelihood likelihood() {
    return likelihood;
  }

  RiskSets sets() {
    return likelihood.sets();
  }

  Covariates covariates() {
    return likelihood.covariates();
  }

  /** The inverse of the information, standardised. */
  DMatrixRMaj covariance() {
    return covariance;
  }

  /** The linear predictor of each place, centred within strata; not to be written to. */
  double[] predictors() {
    return predictors;
  }

  void walk(PartialLikelihood.Visitor visitor) {
    likelihood.walk(predictors, visitor);
  }

  /** The cumulative hazard of a person with all covariates at their centre. */
  Hazards hazards() {
    double[] cumulative = new double[sets().moments()];
    double[] ofEvents = new double[sets().moments()];
    walk(
        (moment, time) -> {
          cumulative[moment] = time.hazard();
          ofEvents[moment] = time.hazardOfEvents();
        });
    for (int stratum = 0; stratum < sets().count(); stratum++) {
      double sum = 0;
      for (int moment = sets().first(stratum); moment < sets().end(stratum); moment++) {
        ofEvents[moment] += sum;
        sum += cumulative[moment];
        cumulative[moment] = sum;
      }
    }
    return new Hazards(cumulative, ofEvents);
  }

  /** Hazards summed up to each moment, and as they count for those whose event it is. */
  static final class Hazards {
    private final double[] cumulative;
    private final double[] ofEvents;

    private Hazards(double[] cumulative, double[] ofEvents) {
      this.cumulative = cumulative;
      this.ofEvents = ofEvents;
    }

    double at(int moment) {
      return cumulative[moment];
    }

    double ofEventsAt(int moment) {
      return ofEvents[moment];
    }
  }

  /** Brings numbers by place into the order of rows. */
  double[] byRow(double... byPlace) {
    int[] order = sets().order();
    double[] byRow = new double[order.length];
    for (int place = 0; place < order.length; place++) {
      byRow[order[place]] = byPlace[place];
    }
    return byRow;
  }

  /** What one of the coefficients times the centres of a stratum adds to a linear predictor. */
  double shift(int stratum) {
    double[] parts = new double[beta.length];
    Arrays.setAll(parts, i -> beta[i] / covariates().scale(i) * covariates().centre(i, stratum));
    return Arrays.stream(parts).sum();
  }
}
