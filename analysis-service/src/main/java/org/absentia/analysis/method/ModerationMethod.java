package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.absentia.platform.json.JsonReader;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.data.LevelOrder;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.design.Term;
import org.absentia.statistics.design.Variable;
import org.absentia.statistics.regression.Moderation;

/** {@code moderation}, over any method that fits a formula. */
final class ModerationMethod implements Method {
  private static final List<String> OWN = List.of("method", "interaction", "at");
  private static final List<String> REGRESSIONS =
      List.of(
          "linear-regression", "robust-regression", "logistic-regression", "cox", "mixed-model");

  @Override
  public String name() {
    return "moderation";
  }

  @Override
  public Cost cost(Extent of) {
    return of.method()
        .filter(regression -> REGRESSIONS.contains(regression.name()))
        .map(regression -> regression.cost(of.withColumns(of.productColumns("interaction"))))
        .orElseGet(() -> Cost.ofWork(0))
        .plus(Cost.ofAnswer(10 * of.productColumns("interaction")));
  }

  @Override
  public ObjectNode answer(StatisticsRequest request) {
    RegressionMethod regression = regression(request);
    List<String> names = request.in().texts("interaction");
    if (names.size() != 2 || names.getFirst().equals(names.getLast())) {
      request.in().fault("interaction", "must name two variables");
    }
    Optional<List<String>> at = at(request);
    Formula asked = request.formula();
    Expression first = variable(asked, names, 0);
    Expression second = variable(asked, names, 1);
    Term product = new Term(List.of(first, second));
    RegressionMethod.Fitted fitted = regression.fit(request, asked.with(product), request.frame());
    Moderation moderation =
        new Moderation(fitted.table(), fitted.design(), fitted.formula(), product, request.level());
    Moderation.JointTest test = moderation.jointTest();
    List<String> notes = new ArrayList<>(fitted.notes());
    Map<String, Double> values = values(at, second, fitted);
    List<Moderation.Effect> effects =
        moderation.effects(columns(first, fitted), columns(second, fitted), values);
    if (!Double.isFinite(test.statistic())
        || effects.stream().anyMatch(effect -> Double.isNaN(effect.coefficient().estimate()))) {
      notes.add("the data do not determine the whole interaction: what is null is not defined");
    }
    ObjectNode answer = request.answer(name(), fitted.frame().n(), notes);
    answer.set("fit", fitted.answer());
    answer.set("interaction", written(test));
    ArrayNode rows = answer.putArray("effects");
    effects.forEach(effect -> rows.add(written(effect)));
    return answer;
  }

  /** The regression, whose options are the request's too. */
  private static RegressionMethod regression(StatisticsRequest request) {
    String name = request.in().requiredText("method");
    if (!REGRESSIONS.contains(name)
        || !(Methods.named(name).orElse(null) instanceof RegressionMethod regression)) {
      request.in().fault("method", "must be one of " + REGRESSIONS);
      request.check();
      throw new InputFault("/method", "must be one of " + REGRESSIONS);
    }
    request.options(Stream.concat(OWN.stream(), regression.optionNames().stream()).toList());
    return regression;
  }

  /** The values at which effects are wanted, as levels. */
  private static Optional<List<String>> at(StatisticsRequest request) {
    if (!request.in().has("at")) {
      return Optional.empty();
    }
    List<String> values = new ArrayList<>();
    for (JsonReader element : request.in().elements("at")) {
      JsonNode node = element.node();
      if (!node.isNumber() && !node.isTextual()) {
        request.in().fault("at", "must be an array of numbers or levels");
      }
      values.add(node.isNumber() ? LevelOrder.level(node.doubleValue()) : node.asText());
    }
    return Optional.of(values);
  }

  /** A variable of the formula by what it says there, or by its column. */
  private static Expression variable(Formula formula, List<String> names, int place) {
    String name = names.get(place).replace(" ", "");
    List<Expression> all =
        formula.terms().stream().flatMap(term -> term.factors().stream()).distinct().toList();
    return all.stream()
        .filter(variable -> variable.text().equals(name))
        .findFirst()
        .or(() -> all.stream().filter(variable -> variable.column().equals(name)).findFirst())
        .orElseThrow(
            () -> new InputFault("/interaction/" + place, "names no variable of the formula"));
  }

  /** The names of a variable's columns: of each level but the base, or of itself. */
  private static Map<String, Optional<String>> columns(
      Expression variable, RegressionMethod.Fitted fitted) {
    Map<String, Optional<String>> columns = new LinkedHashMap<>();
    switch (fitted.frame().variable(variable)) {
      case Variable.Numeric numeric -> columns.put(variable.text(), Optional.empty());
      case Variable.Categorical categorical -> {
        List<String> levels = categorical.factor().levels();
        for (int i = 0; i < levels.size(); i++) {
          if (i != categorical.factor().base()) {
            columns.put(variable.text() + "[" + levels.get(i) + "]", Optional.of(levels.get(i)));
          }
        }
      }
    }
    return columns;
  }

  /** The values of the second variable, by name: levels, or numbers. */
  private static Map<String, Double> values(
      Optional<List<String>> at, Expression second, RegressionMethod.Fitted fitted) {
    Map<String, Double> values = new LinkedHashMap<>();
    switch (fitted.frame().variable(second)) {
      case Variable.Categorical categorical -> {
        List<String> levels = categorical.factor().levels();
        for (String level : at.orElse(levels)) {
          if (!levels.contains(level)) {
            throw new InputFault("/at", "names a level that " + second.text() + " does not have");
          }
          values.put(level, Double.NaN);
        }
      }
      case Variable.Numeric numeric -> {
        boolean binary = numeric.values().isBinary();
        for (String value : at.orElse(binary ? List.of("0", "1") : List.of())) {
          values.put(value, number(value));
        }
      }
    }
    return values;
  }

  private static double number(String value) {
    try {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw new InputFault("/at", "needs numbers, since the second variable is one");
    }
    throw new InputFault("/at", "needs finite numbers");
  }

  private static ObjectNode written(Moderation.JointTest test) {
    ObjectNode out = Writing.object();
    ArrayNode terms = out.putArray("terms");
    test.terms().forEach(terms::add);
    out.put("distribution", test.df2().isPresent() ? "F" : "CHI_SQUARE");
    Writing.put(out, "statistic", test.statistic());
    out.put("df1", test.df1());
    Writing.put(out, "df2", test.df2().orElse(Double.NaN));
    Writing.put(out, "pValue", test.pValue());
    return out;
  }

  private static ObjectNode written(Moderation.Effect effect) {
    ObjectNode numbers = Writing.coefficient(effect.coefficient());
    return Writing.object()
        .put("term", effect.coefficient().term())
        .put("at", effect.at())
        .setAll(numbers);
  }
}
