package org.absentia.bench.validity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.absentia.statistics.contingency.CrossTable;
import org.absentia.statistics.contingency.FisherExact;
import org.absentia.statistics.contingency.Independence;
import org.absentia.statistics.data.Vector;

/** Tests of independence in tables whose variables are independent. */
final class ContingencyScenarios {
  private static final String CONSERVATIVE = "an exact test of discrete tables";

  private ContingencyScenarios() {}

  static List<Scenario<?>> all() {
    return List.of(
        table("contingency, 2 x 2, n = 200", 20_000, 200, List.of(0.5, 0.5), List.of(0.4, 0.6))
            .rejects("Pearson", t -> Independence.test(t).pearson().pValue())
            .rejects("likelihood ratio", t -> Independence.test(t).likelihoodRatio().pValue())
            .rejects("Yates", t -> Independence.test(t).yates().orElseThrow().pValue())
            .atMost("corrected towards the exact test")
            .rejects("Fisher", t -> FisherExact.DEFAULT.test(t).pValue())
            .atMost(CONSERVATIVE),
        table("contingency, 2 x 2, n = 20", 20_000, 20, List.of(0.5, 0.5), List.of(0.3, 0.7))
            .rejects("Fisher", t -> FisherExact.DEFAULT.test(t).pValue())
            .atMost(CONSERVATIVE),
        table(
                "contingency, 3 x 4, n = 300",
                10_000,
                300,
                List.of(0.3, 0.3, 0.4),
                List.of(0.2, 0.2, 0.3, 0.3))
            .rejects("Pearson", t -> Independence.test(t).pearson().pValue())
            .rejects("likelihood ratio", t -> Independence.test(t).likelihoodRatio().pValue()),
        table(
                "contingency, 3 x 3, n = 30",
                4_000,
                30,
                List.of(0.3, 0.3, 0.4),
                List.of(0.2, 0.3, 0.5))
            .rejects("Fisher", t -> FisherExact.DEFAULT.test(t).pValue())
            .atMost(CONSERVATIVE));
  }

  private static Scenario<CrossTable> table(
      String name, int runs, int n, List<Double> rows, List<Double> columns) {
    return Scenario.of(name, runs, r -> drawn(r, n, rows, columns));
  }

  private static CrossTable drawn(Randomness r, int n, List<Double> rows, List<Double> columns) {
    double[] rowShares = rows.stream().mapToDouble(Double::doubleValue).toArray();
    double[] columnShares = columns.stream().mapToDouble(Double::doubleValue).toArray();
    int[] row =
        IntStream.range(0, n).map(i -> Populations.category(r.draws(), rowShares)).toArray();
    int[] column =
        IntStream.range(0, n).map(i -> Populations.category(r.draws(), columnShares)).toArray();
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return CrossTable.of(
        Populations.factor("row", rows.size(), row),
        Populations.factor("column", columns.size(), column),
        Vector.of(ones));
  }
}
