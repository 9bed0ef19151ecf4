package org.absentia.statistics.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Vector;

/**
 * The columns that a model's coefficients multiply.
 *
 * @param columns the intercept first, then term by term; within a term the first factor's level
 *     runs fastest
 */
public record Design(List<Part> columns, int n) {
  /** The name of the column of ones, as R has it. */
  public static final String INTERCEPT = "(Intercept)";

  public Design {
    columns = List.copyOf(columns);
  }

  /**
   * One column.
   *
   * @param name the name of its coefficient, {@code arm[UC+MI]:age}
   * @param term the place of its term in the formula; -1 for the intercept
   */
  public record Part(String name, int term, Vector values) {
    /** The column of n ones. */
    public static Part intercept(int n) {
      return new Part(INTERCEPT, -1, Vector.constant(1, n));
    }
  }

  /** The columns of a formula's terms in a model's rows. */
  public static Design of(Formula formula, ModelFrame frame) {
    return of(formula.terms(), formula.intercept(), frame);
  }

  /** The columns of some terms in a model's rows. */
  public static Design of(List<Term> terms, boolean intercept, ModelFrame frame) {
    List<Part> columns = new ArrayList<>();
    if (intercept) {
      columns.add(Part.intercept(frame.n()));
    }
    for (int i = 0; i < terms.size(); i++) {
      columns.addAll(columns(terms.get(i), i, frame));
    }
    return new Design(columns, frame.n());
  }

  private static List<Part> columns(Term term, int place, ModelFrame frame) {
    List<Part> product = columns(term.factors().getFirst(), place, frame);
    for (Expression factor : term.factors().subList(1, term.order())) {
      product = products(product, columns(factor, place, frame));
    }
    return product;
  }

  private static List<Part> columns(Expression variable, int place, ModelFrame frame) {
    return switch (frame.variable(variable)) {
      case Variable.Numeric numeric -> List.of(new Part(variable.text(), place, numeric.values()));
      case Variable.Categorical categorical ->
          dummies(variable.text(), place, categorical.factor());
    };
  }

  private static List<Part> dummies(String name, int place, Factor factor) {
    List<Part> dummies = new ArrayList<>();
    for (int level = 0; level < factor.levels().size(); level++) {
      if (level != factor.base()) {
        int code = level;
        double[] values =
            Arrays.stream(factor.codes().array()).mapToDouble(c -> c == code ? 1 : 0).toArray();
        dummies.add(
            new Part(name + "[" + factor.levels().get(level) + "]", place, Vector.of(values)));
      }
    }
    return dummies;
  }

  /** Every product; the first factor's level runs fastest. */
  private static List<Part> products(List<Part> first, List<Part> second) {
    List<Part> products = new ArrayList<>();
    for (Part slow : second) {
      for (Part fast : first) {
        double[] values = new double[fast.values().size()];
        for (int row = 0; row < values.length; row++) {
          values[row] = fast.values().at(row) * slow.values().at(row);
        }
        products.add(new Part(fast.name() + ":" + slow.name(), fast.term(), Vector.of(values)));
      }
    }
    return products;
  }

  /** How many columns there are. */
  public int p() {
    return columns.size();
  }

  /** The names of the coefficients, in order. */
  public List<String> names() {
    return columns.stream().map(Part::name).toList();
  }

  /** The numbers, a column each; not copied. */
  public double[][] values() {
    return columns.stream().map(part -> part.values().array()).toArray(double[][]::new);
  }

  /** Whether the first column is the intercept. */
  public boolean hasIntercept() {
    return !columns.isEmpty() && columns.getFirst().term() < 0;
  }

  /** Only some of the columns, in order. */
  public Design only(int... places) {
    return new Design(Arrays.stream(places).mapToObj(columns::get).toList(), n);
  }

  /** Only some of the rows, in order. */
  public Design rows(int... rows) {
    return new Design(
        columns.stream()
            .map(
                part ->
                    new Part(
                        part.name(),
                        part.term(),
                        Vector.of(Arrays.stream(rows).mapToDouble(part.values()::at).toArray())))
            .toList(),
        rows.length);
  }
}
