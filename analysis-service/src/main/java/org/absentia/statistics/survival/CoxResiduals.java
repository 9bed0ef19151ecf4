package org.absentia.statistics.survival;

import java.util.Arrays;
import org.absentia.statistics.data.Vector;

/**
 * Residuals of Cox's regression, one for each row (contracts/statistics-formulas.md F15).
 *
 * @param martingale event minus expected number of events
 * @param deviance the same, transformed to be more symmetric
 * @param linearPredictor not centred
 */
public record CoxResiduals(Vector martingale, Vector deviance, Vector linearPredictor) {

  /** The residuals of a fit. */
  public static CoxResiduals of(CoxRegression.Fit fit) {
    FittedLikelihood fitted = fit.likelihood();
    double[] martingale = fitted.byRow(martingale(fitted));
    double[] deviance = new double[martingale.length];
    Arrays.setAll(
        deviance, row -> deviance(martingale[row], fit.data().times().isEvent(row) ? 1 : 0));
    return new CoxResiduals(
        Vector.of(martingale), Vector.of(deviance), Vector.of(linearPredictor(fit)));
  }

  private static double[] martingale(FittedLikelihood fitted) {
    RiskSets sets = fitted.sets();
    FittedLikelihood.Hazards hazards = fitted.hazards();
    double[] predictors = fitted.predictors();
    double[] residuals = new double[sets.n()];
    for (int stratum = 0; stratum < sets.count(); stratum++) {
      for (int moment = sets.firstEvent(stratum); moment < sets.end(stratum); moment++) {
        int events = sets.start(moment) + sets.events(moment);
        for (int place = sets.start(moment); place < sets.stop(moment); place++) {
          double r = Math.exp(predictors[place]);
          residuals[place] =
              place < events ? 1 - r * hazards.ofEventsAt(moment) : -r * hazards.at(moment);
        }
      }
    }
    return residuals;
  }

  private static double deviance(double martingale, double event) {
    double logarithm = event > 0 ? event * Math.log(event - martingale) : 0;
    return Math.signum(martingale) * Math.sqrt(Math.max(0, -2 * (martingale + logarithm)));
  }

  private static double[] linearPredictor(CoxRegression.Fit fit) {
    double[] estimates = fit.table().estimates();
    double[] sums = new double[fit.data().times().n()];
    for (int i = 0; i < estimates.length; i++) {
      double[] column = fit.design().columns().get(i).values().array();
      for (int row = 0; row < sums.length; row++) {
        sums[row] += estimates[i] * column[row];
      }
    }
    return sums;
  }
}
