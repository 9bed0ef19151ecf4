package org.absentia.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.LevelOrder;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.survival.KaplanMeier;
import org.absentia.statistics.survival.KaplanMeier.IntervalType;
import org.absentia.statistics.survival.LogRank;
import org.absentia.statistics.survival.Strata;
import org.absentia.statistics.survival.SurvivalCurve;
import org.absentia.statistics.survival.SurvivalCurve.Steps;

/** Curves of three groups and their comparison, in days and in seconds. */
final class SurvivalProblems {
  private static final int GROUPS = 3;
  private static final double DAY = 100;

  private SurvivalProblems() {}

  static List<Problem> of(Setting setting) {
    int n = setting.size(1_000_000);
    return Stream.of(CensoredYear.values())
        .flatMap(
            times -> {
              Columns data = data(setting.draws("survival " + times), n, times);
              Factor group = group(data);
              String suffix =
                  (times == CensoredYear.SECONDS ? ", seconds" : ", days") + ", n = " + n;
              return Stream.of(
                  problem(
                      "log-rank" + suffix, data, d -> logRank(d, group), "survdiff", "log_rank"),
                  problem(
                      "Kaplan-Meier" + suffix,
                      data,
                      d -> kaplanMeier(d, group),
                      "survfit",
                      "kaplan_meier"));
            })
        .toList();
  }

  private static Problem problem(
      String name,
      Columns data,
      Function<Columns, List<Estimate>> engine,
      String function,
      String method) {
    return new Problem(
        name,
        data,
        () -> engine.apply(data),
        false,
        3,
        List.of(Contender.of("survival::" + function, method)));
  }

  private static Columns data(Draws draws, int n, CensoredYear times) {
    double[] groups = Setting.column(n, () -> 1 + draws.below(GROUPS));
    double[] hazard = new double[n];
    for (int row = 0; row < n; row++) {
      hazard[row] = 0.05 * groups[row];
    }
    return times.on(Columns.of(n).with("group", groups), hazard, draws);
  }

  private static Factor group(Columns data) {
    return Factor.of(
        "group",
        new Column.Numbers(data.get("group").array()),
        LevelOrder.SORTED,
        Indexes.of(IntStream.range(0, data.rows()).toArray()));
  }

  private static List<Estimate> logRank(Columns data, Factor group) {
    LogRank.Result result =
        new LogRank(LogRank.Weights.LOG_RANK)
            .test(CensoredYear.times(data), group, Strata.none(data.rows()));
    List<Estimate> estimates = new ArrayList<>();
    estimates.add(Estimate.exact("chi-square", result.test().statistic()));
    result.groups().forEach(g -> estimates.add(Estimate.exact("observed", g.observed())));
    result.groups().forEach(g -> estimates.add(Estimate.exact("expected", g.expected())));
    return estimates;
  }

  private static List<Estimate> kaplanMeier(Columns data, Factor group) {
    List<SurvivalCurve> curves =
        new KaplanMeier(IntervalType.LOG, 0.95, OptionalDouble.empty())
            .estimate(CensoredYear.times(data), Optional.of(group));
    List<Estimate> estimates = new ArrayList<>();
    estimates.addAll(each(curves, "survival", curve -> atDay(curve, Steps::survival)));
    estimates.addAll(each(curves, "standard error", curve -> atDay(curve, Steps::standardError)));
    estimates.addAll(each(curves, "lower limit", curve -> atDay(curve, Steps::lower)));
    estimates.addAll(each(curves, "median", curve -> curve.median().value()));
    return estimates;
  }

  private static List<Estimate> each(
      List<SurvivalCurve> curves, String name, ToDoubleFunction<SurvivalCurve> of) {
    return curves.stream().map(curve -> Estimate.exact(name, of.applyAsDouble(curve))).toList();
  }

  private static double atDay(SurvivalCurve curve, Function<Steps, Vector> column) {
    Steps steps = curve.steps();
    int place = 0;
    while (place + 1 < steps.size() && steps.times().at(place + 1) <= DAY) {
      place++;
    }
    return column.apply(steps).at(place);
  }
}
