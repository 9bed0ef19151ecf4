package org.absentia.statistics.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.data.LevelOrder;
import org.absentia.statistics.data.Vector;

/**
 * The variables of a model in the rows in which none of them is missing.
 *
 * @param rows the places of these rows in the input, in order
 * @param inputRows how many rows the input has
 * @param notes what a reader must know, such as values that a function does not have
 */
public record ModelFrame(
    Indexes rows, int inputRows, Map<Expression, Variable> variables, List<String> notes) {

  /**
   * Reads the variables of a model.
   *
   * @param uses each variable, and the place of the request that names it
   * @throws InputFault for a column that is not there, or that is not what a function needs
   */
  public static ModelFrame of(Frame frame, LevelOrder order, Map<Expression, String> uses) {
    Map<Expression, Column> columns = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    uses.forEach(
        (use, place) -> columns.put(use, new Reading(frame, order, place, notes).column(use)));
    Indexes rows = completeRows(columns.values(), frame.rows());
    Map<Expression, Variable> variables = new LinkedHashMap<>();
    columns.forEach((use, column) -> variables.put(use, variable(use, column, order, rows)));
    variables.forEach((use, variable) -> noteReference(use.column(), variable, order, notes));
    return new ModelFrame(rows, frame.rows(), variables, notes);
  }

  /** Goes column by column, which is how the numbers lie in memory. */
  private static Indexes completeRows(Collection<Column> columns, int n) {
    boolean[] incomplete = new boolean[n];
    for (Column column : columns) {
      for (int row = 0; row < n; row++) {
        incomplete[row] |= column.isMissing(row);
      }
    }
    return Indexes.of(IntStream.range(0, n).filter(row -> !incomplete[row]).toArray());
  }

  private static Variable variable(Expression use, Column column, LevelOrder order, Indexes rows) {
    if (column instanceof Column.Numbers numbers && !isFactor(use)) {
      double[] values = new double[rows.size()];
      for (int i = 0; i < rows.size(); i++) {
        values[i] = numbers.at(rows.at(i));
      }
      return new Variable.Numeric(isScore(use) ? ranks(values) : Vector.of(values));
    }
    return new Variable.Categorical(Factor.of(use.column(), column, order, rows));
  }

  private static void noteReference(
      String column, Variable variable, LevelOrder order, List<String> notes) {
    String base = order.reference().get(column);
    if (base != null
        && variable instanceof Variable.Categorical categorical
        && !categorical.factor().levels().contains(base)) {
      notes.add("no row used has the reference " + base + " of " + column);
    }
  }

  /** Levels that only rows left out had are not counted: 1, 2, ... of those that remain. */
  private static Vector ranks(double[] scores) {
    double[] levels = Arrays.stream(scores).distinct().sorted().toArray();
    return Vector.of(
        Arrays.stream(scores).map(score -> Arrays.binarySearch(levels, score) + 1).toArray());
  }

  private static boolean isScore(Expression use) {
    return use instanceof Expression.Call call && call.function() == Expression.Function.SCORE;
  }

  private static boolean isFactor(Expression use) {
    return use instanceof Expression.Call call && call.function() == Expression.Function.FACTOR;
  }

  /** Evaluates expressions over all rows of the input; what a function does not have is missing. */
  private record Reading(Frame frame, LevelOrder order, String place, List<String> notes) {
    Column column(Expression use) {
      return switch (use) {
        case Expression.Name name -> named(name.column());
        case Expression.Power power -> mapped(use, power.argument(), power(power.exponent()));
        case Expression.Call call -> called(call);
      };
    }

    private Column called(Expression.Call call) {
      return switch (call.function()) {
        case LOG -> mapped(call, call.argument(), Math::log);
        case SQRT -> mapped(call, call.argument(), Math::sqrt);
        case EXP -> mapped(call, call.argument(), Math::exp);
        case FACTOR -> column(call.argument());
        case SCORE -> scores(call);
      };
    }

    private static DoubleUnaryOperator power(int exponent) {
      return x -> Math.pow(x, exponent);
    }

    private Column named(String name) {
      return frame
          .find(name)
          .orElseThrow(() -> new InputFault(place, "names a column that is not in the data"));
    }

    private Column mapped(Expression whole, Expression argument, DoubleUnaryOperator function) {
      if (!(column(argument) instanceof Column.Numbers numbers)) {
        throw new InputFault(place, "needs numbers in " + argument.text());
      }
      double[] values = new double[numbers.size()];
      boolean lost = false;
      for (int row = 0; row < values.length; row++) {
        values[row] = function.applyAsDouble(numbers.at(row));
        lost |= !numbers.isMissing(row) && !Double.isFinite(values[row]);
      }
      if (lost) {
        notes.add("values of which " + whole.text() + " is not finite count as missing");
      }
      return new Column.Numbers(values);
    }

    private Column scores(Expression.Call call) {
      Column column = column(call.argument());
      Indexes all = Indexes.of(IntStream.range(0, frame.rows()).toArray());
      Indexes codes = Factor.of(call.column(), column, order, all).codes();
      double[] values = new double[codes.size()];
      for (int row = 0; row < codes.size(); row++) {
        values[row] = codes.at(row) < 0 ? Double.NaN : codes.at(row) + 1;
      }
      return new Column.Numbers(values);
    }
  }

  /** The number of complete rows. */
  public int n() {
    return rows.size();
  }

  /** How many rows were left out. */
  public int dropped() {
    return inputRows - rows.size();
  }

  /** What an expression is in the complete rows. */
  public Variable variable(Expression use) {
    Variable variable = variables.get(use);
    if (variable == null) {
      throw new IllegalArgumentException("not a variable of this model: " + use.text());
    }
    return variable;
  }

  /**
   * The numbers of a variable.
   *
   * @throws InputFault at {@code place} when it has categories
   */
  public Vector numbers(Expression use, String place) {
    return switch (variable(use)) {
      case Variable.Numeric numeric -> numeric.values();
      case Variable.Categorical categories ->
          throw new InputFault(place, "needs numbers in " + use.text());
    };
  }

  /** The categories of a variable; numbers become categories in order of value. */
  public Factor factor(Expression use, LevelOrder order) {
    return switch (variable(use)) {
      case Variable.Categorical categorical -> categorical.factor();
      case Variable.Numeric numeric ->
          Factor.of(
              use.column(),
              new Column.Numbers(numeric.values().array()),
              order,
              Indexes.of(IntStream.range(0, n()).toArray()));
    };
  }
}
