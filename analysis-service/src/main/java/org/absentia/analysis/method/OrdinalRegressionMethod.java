package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.regression.OrdinalRegression;

/** {@code ordinal-regression}. */
final class OrdinalRegressionMethod implements RegressionMethod {
  private static final List<String> OPTIONS = List.of("formula", "weight");

  @Override
  public String name() {
    return "ordinal-regression";
  }

  @Override
  public Cost cost(Extent of) {
    double p = of.columns();
    double all = p + of.outcomes();
    return Cost.ofSquares(of.rows(), p, 25)
        .plus(Cost.ofSquares(0, all, 25))
        .plus(Cost.ofWork(3000 * of.rows()))
        .plus(Cost.ofAnswer(all * all + 8 * all));
  }

  @Override
  public List<String> optionNames() {
    return OPTIONS;
  }

  @Override
  public Fitted fit(StatisticsRequest request, Formula formula, Frame data) {
    CategoricalData rows = CategoricalData.of(request, formula, data);
    OrdinalRegression.Fit fit =
        new OrdinalRegression(request.level()).fit(rows.design(), rows.outcome(), rows.counts());
    List<String> notes = rows.notes(fit.notes());
    ObjectNode answer = request.answer(name(), rows.frame().n(), notes);
    answer.set("coefficients", Writing.coefficients(fit.coefficients()));
    answer.set("thresholds", Writing.coefficients(fit.thresholds()));
    answer.set("covariance", Writing.matrix(fit.table().covariance()));
    answer.putNull("degreesOfFreedom");
    Writing.put(answer, "logLikelihood", fit.logLikelihood());
    answer.put("converged", fit.converged());
    return new Fitted(fit.table(), fit.design(), formula, rows.frame(), notes, answer);
  }
}
