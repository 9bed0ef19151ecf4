package org.absentia.statistics.survival;

import java.util.ArrayList;
import java.util.List;
import org.absentia.statistics.data.Vector;
import org.ejml.data.DMatrixRMaj;

/**
 * For each event, by time, the covariates minus their weighted mean among those at risk.
 *
 * @param times of the events
 * @param values a vector for each coefficient
 * @param scaled number of events times covariance times the values, plus the coefficients: what a
 *     coefficient would be at that time (Grambsch and Therneau 1994)
 */
public record SchoenfeldResiduals(Vector times, List<Vector> values, List<Vector> scaled) {
  public SchoenfeldResiduals {
    values = List.copyOf(values);
    scaled = List.copyOf(scaled);
  }

  /** The residuals of a fit. */
  public static SchoenfeldResiduals of(CoxRegression.Fit fit) {
    FittedLikelihood fitted = fit.likelihood();
    double[][] standardised = standardised(fitted);
    int p = fitted.covariates().p();
    int[] moments = momentsOfEvents(fitted.sets());
    int[] order = StableOrder.by(times(fitted.sets(), moments), StableOrder.places(moments.length));
    double[] times = new double[order.length];
    double[][] values = new double[p][order.length];
    for (int i = 0; i < order.length; i++) {
      times[i] = fitted.sets().time(moments[order[i]]);
      for (int a = 0; a < p; a++) {
        values[a][i] = standardised[a][order[i]] * fitted.covariates().scale(a);
      }
    }
    return new SchoenfeldResiduals(Vector.of(times), vectors(values), vectors(scaled(fit, values)));
  }

  private static double[][] scaled(CoxRegression.Fit fit, double[][] values) {
    DMatrixRMaj covariance = fit.naiveCovariance();
    double[] estimates = fit.table().estimates();
    double[][] scaled = new double[values.length][fit.events()];
    for (int a = 0; a < values.length; a++) {
      for (int i = 0; i < fit.events(); i++) {
        double sum = 0;
        for (int b = 0; b < values.length; b++) {
          sum += covariance.get(a, b) * values[b][i];
        }
        scaled[a][i] = fit.events() * sum + estimates[a];
      }
    }
    return scaled;
  }

  private static List<Vector> vectors(double[][] columns) {
    List<Vector> vectors = new ArrayList<>();
    for (double[] column : columns) {
      vectors.add(Vector.of(column));
    }
    return vectors;
  }

  /** The moment of each event, in the order of places. */
  static int[] momentsOfEvents(RiskSets sets) {
    int[] moments = new int[sets.events()];
    int next = 0;
    for (int moment = 0; moment < sets.moments(); moment++) {
      for (int i = 0; i < sets.events(moment); i++) {
        moments[next++] = moment;
      }
    }
    return moments;
  }

  private static double[] times(RiskSets sets, int... moments) {
    double[] times = new double[moments.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = sets.time(moments[i]);
    }
    return times;
  }

  /** A column for each covariate, standardised, the events in the order of places. */
  static double[][] standardised(FittedLikelihood fitted) {
    RiskSets sets = fitted.sets();
    int p = fitted.covariates().p();
    double[] x = fitted.covariates().values();
    double[] means = new double[sets.moments() * p];
    fitted.walk(
        (moment, time) -> {
          for (int a = 0; a < p; a++) {
            means[moment * p + a] = time.means()[a] / time.weight();
          }
        });
    double[][] residuals = new double[p][sets.events()];
    int next = 0;
    for (int moment = 0; moment < sets.moments(); moment++) {
      for (int i = 0; i < sets.events(moment); i++) {
        for (int a = 0; a < p; a++) {
          residuals[a][next] = x[(sets.start(moment) + i) * p + a] - means[moment * p + a];
        }
        next++;
      }
    }
    return residuals;
  }
}
