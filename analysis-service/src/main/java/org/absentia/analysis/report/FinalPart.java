package org.absentia.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.absentia.analysis.run.Adjusted;
import org.absentia.analysis.run.ArmConduct;
import org.absentia.analysis.run.FinalResult;
import org.absentia.analysis.run.NamedArm;

/** What a report shows once the arms have their names, as texts. */
public record FinalPart(
    List<NamedArm> arms,
    List<ConductRow> conduct,
    List<ReportPage.PopulationRows> populations,
    List<AdjustedRow> adjusted) {

  /** A line of the table on what became of each arm, with a cell for each. */
  public record ConductRow(String text, boolean level, List<String> cells) {}

  /** A comparison under the name of its model, which stands before the first of them only. */
  public record AdjustedRow(
      String model, String pair, ReportPage.Estimate difference, String p, boolean notable) {}

  static UnaryOperator<String> names(FinalResult result) {
    Map<String, String> names =
        result.arms().stream().collect(Collectors.toMap(NamedArm::label, NamedArm::arm));
    return label -> names.getOrDefault(label, label);
  }

  static FinalPart of(FinalResult result, UnaryOperator<String> names) {
    return new FinalPart(
        result.arms(),
        conduct(result.conduct()),
        result.table3().named(names).populations().stream().map(ReportPage::population).toList(),
        result.adjusted().stream().flatMap(one -> rows(one, names).stream()).toList());
  }

  private static List<ConductRow> conduct(List<ArmConduct> arms) {
    List<ConductRow> rows = new ArrayList<>();
    add(rows, "Furthest withdrawal at the lock", arms.stream().map(ArmConduct::withdrawn).toList());
    add(rows, "Received the programme", arms.stream().map(ArmConduct::received).toList());
    add(rows, "Adherence", arms.stream().map(ArmConduct::adherence).toList());
    add(rows, "Treated per protocol", arms.stream().map(ArmConduct::perProtocol).toList());
    return rows;
  }

  private static void add(
      List<ConductRow> rows, String heading, List<? extends Map<String, Integer>> counts) {
    List<String> levels =
        counts.stream().flatMap(arm -> arm.keySet().stream()).distinct().sorted().toList();
    if (levels.isEmpty()) {
      return;
    }
    rows.add(new ConductRow(heading, false, counts.stream().map(arm -> "").toList()));
    for (String level : levels) {
      List<String> cells =
          counts.stream().map(arm -> Format.count(arm.getOrDefault(level, 0))).toList();
      rows.add(new ConductRow(Format.words(level), true, cells));
    }
  }

  private static List<AdjustedRow> rows(Adjusted adjusted, UnaryOperator<String> names) {
    List<AdjustedRow> rows = new ArrayList<>();
    for (Adjusted.Comparison c : adjusted.comparisons()) {
      rows.add(
          new AdjustedRow(
              rows.isEmpty() ? adjusted.label() + ", n = " + adjusted.n() : "",
              names.apply(c.label()) + " \u2212 " + names.apply(c.reference()),
              ReportPage.estimate(c.difference(), c.interval()),
              Format.pValue(c.pValue()),
              c.pValue() < 0.05));
    }
    return rows;
  }
}
