package org.absentia.statistics.mixed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.data.LevelOrder;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.design.ModelFrame;
import org.jspecify.annotations.Nullable;

/** Repeated measurements, a row each, and a model of them. */
record LongData(Frame frame) {
  private static final Path DIRECTORY = Path.of("src/test/resources/statistics/mixed");

  static LongData read(String file) {
    List<String[]> lines = lines(file);
    Map<String, Column> columns = new LinkedHashMap<>();
    for (int c = 0; c < lines.getFirst().length; c++) {
      int at = c;
      columns.put(
          lines.getFirst()[c], column(lines.stream().skip(1).map(line -> line[at]).toList()));
    }
    return new LongData(new Frame(columns, lines.size() - 1));
  }

  static List<String[]> lines(String file) {
    try {
      return Files.readAllLines(DIRECTORY.resolve(file)).stream()
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Column column(List<String> texts) {
    boolean numbers = texts.stream().allMatch(text -> text.matches("(-?[0-9.]+(e-?[0-9]+)?)?"));
    if (numbers) {
      return new Column.Numbers(
          texts.stream()
              .mapToDouble(text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text))
              .toArray());
    }
    List<@Nullable String> names = new ArrayList<>();
    texts.forEach(text -> names.add(text.isEmpty() ? null : text));
    return new Column.Texts(names);
  }

  /** Data of columns of numbers with the group in {@code id}. */
  static LongData of(Map<String, double[]> columns) {
    Map<String, Column> all = new LinkedHashMap<>();
    columns.forEach((name, values) -> all.put(name, new Column.Numbers(values)));
    return new LongData(new Frame(all, columns.values().iterator().next().length));
  }

  double[] numbers(String name) {
    Column.Numbers column = (Column.Numbers) frame.find(name).orElseThrow();
    double[] values = new double[column.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.at(i);
    }
    return values;
  }

  MixedFit fit(MixedModel model, String text) {
    return model(text).fit(model);
  }

  /** A formula with its columns. */
  Model model(String text) {
    Formula formula = Formula.parse(text, "/formula");
    Map<Expression, String> uses = new LinkedHashMap<>();
    formula.variables().forEach(variable -> uses.put(variable, "/formula"));
    ModelFrame complete = ModelFrame.of(frame, LevelOrder.SORTED, uses);
    return new Model(formula, complete);
  }

  record Model(Formula formula, ModelFrame rows) {
    MixedFit fit(MixedModel model) {
      Formula.Grouping grouping = formula.grouping().orElseThrow();
      return model.fit(
          fixed(),
          random(),
          rows.factor(grouping.group(), LevelOrder.SORTED),
          rows.numbers(formula.response().orElseThrow(), "/formula"));
    }

    Design fixed() {
      return Design.of(formula, rows);
    }

    Design random() {
      Formula.Grouping grouping = formula.grouping().orElseThrow();
      return Design.of(grouping.slopes(), grouping.intercept(), rows);
    }
  }
}
