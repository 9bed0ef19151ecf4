package org.absentia.analysis.run;

import java.util.List;
import java.util.function.UnaryOperator;

/** Baseline characteristics by label, as in a trial's first table. */
public record Table1(List<Column> columns, List<Characteristic> characteristics) {

  public Table1 {
    columns = List.copyOf(columns);
    characteristics = List.copyOf(characteristics);
  }

  Table1 named(UnaryOperator<String> names) {
    return new Table1(
        columns.stream().map(c -> new Column(names.apply(c.label()), c.n())).toList(),
        characteristics);
  }

  /** A label and the number of participants randomised to it. */
  public record Column(String label, int n) {}

  /**
   * A variable with what is missing in all groups together.
   *
   * @param missingPercent of all participants
   */
  public record Characteristic(
      String name,
      String label,
      String summary,
      int missing,
      double missingPercent,
      List<Line> lines) {
    public Characteristic {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One line of figures.
   *
   * @param level the level or band it counts; empty when the line is the variable itself
   * @param cells one per column
   */
  public record Line(String level, List<Cell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /** The figures of one group. */
  public sealed interface Cell {}

  public record MedianIqr(int n, double median, double firstQuartile, double thirdQuartile)
      implements Cell {}

  public record MeanSd(int n, double mean, double standardDeviation) implements Cell {}

  /**
   * A count.
   *
   * @param percent of the {@code of} participants of the group whose value is known
   */
  public record Share(int count, int of, double percent) implements Cell {}
}
