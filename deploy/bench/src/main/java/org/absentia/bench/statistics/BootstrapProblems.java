package org.absentia.bench.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.inference.Bootstrap;
import org.absentia.statistics.random.Draws;

/** Medians of resamples, beside a loop in R that draws places and takes the median. */
final class BootstrapProblems {
  private static final int RESAMPLES = 10_000;
  private static final int FEWER = 500;

  private BootstrapProblems() {}

  static List<Problem> of(Setting setting) {
    return Stream.of(171, 100_000)
        .map(full -> problem(setting, setting.size(full), full < 1_000 ? RESAMPLES : FEWER))
        .toList();
  }

  private static Problem problem(Setting setting, int n, int resamplesInR) {
    Draws draws = setting.draws("bootstrap " + n);
    Columns data =
        Columns.of(n).with("y", Setting.column(n, () -> 50 * Setting.exponential(draws)));
    Contender loop =
        Contender.of("R, " + resamplesInR + " resamples scaled up", "bootstrap", resamplesInR)
            .withShare((double) resamplesInR / RESAMPLES);
    return new Problem(
        RESAMPLES + " medians, n = " + n,
        data,
        () -> estimates(data, setting, resamplesInR),
        true,
        5,
        List.of(
            resamplesInR == RESAMPLES ? Contender.of("R, loop", "bootstrap", RESAMPLES) : loop));
  }

  /** Six Monte Carlo errors, and for limits the gaps between neighbouring values. */
  private static List<Estimate> estimates(Columns data, Setting setting, int resamplesInR) {
    SequencedMap<String, Sample> samples = new LinkedHashMap<>();
    samples.put("all", Sample.of(data.get("y").array()));
    Bootstrap.Estimate found =
        new Bootstrap(Bootstrap.Statistic.MEDIAN, RESAMPLES, 0.95)
            .of(samples, setting.random().branch("resamples"))
            .groups()
            .getFirst()
            .estimate();
    double se = found.standardError();
    double error = Math.sqrt(1.0 / RESAMPLES + 1.0 / resamplesInR);
    double room = se * (6 * 2.7 * error + 4 / Math.sqrt(data.rows()));
    return List.of(
        new Estimate("standard error", se, 6 * se * error),
        new Estimate("lower limit", found.interval().lower(), room),
        new Estimate("upper limit", found.interval().upper(), room));
  }
}
