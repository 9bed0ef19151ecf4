package org.absentia.analysis.method;

import java.util.LinkedHashMap;
import java.util.Map;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Formula;

/** What chained equations and the analyses of the completed data sets cost. */
final class ImputationCost {
  private static final int USUAL = 10;

  private ImputationCost() {}

  static Cost of(Extent of) {
    double imputations = of.number("imputations", USUAL, MultipleImputationMethod.MOST_IMPUTATIONS);
    double iterations = of.number("iterations", USUAL, MultipleImputationMethod.MOST_ITERATIONS);
    Extent analysis = of.part("analysis");
    Map<String, Double> widths = widths(of, analysis);
    double predictors = 1 + widths.values().stream().mapToDouble(Double::doubleValue).sum();
    Cost cost = Cost.ofSquares(of.rows(), predictors, 0);
    double incomplete = 0;
    for (Map.Entry<String, Double> variable : widths.entrySet()) {
      if (of.isIncomplete(variable.getKey())) {
        incomplete++;
        cost = cost.plus(step(of, predictors, variable.getValue()).times(imputations * iterations));
      }
    }
    double completed = of.flag("completed") ? imputations * incomplete * of.rows() : 0;
    return cost.plus(new Cost(0, 10 * imputations * incomplete * of.rows()))
        .plus(
            analysis
                .method()
                .map(method -> method.cost(analysis))
                .orElse(Cost.ofWork(0))
                .times(imputations))
        .plus(Cost.ofAnswer(completed + 2 * imputations * iterations * incomplete));
  }

  /** The columns by which each variable predicts others. */
  private static Map<String, Double> widths(Extent of, Extent analysis) {
    Map<String, Double> widths = new LinkedHashMap<>();
    // the groups of a mixed model predict nothing unless named as auxiliary
    analysis.formula().stream()
        .flatMap(
            formula -> formula.variables().stream().filter(variable -> !isGroup(variable, formula)))
        .forEach(variable -> add(variable, of, widths));
    of.variables("auxiliary").forEach(variable -> add(variable, of, widths));
    return widths;
  }

  private static boolean isGroup(Expression variable, Formula formula) {
    return formula.grouping().filter(random -> random.group().equals(variable)).isPresent();
  }

  private static void add(Expression variable, Extent of, Map<String, Double> widths) {
    widths.merge(variable.column(), of.width(variable), Math::max);
  }

  /** One regression of a variable on all others and its draws; augmented rows for categories. */
  private static Cost step(Extent of, double predictors, double own) {
    if (own <= 1) {
      return Cost.ofSquares(of.rows(), predictors, 2)
          .plus(Cost.ofWork(12 * of.sorting() + 100 * of.rows()));
    }
    double rows = of.rows() + 2 * predictors * (own + 1);
    return Cost.ofSquares(rows, predictors, 3 * own * own)
        .plus(Cost.ofSquares(0, predictors * own, 6))
        .plus(Cost.ofWork(400 * rows * own));
  }
}
