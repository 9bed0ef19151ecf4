package org.absentia.statistics.survival;

import java.util.Arrays;

/** The function of time against which the constancy of hazard ratios is tested. */
public enum TimeTransform {
  /** The time itself. */
  IDENTITY,
  /** 1 minus the Kaplan-Meier curve of all just before the time. */
  KM,
  /** Ranks. */
  RANK,
  /** The natural logarithm. */
  LOG;

  /**
   * Transforms the moments of risk sets.
   *
   * @param whole the risk sets of the same rows, undivided
   * @param rankEvents whether ranks are those among the times of events rather than of all rows
   */
  double[] of(RiskSets sets, RiskSets whole, boolean rankEvents) {
    double[] transformed = ofWhole(whole, rankEvents);
    if (sets == whole) {
      return transformed;
    }
    double[] times = new double[whole.moments()];
    Arrays.setAll(times, whole::time);
    double[] mapped = new double[sets.moments()];
    Arrays.setAll(mapped, moment -> transformed[Arrays.binarySearch(times, sets.time(moment))]);
    return mapped;
  }

  private double[] ofWhole(RiskSets whole, boolean rankEvents) {
    double[] transformed = new double[whole.moments()];
    switch (this) {
      case IDENTITY -> Arrays.setAll(transformed, whole::time);
      case LOG -> Arrays.setAll(transformed, moment -> Math.log(whole.time(moment)));
      case KM -> failures(whole, transformed);
      case RANK -> ranks(whole, transformed, rankEvents);
    }
    return transformed;
  }

  private static void failures(RiskSets whole, double[] transformed) {
    double survival = 1;
    for (int moment = 0; moment < transformed.length; moment++) {
      transformed[moment] = 1 - survival;
      double n = whole.atRisk(moment, 0);
      survival *= (n - whole.events(moment)) / n;
    }
  }

  private static void ranks(RiskSets whole, double[] transformed, boolean rankEvents) {
    double before = 0;
    for (int moment = 0; moment < transformed.length; moment++) {
      int size = rankEvents ? whole.events(moment) : whole.stop(moment) - whole.start(moment);
      transformed[moment] = before + (size + 1) / 2.0;
      before += size;
    }
  }
}
