package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.regression.MultinomialRegression;
import org.absentia.statistics.table.Coefficient;
import org.absentia.statistics.table.CoefficientTable;

/** {@code multinomial-regression}. */
final class MultinomialRegressionMethod implements RegressionMethod {
  private static final List<String> OPTIONS = List.of("formula", "weight");

  @Override
  public String name() {
    return "multinomial-regression";
  }

  @Override
  public Cost cost(Extent of) {
    double equations = Math.max(1, of.outcomes() - 1);
    double p = of.columns();
    double all = equations * p;
    return Cost.ofSquares(of.rows(), p, 12 * equations * equations)
        .plus(Cost.ofSquares(0, all, 25))
        .plus(new Cost(1000 * of.rows() * equations, 40 * of.rows() * equations))
        .plus(Cost.ofAnswer(all * all + 8 * all));
  }

  @Override
  public List<String> optionNames() {
    return OPTIONS;
  }

  @Override
  public Fitted fit(StatisticsRequest request, Formula formula, Frame data) {
    CategoricalData rows = CategoricalData.of(request, formula, data);
    MultinomialRegression.Fit fit =
        new MultinomialRegression(request.level())
            .fit(rows.design(), rows.outcome(), rows.counts());
    List<String> notes = rows.notes(fit.notes());
    ObjectNode answer = request.answer(name(), rows.frame().n(), notes);
    answer.put("base", rows.outcome().levels().get(rows.outcome().base()));
    ArrayNode equations = answer.putArray("equations");
    for (MultinomialRegression.Equation equation : fit.equations()) {
      equations
          .addObject()
          .put("level", equation.level())
          .set("coefficients", Writing.coefficients(equation.table()));
    }
    answer.set("covariance", Writing.matrix(fit.covariance()));
    answer.putNull("degreesOfFreedom");
    Writing.put(answer, "logLikelihood", fit.logLikelihood());
    answer.put("converged", fit.converged());
    return new Fitted(table(fit), fit.design(), formula, rows.frame(), notes, answer);
  }

  /** The equations one after another, each term behind its level. */
  private static CoefficientTable table(MultinomialRegression.Fit fit) {
    List<Coefficient> all =
        fit.equations().stream()
            .flatMap(
                equation ->
                    equation.table().coefficients().stream()
                        .map(row -> row.named(equation.level() + ":" + row.term())))
            .toList();
    return new CoefficientTable(all, fit.covariance(), OptionalDouble.empty());
  }
}
