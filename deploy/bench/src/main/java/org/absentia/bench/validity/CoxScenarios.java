package org.absentia.bench.validity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.survival.CensoredTimes;
import org.absentia.statistics.survival.CoxRegression;
import org.absentia.statistics.survival.CoxRegression.Ties;
import org.absentia.statistics.survival.ProportionalHazards;
import org.absentia.statistics.survival.Strata;
import org.absentia.statistics.survival.TimeTransform;
import org.absentia.statistics.table.Coefficient;

/** Cox regression of times with hazard exp(x1 ln 2 + 0 x2). */
final class CoxScenarios {
  private static final int RUNS = 5_000;
  private static final double EFFECT = Math.log(2);

  private CoxScenarios() {}

  static List<Scenario<?>> all() {
    return List.of(untied(), tied(), strata(), clusters(), weighted(), proportionalHazards());
  }

  /** A binary and a normal covariate. */
  private static Design covariates(int n, Draws draws) {
    double[] x1 = Populations.numbers(n, draws, d -> Populations.bernoulli(0.5, d));
    return Populations.columns(x1, draws.normals(n));
  }

  private static double[] hazards(Design design, double effect) {
    double[] hazards = new double[design.n()];
    for (int i = 0; i < hazards.length; i++) {
      hazards[i] = StrictMath.exp(effect * design.columns().getFirst().values().at(i));
    }
    return hazards;
  }

  private static Coefficient coefficient(CoxRegression.Fit fit, int place) {
    return fit.table().coefficients().get(place);
  }

  private record Fits(CoxRegression.Fit one, CoxRegression.Fit other) {}

  private static Scenario<Fits> untied() {
    CoxRegression method = new CoxRegression(Ties.EFRON, false, Scenario.LEVEL);
    return Scenario.of(
            "Cox, n = 150",
            RUNS,
            r -> {
              Design design = covariates(150, r.draws());
              CensoredTimes times = SurvivalScenarios.times(r.draws(), hazards(design, EFFECT));
              CensoredTimes none = SurvivalScenarios.times(r.draws(), hazards(design, 0));
              Strata all = Strata.none(150);
              return new Fits(
                  method.fit(CoxRegression.Data.of(design, times, all)),
                  method.fit(CoxRegression.Data.of(design, none, all)));
            })
        .covers("Wald interval of x1", EFFECT, fits -> coefficient(fits.one, 0).interval())
        .rejects("Wald test of x2", fits -> coefficient(fits.one, 1).pValue())
        .rejects("Wald test of both", fits -> fits.other.wald().pValue())
        .rejects("likelihood ratio of both", fits -> fits.other.likelihoodRatio().pValue())
        .rejects("score test of both", fits -> fits.other.score().pValue());
  }

  /** Times rounded up to fifths of the mean time of the reference. */
  private static Scenario<Fits> tied() {
    CoxRegression efron = new CoxRegression(Ties.EFRON, false, Scenario.LEVEL);
    CoxRegression breslow = new CoxRegression(Ties.BRESLOW, false, Scenario.LEVEL);
    return Scenario.of(
            "Cox, times in five classes a mean, n = 400",
            RUNS,
            r -> {
              Design design = covariates(400, r.draws());
              CensoredTimes exact = SurvivalScenarios.times(r.draws(), hazards(design, EFFECT));
              double[] rounded =
                  Arrays.stream(exact.times().array()).map(t -> Math.ceil(5 * t)).toArray();
              CensoredTimes times = new CensoredTimes(Vector.of(rounded), exact.events());
              CoxRegression.Data data = CoxRegression.Data.of(design, times, Strata.none(400));
              return new Fits(efron.fit(data), breslow.fit(data));
            })
        .covers("Efron, Wald interval of x1", EFFECT, fits -> coefficient(fits.one, 0).interval())
        .rejects("Efron, Wald test of x2", fits -> coefficient(fits.one, 1).pValue())
        .covers(
            "Breslow, Wald interval of x1", EFFECT, fits -> coefficient(fits.other, 0).interval())
        .rejects("Breslow, Wald test of x2", fits -> coefficient(fits.other, 1).pValue());
  }

  /** Four strata with hazards of their own. */
  private static Scenario<CoxRegression.Fit> strata() {
    CoxRegression method = new CoxRegression(Ties.EFRON, false, Scenario.LEVEL);
    return Scenario.of(
            "Cox, 4 strata, n = 200",
            RUNS,
            r -> {
              Design design = covariates(200, r.draws());
              double[] hazards = hazards(design, EFFECT);
              int[] strata = IntStream.range(0, 200).map(i -> i % 4).toArray();
              Arrays.setAll(hazards, i -> hazards[i] * (1 + strata[i]));
              Strata divided = Strata.of(List.of(Populations.factor("stratum", 4, strata)), 200);
              return method.fit(
                  CoxRegression.Data.of(
                      design, SurvivalScenarios.times(r.draws(), hazards), divided));
            })
        .covers("Wald interval of x1", EFFECT, fit -> coefficient(fit, 0).interval())
        .rejects("Wald test of x2", fit -> coefficient(fit, 1).pValue());
  }

  /** 100 clusters of 4 with a log-normal frailty; x1 belongs to the cluster and has no effect. */
  private static Scenario<Fits> clusters() {
    CoxRegression robust = new CoxRegression(Ties.EFRON, true, Scenario.LEVEL);
    CoxRegression naive = new CoxRegression(Ties.EFRON, false, Scenario.LEVEL);
    return Scenario.of(
            "Cox, 100 clusters of 4",
            RUNS / 2,
            r -> {
              int n = 400;
              double[] x = new double[n];
              double[] hazards = new double[n];
              double frailty = 0;
              for (int i = 0; i < n; i++) {
                frailty = i % 4 == 0 ? StrictMath.exp(0.8 * r.draws().normal()) : frailty;
                x[i] = i / 4 % 2;
                hazards[i] = frailty;
              }
              CoxRegression.Data data =
                  new CoxRegression.Data(
                      Populations.columns(x),
                      SurvivalScenarios.times(r.draws(), hazards),
                      Strata.none(n),
                      Optional.empty(),
                      Optional.of(Indexes.of(IntStream.range(0, n).map(i -> i / 4).toArray())));
              return new Fits(robust.fit(data), naive.fit(data));
            })
        .rejects("robust by cluster", fits -> coefficient(fits.one, 0).pValue())
        .rejects("not robust", fits -> coefficient(fits.other, 0).pValue())
        .wrong("rows of a cluster are alike");
  }

  /** Events are sampled more often than censored rows; weights are inverse probabilities. */
  private static Scenario<Fits> weighted() {
    CoxRegression robust = new CoxRegression(Ties.EFRON, true, Scenario.LEVEL);
    return Scenario.of(
            "Cox, sampling depends on the event, n = 600 before",
            RUNS / 2,
            r -> {
              Design all = covariates(600, r.draws());
              CensoredTimes times = SurvivalScenarios.times(r.draws(), hazards(all, EFFECT));
              int[] rows =
                  IntStream.range(0, 600)
                      .filter(i -> r.draws().uniform() < chance(times, i))
                      .toArray();
              CensoredTimes sampled =
                  new CensoredTimes(
                      Vector.of(IntStream.of(rows).mapToDouble(times.times()::at).toArray()),
                      Vector.of(IntStream.of(rows).mapToDouble(times.events()::at).toArray()));
              double[] weights =
                  IntStream.of(rows).mapToDouble(i -> 1 / chance(times, i)).toArray();
              Design design = all.rows(rows);
              Strata one = Strata.none(rows.length);
              return new Fits(
                  robust.fit(
                      new CoxRegression.Data(
                          design, sampled, one, Optional.of(Vector.of(weights)), Optional.empty())),
                  robust.fit(CoxRegression.Data.of(design, sampled, one)));
            })
        .covers(
            "weighted, robust interval of x1", EFFECT, fits -> coefficient(fits.one, 0).interval())
        .rejects("weighted, robust test of x2", fits -> coefficient(fits.one, 1).pValue());
  }

  private static double chance(CensoredTimes times, int row) {
    return times.events().at(row) == 1 ? 0.9 : 0.3;
  }

  private static Scenario<CoxRegression.Fit> proportionalHazards() {
    CoxRegression method = new CoxRegression(Ties.EFRON, false, Scenario.LEVEL);
    Scenario<CoxRegression.Fit> scenario =
        Scenario.of(
            "proportional hazards hold, n = 200",
            RUNS,
            r -> {
              Design design = covariates(200, r.draws());
              CensoredTimes times = SurvivalScenarios.times(r.draws(), hazards(design, EFFECT));
              return method.fit(CoxRegression.Data.of(design, times, Strata.none(200)));
            });
    for (TimeTransform time : TimeTransform.values()) {
      scenario =
          scenario
              .rejects("score test of x1, " + time, fit -> first(scoreTest(fit, time)))
              .rejects("global score test, " + time, fit -> global(scoreTest(fit, time)))
              .rejects("correlation of x1, " + time, fit -> first(correlation(fit, time)))
              .rejects("global correlation, " + time, fit -> global(correlation(fit, time)));
    }
    return scenario;
  }

  private static ProportionalHazards.Terms scoreTest(CoxRegression.Fit fit, TimeTransform time) {
    return ProportionalHazards.test(fit, time).scoreTest();
  }

  private static ProportionalHazards.Terms correlation(CoxRegression.Fit fit, TimeTransform time) {
    return ProportionalHazards.test(fit, time).correlation().orElseThrow();
  }

  private static double first(ProportionalHazards.Terms tests) {
    return tests.terms().getFirst().test().pValue();
  }

  private static double global(ProportionalHazards.Terms tests) {
    return tests.global().pValue();
  }
}
