package org.absentia.statistics.regression;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.data.LevelOrder;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.design.ModelFrame;

/** The data that weighted.R made, as rows: x, z, w, y, v, k. */
record WeightedData(List<String[]> rows) {
  private static final Path FOLDER = Path.of("src/test/resources/statistics/regression");
  private static final List<String> NAMES = List.of("x", "z", "w", "y", "v", "k");

  static WeightedData read() {
    List<String[]> lines = lines("weighted.csv").stream().map(line -> line.split(",", -1)).toList();
    return new WeightedData(lines.subList(1, lines.size()));
  }

  /** The numbers that weighted.R printed behind some words. */
  static double[] expected(String what) {
    String line =
        lines("weighted.txt").stream()
            .filter(l -> l.startsWith(what + " "))
            .findFirst()
            .orElseThrow();
    return Arrays.stream(line.substring(what.length()).trim().split(" +"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each row as often as its weight says. */
  WeightedData repeated() {
    return new WeightedData(
        rows.stream()
            .flatMap(row -> IntStream.range(0, Integer.parseInt(row[2])).mapToObj(i -> row))
            .toList());
  }

  WeightedData withoutWeightZero() {
    return new WeightedData(rows.stream().filter(row -> !row[2].equals("0")).toList());
  }

  WeightedData reversed() {
    return new WeightedData(rows.reversed());
  }

  Vector numbers(String name) {
    int column = NAMES.indexOf(name);
    return Vector.of(rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray());
  }

  Vector weights() {
    return numbers("w");
  }

  Factor levels(String name) {
    int column = NAMES.indexOf(name);
    return frame("~ z").factor(new Expression.Name(NAMES.get(column)), LevelOrder.SORTED);
  }

  Design design(String formula) {
    return Design.of(Formula.parse(formula, "/formula"), frame(formula));
  }

  private ModelFrame frame(String formula) {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (String name : NAMES) {
      columns.put(
          name,
          name.equals("z")
              ? new Column.Texts(rows.stream().map(row -> row[1]).toList())
              : new Column.Numbers(numbers(name).array()));
    }
    Map<Expression, String> uses = new LinkedHashMap<>();
    NAMES.forEach(name -> uses.put(new Expression.Name(name), "/formula"));
    Formula.parse(formula, "/formula").variables().forEach(v -> uses.put(v, "/formula"));
    return ModelFrame.of(new Frame(columns, rows.size()), LevelOrder.SORTED, uses);
  }
}
