package org.absentia.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.absentia.analysis.run.AnalysisResult;
import org.absentia.analysis.run.Figure1;
import org.absentia.analysis.run.Figure2;
import org.absentia.analysis.run.FinalResult;
import org.absentia.analysis.run.FinalRun;
import org.absentia.analysis.run.Run;
import org.absentia.analysis.run.Table1;
import org.absentia.analysis.run.Table3;
import org.absentia.statistics.data.Interval;

/** Everything the page shows, as texts. */
public record ReportPage(
    String title,
    String trialId,
    String registration,
    String summary,
    List<Item> provenance,
    List<String> labels,
    List<Table1.Column> columns,
    List<BaselineRow> baseline,
    List<PopulationRows> populations,
    String resamples,
    String flowWide,
    String flowNarrow,
    List<FlowRow> flow,
    List<Figure1.Group> flowGroups,
    String boxWide,
    String boxNarrow,
    List<BoxRow> boxes,
    String word,
    Optional<FinalPart> after) {

  /** Whether the arms have their names. */
  public boolean unmasked() {
    return after.isPresent();
  }

  /** What unmasking added, as a list of one or none. */
  public List<FinalPart> afters() {
    return after.stream().toList();
  }

  /** A name and its value. */
  public record Item(String name, String value) {}

  /**
   * A line of the baseline table.
   *
   * @param heading whether levels follow below, and the line itself has no figures
   */
  public record BaselineRow(
      String label, boolean heading, boolean level, String missing, List<LabelledCell> cells) {}

  public record LabelledCell(String label, String text) {}

  public record PopulationRows(
      String label, List<GroupRow> groups, List<ComparisonRow> comparisons) {}

  /** A number with its interval. */
  public record Estimate(String value, String interval) {}

  public record GroupRow(String label, int n, String mean, Estimate median) {}

  public record ComparisonRow(
      String pair,
      Estimate meanDifference,
      String tTest,
      boolean tTestNotable,
      Estimate medianDifference,
      String rankSum,
      boolean rankSumNotable) {}

  public record FlowRow(String text, boolean reason, String n) {}

  public record BoxRow(String label, int n, String median, String quartiles, String range) {}

  /** Lay out a masked run. */
  public static ReportPage of(Run run, AnalysisResult result) {
    return of(provenance(run, result), result, FlowChart.LABEL, Optional.empty());
  }

  /** Lay out a masked run under the names of its arms, with what unmasking added to it. */
  public static ReportPage of(
      Run run, AnalysisResult result, FinalRun concluded, FinalResult after) {
    List<Item> provenance = new ArrayList<>(provenance(run, result));
    provenance.add(new Item("Concluded", concluded.completedAt().toString()));
    provenance.add(new Item("Final result hash", concluded.resultHash()));
    UnaryOperator<String> names = FinalPart.names(after);
    return of(
        provenance, result.named(names), FlowChart.ARM, Optional.of(FinalPart.of(after, names)));
  }

  private static ReportPage of(
      List<Item> provenance, AnalysisResult result, String word, Optional<FinalPart> after) {
    return new ReportPage(
        result.title(),
        result.trialId(),
        result.registration().orElse(""),
        summary(result),
        provenance,
        result.table1().columns().stream().map(Table1.Column::label).toList(),
        result.table1().columns(),
        baseline(result.table1()),
        result.table3().populations().stream().map(ReportPage::population).toList(),
        Format.count(result.table3().resamples()),
        FlowChart.inline(result.figure1(), Layout.WIDE, word),
        FlowChart.inline(result.figure1(), Layout.NARROW, word),
        flow(result.figure1()),
        result.figure1().groups(),
        BoxPlot.inline(result.figure2(), Layout.WIDE),
        BoxPlot.inline(result.figure2(), Layout.NARROW),
        result.figure2().boxes().stream().map(ReportPage::box).toList(),
        word,
        after);
  }

  private static String summary(AnalysisResult result) {
    int analysed = result.figure1().groups().stream().mapToInt(Figure1.Group::analysed).sum();
    String text =
        "%s participants were randomised; the primary outcome, lost workdays, is known for %s of them."
            .formatted(Format.count(result.participants()), Format.count(analysed));
    return result.erased() == 0
        ? text
        : text + " Asked to be erased after the lock: " + Format.count(result.erased()) + ".";
  }

  private static List<Item> provenance(Run run, AnalysisResult result) {
    return List.of(
        new Item("Trial", result.trialId()),
        new Item("Registration", result.registration().orElse(Format.UNDEFINED)),
        new Item("Follow-up", result.table3().window()),
        new Item("Run", run.runId().toString()),
        new Item("Completed", run.completedAt().toString()),
        new Item("Seed", Long.toString(run.seed())),
        new Item("Dataset", result.datasetId().toString()),
        new Item("Dataset hash", result.datasetHash()),
        new Item("Result hash", run.resultHash()));
  }

  private static List<BaselineRow> baseline(Table1 table) {
    List<BaselineRow> rows = new ArrayList<>();
    for (Table1.Characteristic characteristic : table.characteristics()) {
      String missing =
          characteristic.missing() == 0
              ? ""
              : characteristic.missing()
                  + " ("
                  + Format.percent(characteristic.missingPercent())
                  + ")";
      String label = Format.typeset(characteristic.label()) + unit(characteristic.summary());
      boolean heading = characteristic.lines().stream().noneMatch(line -> line.level().isEmpty());
      if (heading) {
        rows.add(new BaselineRow(label, true, false, missing, List.of()));
      }
      for (Table1.Line line : characteristic.lines()) {
        rows.add(
            new BaselineRow(
                heading ? Format.typeset(line.level()) : label,
                false,
                heading,
                heading ? "" : missing,
                cells(table, line)));
      }
    }
    return rows;
  }

  private static String unit(String summary) {
    return switch (summary) {
      case "MEDIAN_IQR" -> ", median (IQR)";
      case "MEAN_SD" -> ", mean (SD)";
      default -> ", n (%)";
    };
  }

  private static List<LabelledCell> cells(Table1 table, Table1.Line line) {
    List<LabelledCell> cells = new ArrayList<>();
    for (int i = 0; i < line.cells().size(); i++) {
      cells.add(new LabelledCell(table.columns().get(i).label(), text(line.cells().get(i))));
    }
    return cells;
  }

  static String text(Table1.Cell cell) {
    return switch (cell) {
      case Table1.MedianIqr c ->
          Format.shortest(c.median())
              + " ("
              + Format.range(c.firstQuartile(), c.thirdQuartile())
              + ")";
      case Table1.MeanSd c ->
          Format.oneDecimal(c.mean()) + " (" + Format.oneDecimal(c.standardDeviation()) + ")";
      case Table1.Share c -> c.count() + " (" + Format.percent(c.percent()) + ")";
    };
  }

  static PopulationRows population(Table3.Population population) {
    return new PopulationRows(
        population.label(),
        population.groups().stream()
            .map(
                g ->
                    new GroupRow(
                        g.label(),
                        g.n(),
                        Format.oneDecimal(g.mean())
                            + " ("
                            + Format.oneDecimal(g.standardDeviation())
                            + ")",
                        estimate(g.median(), g.medianInterval())))
            .toList(),
        population.comparisons().stream().map(ReportPage::comparison).toList());
  }

  private static ComparisonRow comparison(Table3.Comparison c) {
    return new ComparisonRow(
        c.label() + " \u2212 " + c.reference(),
        estimate(c.meanDifference(), c.meanDifferenceInterval()),
        Format.pValue(c.tTestPValue()),
        c.tTestPValue() < 0.05,
        estimate(c.medianDifference(), c.medianDifferenceInterval()),
        Format.pValue(c.rankSumPValue()),
        c.rankSumPValue() < 0.05);
  }

  static Estimate estimate(double value, Interval interval) {
    return new Estimate(Format.oneDecimal(value), Format.interval(interval));
  }

  private static List<FlowRow> flow(Figure1 figure) {
    List<FlowRow> rows = new ArrayList<>();
    for (FlowSteps.Stage stage : FlowSteps.of(figure.flow())) {
      rows.add(new FlowRow(stage.text(), false, Format.count(stage.n())));
      stage.losses().forEach(l -> rows.add(new FlowRow(l.text(), l.reason(), Format.count(l.n()))));
    }
    return rows;
  }

  private static BoxRow box(Figure2.Box box) {
    return new BoxRow(
        box.label(),
        box.n(),
        Format.shortest(box.median()),
        Format.range(box.firstQuartile(), box.thirdQuartile()),
        Format.range(box.minimum(), box.maximum()));
  }
}
