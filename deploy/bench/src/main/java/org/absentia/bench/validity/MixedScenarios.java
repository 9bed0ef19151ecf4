package org.absentia.bench.validity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.inference.TTest;
import org.absentia.statistics.mixed.Contrast;
import org.absentia.statistics.mixed.Covariance;
import org.absentia.statistics.mixed.MixedFit;
import org.absentia.statistics.mixed.MixedModel;
import org.absentia.statistics.mixed.MixedModel.Estimation;
import org.absentia.statistics.mixed.MixedModel.Fallback;
import org.absentia.statistics.mixed.TermTest;
import org.absentia.statistics.table.Coefficient;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Linear mixed models of {@link Visits}. */
final class MixedScenarios {
  private static final int RUNS = 2_500;
  private static final double GAIN = 0.5;
  private static final Formula FORMULA = Formula.parse("y ~ visit + arm + visit:arm", "/formula");

  private MixedScenarios() {}

  static List<Scenario<?>> all() {
    return List.of(
        fixed("mixed model, random intercept, 200 persons", 200, 0, Estimation.ML),
        fixed("mixed model, random intercept, 20 persons", 20, 0, Estimation.ML),
        fixed("mixed model by REML, random intercept, 20 persons", 20, 0, Estimation.REML),
        fixed("mixed model, random slopes, 200 persons", 200, 0.5, Estimation.ML),
        fixed("mixed model by REML, random slopes, 200 persons", 200, 0.5, Estimation.REML),
        fixed("mixed model by REML, random slopes, 20 persons", 20, 0.5, Estimation.REML),
        versusLinear(),
        dropout("mixed model, dropout at random, 200 persons", 0.8, -2.5),
        dropout("mixed model, strong dropout at random, 200 persons", 1.5, -1.5));
  }

  private static MixedModel model(Estimation estimation) {
    return new MixedModel(estimation, Covariance.UNSTRUCTURED, Fallback.NONE, Scenario.LEVEL);
  }

  private record Fits(MixedFit gain, MixedFit none) {}

  private static Scenario<Fits> fixed(
      String name, int persons, double slope, Estimation estimation) {
    MixedModel model = model(estimation);
    return Scenario.of(
            name,
            RUNS,
            r -> {
              Visits visits = Visits.draw(persons, GAIN, 1, slope, r.draws());
              Visits none = Visits.draw(persons, 0, 1, slope, r.draws());
              int[] rows = visits.allRows();
              Design random = slope > 0 ? Visits.randomSlope(rows) : Visits.randomIntercept(rows);
              return new Fits(
                  model.fit(
                      visits.linear(rows), random, visits.people(rows), visits.response(rows)),
                  model.fit(none.saturated(rows), random, none.people(rows), none.response(rows)));
            })
        .covers("z interval of visit x arm", GAIN, fits -> coefficient(fits.gain, 3).interval())
        .rejects("z test of arm", fits -> coefficient(fits.gain, 2).pValue())
        .rejects("Wald test of 3 products", fits -> products(fits.none));
  }

  private static double products(MixedFit fit) {
    return TermTest.of(FORMULA.terms(), fit.design(), fit.table()).get(2).test().pValue();
  }

  private static Coefficient coefficient(MixedFit fit, int place) {
    return fit.table().coefficients().get(place);
  }

  /** Persons do not differ: half of the statistics are 0, the others chi-square with 1 df. */
  private static Scenario<MixedFit> versusLinear() {
    MixedModel model = model(Estimation.ML);
    double half = 0.5;
    return Scenario.of(
            "mixed model, persons do not differ, 200 persons",
            RUNS,
            r -> {
              Visits visits = Visits.draw(200, GAIN, 0, 0, r.draws());
              int[] rows = visits.allRows();
              return model.fit(
                  visits.linear(rows),
                  Visits.randomIntercept(rows),
                  visits.people(rows),
                  visits.response(rows));
            })
        .rejects(
            "versusLinear, half of chi-square with 1 df",
            fit -> half * ChiSquaredDistribution.of(1).survivalProbability(fit.likelihoodRatio()))
        .covers("z interval of visit x arm", GAIN, fit -> coefficient(fit, 3).interval());
  }

  /** The gain of the second arm at the last visit, for all rows and for completers only. */
  private record Change(Interval mixed, Interval completers) {}

  private static Scenario<Change> dropout(String name, double strength, double logit) {
    return Scenario.of(
            name,
            RUNS,
            r -> {
              Visits visits = Visits.draw(200, GAIN, 1, 0.5, r.draws());
              int[] rows = visits.rowsUntilDropout(strength, logit, r.draws());
              MixedFit fit =
                  model(Estimation.REML)
                      .fit(
                          visits.saturated(rows),
                          Visits.randomSlope(rows),
                          visits.people(rows),
                          visits.response(rows));
              Contrast last = new Contrast("change", Map.of("visit3:arm", 1.0));
              return new Change(
                  last.of(fit.table(), fit.design().names(), Scenario.LEVEL).interval(),
                  completers(visits, rows));
            })
        .covers("REML, z interval of the change contrast", 3 * GAIN, Change::mixed)
        .covers("completers only, t interval of the change", 3 * GAIN, Change::completers)
        .wrong("dropout depends on the last value");
  }

  private static Interval completers(Visits visits, int... rows) {
    int[] complete =
        Arrays.stream(rows)
            .filter(row -> row % Visits.EACH == Visits.EACH - 1)
            .map(row -> row / Visits.EACH)
            .toArray();
    return TTest.SATTERTHWAITE
        .test(changes(visits, 1, complete), changes(visits, 0, complete))
        .interval();
  }

  private static Sample changes(Visits visits, double arm, int... persons) {
    return Sample.of(
        IntStream.of(persons)
            .filter(person -> visits.arms().at(person) == arm)
            .mapToDouble(
                person ->
                    visits.outcomes().get(person).at(Visits.EACH - 1)
                        - visits.outcomes().get(person).at(0))
            .toArray());
  }
}
