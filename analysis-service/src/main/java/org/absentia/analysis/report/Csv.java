package org.absentia.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.absentia.analysis.dataset.MaskedDataset;
import org.absentia.analysis.dataset.Row;
import org.absentia.analysis.dataset.Value;
import org.absentia.analysis.run.Figure1;
import org.absentia.analysis.run.Figure2;
import org.absentia.analysis.run.Table1;
import org.absentia.analysis.run.Table3;

/**
 * The same tables for other programs: RFC 4180, a head line, missing values empty, numbers with a
 * point.
 */
public final class Csv {

  private final StringBuilder text = new StringBuilder();

  private Csv(String... head) {
    line((Object[]) head);
  }

  private void line(Object... fields) {
    text.append(java.util.Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  private static String field(Object value) {
    String text =
        switch (value) {
          case Double number when !Double.isFinite(number) -> "";
          case Double number -> number(number);
          case Optional<?> optional -> optional.map(Csv::field).orElse("");
          case Value.Text level -> quoted(level.value());
          case Value.Number number -> number(number.value());
          default -> quoted(String.valueOf(value));
        };
    return text;
  }

  private static String number(double value) {
    return new java.math.BigDecimal(value)
        .round(new java.math.MathContext(12))
        .stripTrailingZeros()
        .toPlainString();
  }

  /**
   * Quote what would break the line; a text that a spreadsheet might run as a formula gets an
   * apostrophe.
   */
  private static String quoted(String value) {
    String safe = value.matches("(?s)[=+\\-@\t\r].*") ? "'" + value : value;
    return safe.matches("(?s).*[,\"\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  public static String of(MaskedDataset dataset) {
    List<String> variables =
        dataset.rows().stream()
            .flatMap(r -> r.baseline().keySet().stream())
            .distinct()
            .sorted()
            .toList();
    List<String> head =
        new ArrayList<>(
            List.of(
                "row",
                "label",
                "stratum",
                "epoch",
                "pilot",
                "withdrawn",
                "lostWorkdays",
                "workdays",
                "workedShareAfterOneWeek"));
    head.addAll(variables);
    Csv csv = new Csv(head.toArray(String[]::new));
    for (Row row : dataset.rows()) {
      List<Object> fields =
          new ArrayList<>(
              List.of(
                  row.row(),
                  row.label(),
                  row.stratum(),
                  row.epoch(),
                  row.pilot(),
                  row.withdrawn()));
      fields.add(row.outcome().map(o -> o.lostWorkdays()));
      fields.add(row.outcome().map(o -> o.workdays()));
      fields.add(row.outcome().flatMap(o -> o.workedShareAfterOneWeek()));
      variables.forEach(v -> fields.add(Optional.ofNullable(row.baseline().get(v))));
      csv.line(fields.toArray());
    }
    return csv.text.toString();
  }

  public static String of(Table1 table) {
    Csv csv =
        new Csv(
            "characteristic",
            "summary",
            "level",
            "missing",
            "missingPercent",
            "label",
            "n",
            "count",
            "percent",
            "median",
            "firstQuartile",
            "thirdQuartile",
            "mean",
            "standardDeviation");
    for (Table1.Characteristic c : table.characteristics()) {
      for (Table1.Line line : c.lines()) {
        for (int i = 0; i < line.cells().size(); i++) {
          String label = table.columns().get(i).label();
          switch (line.cells().get(i)) {
            case Table1.MedianIqr m ->
                csv.line(
                    c.label(),
                    c.summary(),
                    line.level(),
                    c.missing(),
                    c.missingPercent(),
                    label,
                    m.n(),
                    "",
                    "",
                    m.median(),
                    m.firstQuartile(),
                    m.thirdQuartile(),
                    "",
                    "");
            case Table1.MeanSd m ->
                csv.line(
                    c.label(),
                    c.summary(),
                    line.level(),
                    c.missing(),
                    c.missingPercent(),
                    label,
                    m.n(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    m.mean(),
                    m.standardDeviation());
            case Table1.Share s ->
                csv.line(
                    c.label(),
                    c.summary(),
                    line.level(),
                    c.missing(),
                    c.missingPercent(),
                    label,
                    s.of(),
                    s.count(),
                    s.percent(),
                    "",
                    "",
                    "",
                    "",
                    "");
          }
        }
      }
    }
    return csv.text.toString();
  }

  public static String of(Table3 table) {
    Csv csv =
        new Csv(
            "population",
            "kind",
            "label",
            "reference",
            "n",
            "mean",
            "standardDeviation",
            "median",
            "medianLower",
            "medianUpper",
            "meanDifference",
            "meanDifferenceLower",
            "meanDifferenceUpper",
            "tTestPValue",
            "medianDifference",
            "medianDifferenceLower",
            "medianDifferenceUpper",
            "rankSumPValue");
    for (Table3.Population population : table.populations()) {
      for (Table3.Group g : population.groups()) {
        csv.line(
            population.name(),
            "GROUP",
            g.label(),
            "",
            g.n(),
            g.mean(),
            g.standardDeviation(),
            g.median(),
            g.medianInterval().lower(),
            g.medianInterval().upper(),
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "");
      }
      for (Table3.Comparison c : population.comparisons()) {
        csv.line(
            population.name(),
            "COMPARISON",
            c.label(),
            c.reference(),
            "",
            "",
            "",
            "",
            "",
            "",
            c.meanDifference(),
            c.meanDifferenceInterval().lower(),
            c.meanDifferenceInterval().upper(),
            c.tTestPValue(),
            c.medianDifference(),
            c.medianDifferenceInterval().lower(),
            c.medianDifferenceInterval().upper(),
            c.rankSumPValue());
      }
    }
    return csv.text.toString();
  }

  public static String of(Figure1 figure) {
    Csv csv = new Csv("stage", "reason", "label", "n");
    for (FlowSteps.Stage stage : FlowSteps.of(figure.flow())) {
      csv.line(stage.text(), "", "", stage.n());
      stage.losses().forEach(l -> csv.line(stage.text(), l.text(), "", l.n()));
    }
    for (Figure1.Group group : figure.groups()) {
      csv.line("Allocated", "", group.label(), group.allocated());
      csv.line("Withdrawn", "", group.label(), group.withdrawn());
      csv.line("Analysed", "", group.label(), group.analysed());
    }
    return csv.text.toString();
  }

  public static String of(Figure2 figure) {
    Csv csv =
        new Csv("label", "n", "minimum", "firstQuartile", "median", "thirdQuartile", "maximum");
    for (Figure2.Box b : figure.boxes()) {
      csv.line(
          b.label(),
          b.n(),
          b.minimum(),
          b.firstQuartile(),
          b.median(),
          b.thirdQuartile(),
          b.maximum());
    }
    return csv.text.toString();
  }
}
