package org.absentia.bench.validity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.survival.CensoredTimes;
import org.absentia.statistics.survival.KaplanMeier;
import org.absentia.statistics.survival.KaplanMeier.IntervalType;
import org.absentia.statistics.survival.LogRank;
import org.absentia.statistics.survival.Strata;
import org.absentia.statistics.survival.SurvivalCurve;

/** Kaplan-Meier curves and log-rank tests of exponential times, a third of them censored. */
final class SurvivalScenarios {
  private static final int RUNS = 10_000;
  private static final double TAU = 1;

  private SurvivalScenarios() {}

  static List<Scenario<?>> all() {
    List<Scenario<?>> all = new ArrayList<>(List.of(curve(50), curve(200), restricted()));
    all.add(logRank("log-rank, n = 40 and 40", 2, 80, false));
    all.add(logRank("log-rank, 3 groups, n = 50 each", 3, 150, false));
    all.add(logRank("log-rank, 4 strata of different hazards, n = 120", 2, 120, true));
    return all;
  }

  /** Times of the given hazards; censoring is uniform from 0 to 3 / hazard. */
  static CensoredTimes times(Draws draws, double... hazards) {
    double[] times = new double[hazards.length];
    double[] events = new double[hazards.length];
    for (int i = 0; i < hazards.length; i++) {
      double time = Populations.exponential(draws) / hazards[i];
      double end = 3 * draws.uniform() / hazards[i];
      times[i] = Math.min(time, end);
      events[i] = time <= end ? 1 : 0;
    }
    return new CensoredTimes(Vector.of(times), Vector.of(events));
  }

  private static Scenario<CensoredTimes> curve(int n) {
    Scenario<CensoredTimes> scenario =
        Scenario.of("Kaplan-Meier, n = " + n, RUNS, r -> times(r.draws(), ones(n)));
    for (IntervalType type : IntervalType.values()) {
      KaplanMeier method = new KaplanMeier(type, Scenario.LEVEL, OptionalDouble.empty());
      scenario =
          scenario
              .covers(
                  type + " where S = 0.7",
                  0.7,
                  data -> at(-Math.log(0.7), method.estimate(data, Optional.empty()).getFirst()))
              .covers(
                  type + " of the median",
                  Math.log(2),
                  data -> median(method.estimate(data, Optional.empty()).getFirst()));
    }
    return scenario;
  }

  /** The limits at a time. */
  private static Interval at(double time, SurvivalCurve curve) {
    int place = -1;
    while (place + 1 < curve.steps().size() && curve.steps().times().at(place + 1) <= time) {
      place++;
    }
    return place < 0
        ? Interval.UNDEFINED
        : new Interval(curve.steps().lower().at(place), curve.steps().upper().at(place));
  }

  /** A limit that is never reached has no end. */
  private static Interval median(SurvivalCurve curve) {
    double lower = curve.median().lower();
    double upper = curve.median().upper();
    double infinite = Double.POSITIVE_INFINITY;
    return new Interval(
        Double.isNaN(lower) ? infinite : lower, Double.isNaN(upper) ? infinite : upper);
  }

  private static Scenario<List<SurvivalCurve>> restricted() {
    KaplanMeier method =
        new KaplanMeier(IntervalType.LOG_LOG, Scenario.LEVEL, OptionalDouble.of(TAU));
    return Scenario.of(
            "restricted mean to 1, n = 100 and 100",
            RUNS,
            r -> {
              double[] hazards = ones(200);
              Factor group = Populations.inTurn("group", 200, 2);
              for (int i = 0; i < 200; i++) {
                hazards[i] = group.codes().at(i) == 0 ? 1 : 0.7;
              }
              return method.estimate(times(r.draws(), hazards), Optional.of(group));
            })
        .covers("of the first group", mean(1), curves -> around(curves.getFirst().restrictedMean()))
        .covers(
            "of the difference",
            mean(0.7) - mean(1),
            curves -> method.differences(curves).getFirst().interval());
  }

  private static double mean(double hazard) {
    return (1 - Math.exp(-hazard * TAU)) / hazard;
  }

  private static Interval around(SurvivalCurve.RestrictedMean mean) {
    return Interval.around(mean.value(), 1.959963984540054 * mean.standardError());
  }

  private static Scenario<Groups> logRank(String name, int groups, int n, boolean stratified) {
    Scenario<Groups> scenario =
        Scenario.of(name, RUNS / 2, r -> Groups.of(r.draws(), groups, n, stratified));
    for (LogRank.Weights weights : LogRank.Weights.values()) {
      LogRank method = new LogRank(weights);
      scenario =
          scenario.rejects(
              weights.toString(), g -> method.test(g.times, g.group, g.strata).test().pValue());
    }
    return scenario;
  }

  /** Groups alike within strata. */
  private record Groups(CensoredTimes times, Factor group, Strata strata) {
    static Groups of(Draws draws, int groups, int n, boolean stratified) {
      int[] strata = new int[n];
      double[] hazards = ones(n);
      for (int i = 0; stratified && i < n; i++) {
        strata[i] = draws.below(4);
        hazards[i] = 1 + strata[i];
      }
      Factor group = Populations.inTurn("group", n, groups);
      Factor stratum = Populations.factor("stratum", 4, strata);
      return new Groups(
          SurvivalScenarios.times(draws, hazards),
          group,
          stratified ? Strata.of(List.of(stratum), n) : Strata.none(n));
    }
  }

  static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
