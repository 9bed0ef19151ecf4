package org.absentia.bench.validity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.inference.RankSum;
import org.absentia.statistics.inference.StratifiedRankSum;
import org.absentia.statistics.inference.TTest;
import org.absentia.statistics.random.Draws;

/** Tests of two samples from one population, or with one mean. */
final class TwoSampleScenarios {
  private static final int RUNS = 20_000;

  private TwoSampleScenarios() {}

  static List<Scenario<?>> all() {
    return List.of(
        tTest("t-test, normal, n = 5 and 5", 5, 5, 1),
        tTest("t-test, normal, n = 40 and 20", 40, 20, 1),
        unequalVariances(),
        rankSum("rank-sum, normal, n = 25 and 15", RankSum.Exact.NEVER, 25, 15, Draws::normal),
        rankSum(
            "rank-sum, lost workdays, n = 60 and 50",
            RankSum.Exact.NEVER,
            60,
            50,
            Populations::lostWorkdays),
        exact("exact rank-sum, normal, n = 9 and 8", 9, 8, Draws::normal),
        exact("exact rank-sum, lost workdays, n = 12 and 10", 12, 10, Populations::lostWorkdays),
        vanElteren());
  }

  /** Both groups in one run: first and second. */
  private record Pair(Sample first, Sample second) {
    TTest.Result by(TTest test) {
      return test.test(first, second);
    }
  }

  private static Scenario<Pair> tTest(String name, int n1, int n2, double deviation) {
    return Scenario.of(
            name,
            RUNS,
            r ->
                new Pair(
                    Populations.sample(n1, r.draws(), Draws::normal),
                    Populations.sample(n2, r.draws(), d -> deviation * d.normal())))
        .rejects("equal variances", pair -> pair.by(TTest.POOLED).pValue())
        .covers("equal variances", 0, pair -> pair.by(TTest.POOLED).interval())
        .rejects("unequal variances", pair -> pair.by(TTest.SATTERTHWAITE).pValue())
        .covers("unequal variances", 0, pair -> pair.by(TTest.SATTERTHWAITE).interval());
  }

  private static Scenario<Pair> unequalVariances() {
    return Scenario.of(
            "t-test, normal with SD 1 and 3, n = 40 and 20",
            RUNS,
            r ->
                new Pair(
                    Populations.sample(40, r.draws(), Draws::normal),
                    Populations.sample(20, r.draws(), d -> 3 * d.normal())))
        .rejects("equal variances", pair -> pair.by(TTest.POOLED).pValue())
        .wrong("the variances are not equal")
        .rejects("unequal variances", pair -> pair.by(TTest.SATTERTHWAITE).pValue())
        .covers("unequal variances", 0, pair -> pair.by(TTest.SATTERTHWAITE).interval());
  }

  private static Scenario<RankSum.Result> rankSum(
      String name, RankSum.Exact exact, int n1, int n2, ToDoubleFunction<Draws> population) {
    return ranked(name, exact, n1, n2, population)
        .rejects("normal approximation", RankSum.Result::pValue);
  }

  private static Scenario<RankSum.Result> exact(
      String name, int n1, int n2, ToDoubleFunction<Draws> population) {
    return ranked(name, RankSum.Exact.ALWAYS, n1, n2, population)
        .rejects("exact", result -> result.exactPValue().orElseThrow())
        .atMost("an exact test of discrete ranks");
  }

  private static Scenario<RankSum.Result> ranked(
      String name, RankSum.Exact exact, int n1, int n2, ToDoubleFunction<Draws> population) {
    RankSum method = new RankSum(exact);
    return Scenario.of(
        name,
        RUNS / 2,
        r ->
            method.test(
                Populations.sample(n1, r.draws(), population),
                Populations.sample(n2, r.draws(), population)));
  }

  /** Five strata with levels of their own, of unequal sizes and shares. */
  private static Scenario<StratifiedRankSum.Result> vanElteren() {
    return Scenario.of(
            "van Elteren, lost workdays, 5 strata",
            RUNS / 2,
            r -> {
              List<StratifiedRankSum.Stratum> strata = new ArrayList<>();
              for (int i = 0; i < 5; i++) {
                int shift = 20 * i;
                ToDoubleFunction<Draws> shifted = d -> shift + Populations.lostWorkdays(d);
                strata.add(
                    new StratifiedRankSum.Stratum(
                        Integer.toString(i),
                        Populations.sample(6 + 4 * i, r.draws(), shifted),
                        Populations.sample(20 - 3 * i, r.draws(), shifted)));
              }
              return StratifiedRankSum.test(strata);
            })
        .rejects("normal approximation", StratifiedRankSum.Result::pValue);
  }
}
