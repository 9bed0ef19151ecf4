package org.absentia.analysis.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.absentia.analysis.dataset.MaskedDataset;
import org.absentia.analysis.dataset.Row;
import org.absentia.analysis.dataset.Value;
import org.absentia.analysis.plan.BaselineVariable;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.describe.Describe;
import org.absentia.statistics.describe.Description;

/** Tabulates the planned baseline variables of a dataset by label. */
final class BaselineTable {

  private final List<Row> rows;
  private final List<List<Row>> groups;
  private final List<String> labels;

  private BaselineTable(MaskedDataset dataset) {
    this.rows = dataset.rows();
    this.labels = dataset.labels();
    this.groups = labels.stream().map(label -> Groups.of(rows, label)).toList();
  }

  static Table1 of(MaskedDataset dataset, List<BaselineVariable> variables) {
    BaselineTable table = new BaselineTable(dataset);
    List<Table1.Column> columns = new ArrayList<>();
    for (int i = 0; i < table.labels.size(); i++) {
      columns.add(new Table1.Column(table.labels.get(i), table.groups.get(i).size()));
    }
    return new Table1(columns, variables.stream().map(table::characteristic).toList());
  }

  private Table1.Characteristic characteristic(BaselineVariable variable) {
    int missing = (int) rows.stream().filter(row -> known(row, variable).isEmpty()).count();
    return new Table1.Characteristic(
        variable.name(),
        variable.label(),
        nameOf(variable.summary()),
        missing,
        rows.isEmpty() ? Double.NaN : 100.0 * missing / rows.size(),
        lines(variable));
  }

  private static String nameOf(BaselineVariable.Summary summary) {
    return switch (summary) {
      case BaselineVariable.MedianIqr s -> "MEDIAN_IQR";
      case BaselineVariable.MeanSd s -> "MEAN_SD";
      case BaselineVariable.Percent s -> "PERCENT";
      case BaselineVariable.PercentAtLeast s -> "PERCENT_AT_LEAST";
      case BaselineVariable.Bands s -> "BANDS";
    };
  }

  private List<Table1.Line> lines(BaselineVariable variable) {
    return switch (variable.summary()) {
      case BaselineVariable.MedianIqr s -> List.of(line("", group -> medianIqr(group, variable)));
      case BaselineVariable.MeanSd s -> List.of(line("", group -> meanSd(group, variable)));
      case BaselineVariable.Percent percent -> {
        boolean alone = percent.shown().size() == 1;
        yield percent.shown().stream()
            .map(
                level ->
                    shareLine(
                        alone ? "" : level.label(),
                        variable,
                        value -> value.level().equals(level.name())))
            .toList();
      }
      case BaselineVariable.PercentAtLeast s ->
          List.of(shareLine("", variable, value -> number(value) >= s.threshold()));
      case BaselineVariable.Bands bands ->
          bands.bands().stream()
              .map(band -> shareLine(band.label(), variable, value -> band.holds(number(value))))
              .toList();
    };
  }

  private Table1.Line line(String level, Function<List<Row>, Table1.Cell> cell) {
    return new Table1.Line(level, groups.stream().map(cell).toList());
  }

  private Table1.Line shareLine(String level, BaselineVariable variable, Predicate<Value> counted) {
    return line(
        level,
        group -> {
          List<Value> known = known(group, variable);
          int count = (int) known.stream().filter(counted).count();
          double percent = known.isEmpty() ? Double.NaN : 100.0 * count / known.size();
          return new Table1.Share(count, known.size(), percent);
        });
  }

  private static Table1.Cell medianIqr(List<Row> group, BaselineVariable variable) {
    Description found = Describe.DEFAULT.of(sample(group, variable));
    return new Table1.MedianIqr(
        found.n(), found.median(), found.firstQuartile(), found.thirdQuartile());
  }

  private static Table1.Cell meanSd(List<Row> group, BaselineVariable variable) {
    Description found = Describe.DEFAULT.of(sample(group, variable));
    return new Table1.MeanSd(
        found.n(), found.moments().mean(), found.moments().standardDeviation());
  }

  private static Sample sample(List<Row> group, BaselineVariable variable) {
    return Sample.of(known(group, variable).stream().mapToDouble(BaselineTable::number).toArray());
  }

  private static List<Value> known(List<Row> group, BaselineVariable variable) {
    return group.stream().flatMap(row -> known(row, variable).stream()).toList();
  }

  /**
   * Return the value if this summary can use it: a text where a number is needed counts as missing.
   */
  private static Optional<Value> known(Row row, BaselineVariable variable) {
    return Optional.ofNullable(row.baseline().get(variable.name()))
        .filter(
            value ->
                switch (variable.summary()) {
                  case BaselineVariable.Percent s -> true;
                  case BaselineVariable.MedianIqr s -> value.number().isPresent();
                  case BaselineVariable.MeanSd s -> value.number().isPresent();
                  case BaselineVariable.PercentAtLeast s -> value.number().isPresent();
                  case BaselineVariable.Bands s -> value.number().isPresent();
                });
  }

  private static double number(Value value) {
    return value.number().orElse(Double.NaN);
  }
}
