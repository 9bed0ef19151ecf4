package org.absentia.statistics.describe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.progress.Progress;

/**
 * The curve of what has added up: per person the running sum of a value over months in increasing
 * order, then per group and month the quartiles (type 2) of these sums. A person without a row in a
 * month does not count in that month; several rows of a person in a month are one, of their sum.
 */
public final class CumulativeMedian {
  private CumulativeMedian() {}

  /** Quartiles of the running sums of {@code n} persons. */
  public record Month(
      double month, int n, double median, double firstQuartile, double thirdQuartile) {}

  /** The medians of one group, month by month. */
  public record Curve(String group, List<Month> months) {
    public Curve {
      months = List.copyOf(months);
    }
  }

  /** The curves, and whether some person had several rows in a month. */
  public record Result(List<Curve> curves, boolean repeated) {
    public Result {
      curves = List.copyOf(curves);
    }
  }

  /** A curve for each level of the group; all arguments have one entry a row. */
  public static Result of(Factor person, Factor group, Vector month, Vector value) {
    List<Integer> order = order(person, group, month);
    List<TreeMap<Double, List<Double>>> sums = new ArrayList<>();
    group.levels().forEach(level -> sums.add(new TreeMap<>()));
    boolean repeated = false;
    double sum = 0;
    for (int i = 0; i < order.size(); i++) {
      int row = order.get(i);
      boolean goesOn = i > 0 && isSame(person, group, row, order.get(i - 1));
      sum = goesOn ? sum + value.at(row) : value.at(row);
      int next = i + 1 < order.size() ? order.get(i + 1) : row;
      if (next != row && isSame(person, group, row, next) && month.at(row) == month.at(next)) {
        repeated = true;
      } else {
        sums.get(group.codes().at(row))
            .computeIfAbsent(month.at(row) + 0.0, m -> new ArrayList<>())
            .add(sum);
      }
    }
    List<Curve> curves = new ArrayList<>();
    for (int g = 0; g < sums.size(); g++) {
      curves.add(curve(group.levels().get(g), sums.get(g)));
    }
    return new Result(curves, repeated);
  }

  /** The rows by person, group and month. */
  private static List<Integer> order(Factor person, Factor group, Vector month) {
    return IntStream.range(0, month.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(row -> person.codes().at(row))
                .thenComparingInt(row -> group.codes().at(row))
                .thenComparingDouble(month::at))
        .toList();
  }

  private static boolean isSame(Factor person, Factor group, int row, int other) {
    return person.codes().at(row) == person.codes().at(other)
        && group.codes().at(row) == group.codes().at(other);
  }

  private static Curve curve(String group, TreeMap<Double, List<Double>> sums) {
    List<Month> months = new ArrayList<>();
    sums.forEach(
        (month, values) -> {
          Progress.current().check();
          Sample sample = Sample.of(values.stream().mapToDouble(Double::doubleValue).toArray());
          months.add(
              new Month(
                  month,
                  sample.n(),
                  QuantileRule.AVERAGED.of(sample, 0.5),
                  QuantileRule.AVERAGED.of(sample, 0.25),
                  QuantileRule.AVERAGED.of(sample, 0.75)));
        });
    return new Curve(group, months);
  }
}
