package org.absentia.bench.validity;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.describe.Describe;
import org.absentia.statistics.describe.Moments;
import org.absentia.statistics.describe.QuantileInterval;
import org.absentia.statistics.normality.ShapiroWilk;
import org.absentia.statistics.normality.SkewnessKurtosis;
import org.absentia.statistics.random.Draws;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Intervals of a median and a mean, and tests of normality. */
final class DescriptionScenarios {
  private static final int RUNS = 20_000;

  private DescriptionScenarios() {}

  static List<Scenario<?>> all() {
    return List.of(
        quantile("median interval, log-normal, n = 15", 15, 0.5, Populations::logNormal, 1),
        quantile("median interval, log-normal, n = 171", 171, 0.5, Populations::logNormal, 1),
        quantile(
                "median interval, lost workdays, n = 171",
                171,
                0.5,
                Populations::lostWorkdays,
                Populations.MEDIAN_LOST_WORKDAYS)
            .atLeast("ties at the median can only add coverage"),
        quantile("median interval, 55 % have 0 days, n = 171", 171, 0.5, d -> mostlyNone(d), 0)
            .atLeast("the median is a heap: only the lower half of the error is possible"),
        quantile(
            "quartile interval, exponential, n = 60",
            60,
            0.25,
            Populations::exponential,
            Math.log(4.0 / 3)),
        mean("mean, normal, n = 5", 5, Draws::normal, 0),
        mean("mean, normal, n = 171", 171, Draws::normal, 0),
        mean("mean, lost workdays, n = 171", 171, Populations::lostWorkdays, meanLostWorkdays()),
        shapiroWilk(10),
        shapiroWilk(50),
        shapiroWilk(500),
        skewnessKurtosis(20),
        skewnessKurtosis(100),
        skewnessKurtosis(500));
  }

  private static double mostlyNone(Draws draws) {
    double days = Populations.lostWorkdays(draws);
    return draws.uniform() < 0.25 / 0.7 ? 0 : days;
  }

  /** The expectation of {@link Populations#lostWorkdays}, from the normal distribution. */
  private static double meanLostWorkdays() {
    double sum = 0;
    for (int day = 1; day < 131; day++) {
      sum += day * (below(day + 0.5) - below(day - 0.5));
    }
    return 0.7 * (sum + 131 * (1 - below(130.5)));
  }

  private static double below(double days) {
    return NormalDistribution.of(3.5, 1).cumulativeProbability(Math.log(days));
  }

  private static Scenario<Interval> quantile(
      String name, int n, double probability, ToDoubleFunction<Draws> population, double truth) {
    QuantileInterval method = new QuantileInterval(probability, Scenario.LEVEL);
    return Scenario.of(
            name, RUNS, r -> method.of(Populations.sample(n, r.draws(), population)).interval())
        .covers("binomial interval", truth, interval -> interval);
  }

  static Scenario<Sample> mean(
      String name, int n, ToDoubleFunction<Draws> population, double truth) {
    return Scenario.of(name, RUNS, r -> Populations.sample(n, r.draws(), population))
        .covers("t interval", truth, sample -> Describe.DEFAULT.of(sample).intervalOfMean());
  }

  private static Scenario<Double> shapiroWilk(int n) {
    ShapiroWilk method = new ShapiroWilk(ShapiroWilk.Ties.AS_GIVEN);
    return Scenario.of(
            "Shapiro-Wilk, normal, n = " + n,
            n > 100 ? RUNS / 2 : RUNS,
            r ->
                method.test(Populations.sample(n, r.draws(), Draws::normal)).orElseThrow().pValue())
        .rejects("W", p -> p);
  }

  private static Scenario<SkewnessKurtosis.Result> skewnessKurtosis(int n) {
    return Scenario.of(
            "skewness and kurtosis, normal, n = " + n,
            RUNS,
            r -> {
              Sample sample = Populations.sample(n, r.draws(), Draws::normal);
              return SkewnessKurtosis.test(Moments.of(sample)).orElseThrow();
            })
        .rejects("skewness", result -> result.skewness().pValue())
        .rejects("kurtosis", result -> result.kurtosis().pValue())
        .rejects("both, Royston's adjustment", result -> result.adjusted().pValue())
        .rejects("both, unadjusted", result -> result.unadjusted().pValue());
  }
}
