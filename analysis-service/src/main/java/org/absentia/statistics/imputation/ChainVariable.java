package org.absentia.statistics.imputation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Vector;
import org.jspecify.annotations.Nullable;

/**
 * A variable of chained equations.
 *
 * @param column as it was given, a value for each row
 * @param categories its levels in the same rows, where it counts as categorical
 * @param equation how its gaps are filled; empty where it has none
 */
public record ChainVariable(
    String name, Column column, Optional<Factor> categories, Optional<Equation> equation) {

  /** A model with the names of its predictors. */
  public record Equation(ImputationMethod method, List<String> predictors) {
    public Equation {
      predictors = List.copyOf(predictors);
    }
  }

  public ChainVariable {
    if (column instanceof Column.Texts && categories.isEmpty()) {
      throw new IllegalArgumentException("texts are categories");
    }
    equation.ifPresent(given -> requireFit(given.method(), column, categories));
  }

  private static void requireFit(
      ImputationMethod method, Column column, Optional<Factor> categories) {
    boolean fits =
        switch (method) {
          case NORMAL -> categories.isEmpty();
          case PMM -> column instanceof Column.Numbers;
          case LOGISTIC -> categories.filter(c -> c.levels().size() <= 2).isPresent();
          case ORDINAL, MULTINOMIAL -> categories.isPresent();
        };
    if (!fits) {
      throw new IllegalArgumentException(method + " does not draw such values");
    }
  }

  /** Numbers as they are, of categories the place of the level; {@code NaN} is missing. */
  double[] places() {
    double[] places = new double[column.size()];
    for (int row = 0; row < places.length; row++) {
      places[row] = column.isMissing(row) ? Double.NaN : place(row);
    }
    return places;
  }

  private double place(int row) {
    return categories.map(c -> (double) c.codes().at(row)).orElseGet(() -> number(row));
  }

  private double number(int row) {
    return column instanceof Column.Numbers numbers ? numbers.at(row) : Double.NaN;
  }

  /** What a place stands for as a number. */
  double number(double place) {
    return categories.map(c -> Double.parseDouble(c.levels().get((int) place))).orElse(place);
  }

  /**
   * The column with its gaps filled.
   *
   * @param rows the gaps
   * @param filled the place for each of them
   */
  Column completed(int[] rows, Vector filled) {
    return switch (column) {
      case Column.Numbers numbers -> {
        double[] values = new double[numbers.size()];
        for (int row = 0; row < values.length; row++) {
          values[row] = numbers.at(row);
        }
        for (int i = 0; i < rows.length; i++) {
          values[rows[i]] = number(filled.at(i));
        }
        yield new Column.Numbers(values);
      }
      case Column.Texts texts -> {
        List<@Nullable String> values = new ArrayList<>();
        for (int row = 0; row < texts.size(); row++) {
          values.add(texts.at(row));
        }
        List<String> levels = categories.orElseThrow().levels();
        for (int i = 0; i < rows.length; i++) {
          values.set(rows[i], levels.get((int) filled.at(i)));
        }
        yield new Column.Texts(values);
      }
    };
  }
}
