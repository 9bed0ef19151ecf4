package org.absentia.bench.validity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Interval;

/** Rates as a table, in Markdown. */
final class RateTable {
  private static final List<String> HEADINGS =
      List.of("scenario", "asked", "of", "runs", "%", "99 % interval", "nominal", "verdict", "why");

  private RateTable() {}

  static String of(List<Rate> rates) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADINGS);
    rates.forEach(rate -> lines.add(cells(rate)));
    List<Integer> widths =
        IntStream.range(0, HEADINGS.size()).mapToObj(i -> width(lines, i)).toList();
    lines.add(1, widths.stream().map("-"::repeat).toList());
    return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining());
  }

  private static List<String> cells(Rate rate) {
    Interval interval = rate.interval99();
    return List.of(
        rate.scenario(),
        rate.question(),
        rate.kind().text,
        Integer.toString(rate.runs()),
        percent(rate.share()),
        percent(interval.lower()) + " to " + percent(interval.upper()),
        nominal(rate.expectation()),
        rate.verdict().text,
        rate.expectation().reason());
  }

  private static String nominal(Expectation expectation) {
    String nominal = percent(expectation.nominal());
    return switch (expectation) {
      case Expectation.Nominal same -> nominal;
      case Expectation.AtMost most -> "at most " + nominal;
      case Expectation.AtLeast least -> "at least " + nominal;
      case Expectation.Known known -> nominal + ", here " + percent(known.rate());
      case Expectation.Wrong wrong -> "not " + nominal;
    };
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", 100 * share);
  }

  /** The last column is as wide as its heading: its cells may be long. */
  private static int width(List<List<String>> lines, int column) {
    List<List<String>> measured = column == HEADINGS.size() - 1 ? List.of(HEADINGS) : lines;
    return Collections.max(measured.stream().map(line -> line.get(column).length()).toList());
  }

  private static String line(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < cells.size(); i++) {
      String padding = " ".repeat(Math.max(0, widths.get(i) - cells.get(i).length()));
      line.append(' ').append(cells.get(i)).append(padding).append(" |");
    }
    return line.append('\n').toString();
  }
}
