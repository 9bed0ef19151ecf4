package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.design.Term;

/**
 * How large a request is. It reads options as they stand and takes what is missing or wrong for
 * small: the method itself finds the faults.
 */
final class Extent {
  private final StatisticsRequest request;
  private final JsonNode options;
  private final Map<String, Integer> known;
  private final double more;

  Extent(StatisticsRequest request) {
    this(request, request.in().node(), new HashMap<>(), 0);
  }

  private Extent(
      StatisticsRequest request, JsonNode options, Map<String, Integer> known, double more) {
    this.request = request;
    this.options = options;
    this.known = known;
    this.more = more;
  }

  /** The same data with the options of a member. */
  Extent part(String member) {
    return new Extent(request, options.path(member), known, 0);
  }

  /** The same with more columns than the formula has. */
  Extent withColumns(double moreColumns) {
    return new Extent(request, options, known, moreColumns);
  }

  double rows() {
    return request.frame().rows();
  }

  /** Comparisons that sorting all rows takes. */
  double sorting() {
    return rows() * Math.log(rows() + 2) / Math.log(2);
  }

  /**
   * A number of things from 1 to the most that the method takes; any other is a fault of its own.
   */
  double number(String option, double usual, double most) {
    double number = options.path(option).asDouble(usual);
    return number >= 1 && number <= most ? number : 1;
  }

  boolean flag(String option) {
    return options.path(option).asBoolean(false);
  }

  String text(String option) {
    return options.path(option).asText("");
  }

  /** How many elements or members an option has. */
  int count(String option) {
    return options.path(option).size();
  }

  boolean has(String option) {
    return options.hasNonNull(option);
  }

  /** The work of putting rows into the groups of a column. */
  Cost grouping(String option) {
    return Cost.ofWork(has(option) ? 2000 * rows() : 0);
  }

  /** The levels of the column that an option names; 1 without one. */
  double levels(String option) {
    return request.frame().find(text(option)).isPresent() ? levelsOf(text(option)) : 1;
  }

  /** The levels of a column. */
  double levelsOf(String column) {
    return known.computeIfAbsent(
        column, name -> request.frame().find(name).map(Extent::distinct).orElse(1));
  }

  private static int distinct(Column column) {
    Set<Object> found = new HashSet<>();
    for (int row = 0; row < column.size(); row++) {
      if (!column.isMissing(row)) {
        found.add(
            switch (column) {
              case Column.Numbers numbers -> numbers.at(row);
              case Column.Texts texts -> String.valueOf(texts.at(row));
            });
      }
    }
    return found.size();
  }

  /** The formula, if it can be read. */
  Optional<Formula> formula() {
    try {
      return Optional.of(Formula.parse(text("formula"), "/formula"));
    } catch (InputFault unreadable) {
      return Optional.empty();
    }
  }

  /** The columns of the formula's design. */
  double columns() {
    return formula().map(formula -> 1 + more + columns(formula.terms())).orElse(1.0);
  }

  double columns(List<Term> terms) {
    double sum = 0;
    for (Term term : terms) {
      double product = 1;
      for (Expression factor : term.factors()) {
        product *= width(factor);
      }
      sum += product;
    }
    return sum;
  }

  /** A number, or a dummy for each level but one. */
  double width(Expression variable) {
    return isCategorical(variable) ? Math.max(1, levelsOf(variable.column()) - 1) : 1;
  }

  private boolean isCategorical(Expression variable) {
    return switch (variable) {
      case Expression.Name name ->
          request.frame().find(name.column()).filter(Column.Texts.class::isInstance).isPresent();
      case Expression.Call call -> call.function() == Expression.Function.FACTOR;
      case Expression.Power power -> false;
    };
  }

  /** The levels of the formula's left side. */
  double outcomes() {
    return formula()
        .flatMap(Formula::response)
        .map(response -> levelsOf(response.column()))
        .orElse(2.0);
  }

  /** The columns of the random part of a mixed model. */
  double randomColumns() {
    return formula()
        .flatMap(Formula::grouping)
        .map(random -> (random.intercept() ? 1 : 0) + columns(random.slopes()))
        .orElse(0.0);
  }

  /** The groups of the random part of a mixed model. */
  double groups() {
    return formula()
        .flatMap(Formula::grouping)
        .map(random -> levelsOf(random.group().column()))
        .orElse(1.0);
  }

  /** The levels of the columns that an option lists, multiplied. */
  double product(String option) {
    double product = 1;
    for (JsonNode column : options.path(option)) {
      product *= Math.max(1, levelsOf(column.asText()));
    }
    return product;
  }

  /** The length of an array in the first element of an option. */
  double firstSize(String option, String member) {
    return options.path(option).path(0).path(member).size();
  }

  /** The method that the option {@code method} names. */
  Optional<Method> method() {
    return Methods.named(text("method"));
  }

  /** The columns of the product of variables that an option lists. */
  double productColumns(String option) {
    double product = 1;
    for (JsonNode name : options.path(option)) {
      product *= widthOf(name.asText());
    }
    return product;
  }

  private double widthOf(String name) {
    return formula().stream()
        .flatMap(formula -> formula.variables().stream())
        .filter(variable -> variable.text().equals(name) || variable.column().equals(name))
        .mapToDouble(this::width)
        .max()
        .orElse(1);
  }

  /** The names that an option lists, as columns or as {@code factor(column)}. */
  List<Expression> variables(String option) {
    List<Expression> variables = new ArrayList<>();
    for (JsonNode name : options.path(option)) {
      try {
        variables.add(Variables.of(request, name.asText(), "/" + option));
      } catch (InputFault unreadable) {
        continue; // the method names it
      }
    }
    return variables;
  }

  /** Whether the column has gaps. */
  boolean isIncomplete(String column) {
    return request
        .frame()
        .find(column)
        .filter(c -> IntStream.range(0, c.size()).anyMatch(c::isMissing))
        .isPresent();
  }
}
