package org.absentia.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Measurements as a table for the terminal. */
public final class MeasurementTable {
  private static final List<String> HEADINGS =
      List.of("what", "figure", "unit", "beside", "its figure", "ratio", "target", "");
  private static final List<Boolean> NUMERIC =
      List.of(false, true, false, false, true, true, true, false);

  private MeasurementTable() {}

  /** The table, one line a measurement. */
  public static String of(List<Measurement> measurements) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADINGS);
    measurements.forEach(measurement -> lines.add(cells(measurement)));
    List<Integer> widths =
        IntStream.range(0, HEADINGS.size()).mapToObj(column -> width(lines, column)).toList();
    StringBuilder table = new StringBuilder();
    lines.forEach(line -> table.append(line(line, widths)).append('\n'));
    return table.toString();
  }

  private static List<String> cells(Measurement measurement) {
    return List.of(
        measurement.name(),
        figure(measurement.value()),
        measurement.unit(),
        measurement.baseline().orElse(""),
        figure(measurement.baselineValue()),
        figure(measurement.ratio()),
        measurement.target().map(Target::toString).orElse(""),
        verdict(measurement.verdict()));
  }

  private static String figure(Optional<Double> number) {
    return number.map(Figures::of).orElse("");
  }

  private static String verdict(Measurement.Verdict verdict) {
    return switch (verdict) {
      case MET -> "met";
      case NOT_MET -> "NOT MET";
      case NOT_MEASURED -> "not measured";
      case WITHOUT_TARGET -> "";
    };
  }

  private static int width(List<List<String>> lines, int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }

  private static String line(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String padding = " ".repeat(widths.get(column) - cells.get(column).length());
      line.append(NUMERIC.get(column) ? padding + cells.get(column) : cells.get(column) + padding);
      line.append("  ");
    }
    return line.toString().stripTrailing();
  }
}
