package org.absentia.bench.statistics;

import java.util.List;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.inference.RankSum;
import org.absentia.statistics.random.Draws;

/** Ranks of a million numbers with ties; the engine gives the Hodges-Lehmann shift besides. */
final class RankSumProblems {
  private RankSumProblems() {}

  static List<Problem> of(Setting setting) {
    int n = setting.size(1_000_000);
    Columns data = data(setting.draws("rank sum " + n), n);
    double[] first = half(data, 0);
    double[] second = half(data, 1);
    return List.of(
        new Problem(
            "rank-sum, n = " + n,
            data,
            () -> estimates(first, second),
            false,
            2,
            List.of(Contender.of("R, wilcox.test", "rank_sum"))));
  }

  private static Columns data(Draws draws, int n) {
    double[] group = new double[n];
    double[] y = new double[n];
    for (int row = 0; row < n; row++) {
      group[row] = row % 2;
      y[row] = Math.rint(1e5 * (draws.normal() + 0.002 * group[row])) / 1e4;
    }
    return Columns.of(n).with("group", group).with("y", y);
  }

  private static double[] half(Columns data, int group) {
    return IntStream.range(0, data.rows())
        .filter(row -> data.get("group").at(row) == group)
        .mapToDouble(data.get("y")::at)
        .toArray();
  }

  private static List<Estimate> estimates(double[] first, double[] second) {
    RankSum.Result result = RankSum.DEFAULT.test(Sample.of(first), Sample.of(second));
    return List.of(
        Estimate.exact("U", result.u()), new Estimate("p-value", result.pValue(), 1e-10));
  }
}
