package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.design.ModelFrame;
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
    CaseWeights weights = CaseWeights.of(request, data);
    request.check();
    ModelFrame frame = request.model(formula, weights.uses(), weights.data());
    Factor outcome = frame.factor(Models.response(formula), request.order());
    Design design = Models.design(formula, frame);
    OrdinalRegression model = new OrdinalRegression(request.level());
    OrdinalRegression.Fit fit =
        weights
            .in(frame)
            .map(counts -> model.fit(design, outcome, counts))
            .orElseGet(() -> model.fit(design, outcome));
    List<String> notes = Models.notes(frame, weights, fit.notes());
    ObjectNode answer = request.answer(name(), frame.n(), notes);
    answer.set("coefficients", Writing.coefficients(fit.coefficients()));
    answer.set("thresholds", Writing.coefficients(fit.thresholds()));
    answer.set("covariance", Writing.matrix(fit.table().covariance()));
    answer.putNull("degreesOfFreedom");
    Writing.put(answer, "logLikelihood", fit.logLikelihood());
    answer.put("converged", fit.converged());
    return new Fitted(fit.table(), fit.design(), formula, frame, notes, answer);
  }
}
