package org.absentia.statistics.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.absentia.statistics.data.Vector;

/**
 * The cumulative hazard of a person with all covariates 0, at every distinct time of a stratum (R
 * {@code basehaz(centered = FALSE)}).
 *
 * @param stratum none where nothing is divided
 */
public record BaselineHazard(Optional<String> stratum, Vector times, Vector cumulativeHazard) {

  /** The hazards of all strata, in order. */
  public static List<BaselineHazard> of(CoxRegression.Fit fit) {
    FittedLikelihood fitted = fit.likelihood();
    FittedLikelihood.Hazards hazards = fitted.hazards();
    RiskSets sets = fitted.sets();
    List<BaselineHazard> all = new ArrayList<>();
    for (int stratum = 0; stratum < sets.count(); stratum++) {
      int first = sets.first(stratum);
      double[] times = new double[sets.end(stratum) - first];
      double[] cumulative = new double[times.length];
      double factor = Math.exp(-fitted.shift(stratum));
      for (int i = 0; i < times.length; i++) {
        times[i] = sets.time(first + i);
        double hazard = hazards.at(first + i);
        cumulative[i] = hazard == 0 ? 0 : hazard * factor;
      }
      all.add(
          new BaselineHazard(
              fit.data().strata().name(stratum), Vector.of(times), Vector.of(cumulative)));
    }
    return all;
  }
}
