package org.absentia.bench.validity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.inference.Bootstrap;
import org.absentia.statistics.inference.Bootstrap.Statistic;
import org.absentia.statistics.random.Draws;

/** Percentile intervals of a median, a mean and their differences. */
final class BootstrapScenarios {
  private static final int RUNS = 4_000;
  private static final int RESAMPLES = 1_000;

  private BootstrapScenarios() {}

  static List<Scenario<?>> all() {
    double median = Populations.MEDIAN_LOST_WORKDAYS;
    return List.of(
        bootstrap(
            "bootstrap median, log-normal, n = 171",
            Statistic.MEDIAN,
            171,
            Populations::logNormal,
            1),
        bootstrap(
            "bootstrap median, log-normal, n = 20",
            Statistic.MEDIAN,
            20,
            Populations::logNormal,
            1),
        bootstrap(
            "bootstrap median, lost workdays, n = 171",
            Statistic.MEDIAN,
            171,
            Populations::lostWorkdays,
            median),
        bootstrap(
            "bootstrap mean, exponential, n = 171",
            Statistic.MEAN,
            171,
            Populations::exponential,
            1),
        bootstrap("bootstrap mean, normal, n = 20", Statistic.MEAN, 20, Draws::normal, 0));
  }

  private static Scenario<Bootstrap.Result> bootstrap(
      String name, Statistic statistic, int n, ToDoubleFunction<Draws> population, double truth) {
    Bootstrap method = new Bootstrap(statistic, RESAMPLES, Scenario.LEVEL);
    return Scenario.of(
            name,
            RUNS,
            r -> {
              SequencedMap<String, Sample> groups = new LinkedHashMap<>();
              groups.put("A", Populations.sample(n, r.draws(), population));
              groups.put("B", Populations.sample(n, r.draws(), population));
              return method.of(groups, r.method());
            })
        .covers("percentile interval", truth, BootstrapScenarios::first)
        .covers("of the difference of two", 0, BootstrapScenarios::difference);
  }

  private static Interval first(Bootstrap.Result result) {
    return result.groups().getFirst().estimate().interval();
  }

  private static Interval difference(Bootstrap.Result result) {
    return result.differences().getFirst().estimate().interval();
  }
}
