package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.design.ModelFrame;
import org.absentia.statistics.regression.LinearRegression;
import org.absentia.statistics.regression.LinearRegression.CovarianceType;

/** {@code linear-regression}. */
final class LinearRegressionMethod implements RegressionMethod {
  @Override
  public String name() {
    return "linear-regression";
  }

  @Override
  public ObjectNode answer(StatisticsRequest request) {
    request.options("formula", "covarianceType", "diagnostics");
    return RegressionMethod.super.answer(request);
  }

  @Override
  public Fitted fit(StatisticsRequest request, Formula formula, Frame data) {
    CovarianceType type =
        request.choice("covarianceType", CovarianceType.class, CovarianceType.CLASSICAL);
    request.check();
    Expression response = Models.response(formula);
    ModelFrame frame = request.model(formula, Map.of(), data);
    Design design = Models.design(formula, frame);
    LinearRegression.Fit fit =
        new LinearRegression(type, request.level())
            .fit(design, frame.numbers(response, "/formula"));
    List<String> notes = new ArrayList<>(frame.notes());
    notes.addAll(fit.notes());
    ObjectNode answer = request.answer(name(), frame.n(), notes);
    Writing.put(answer, fit.table());
    Writing.put(answer, "residualSumOfSquares", fit.residualSumOfSquares());
    Writing.put(answer, "sigma", fit.sigma());
    Writing.put(answer, "rSquared", fit.rSquared());
    Writing.put(answer, "adjustedRSquared", fit.adjustedRSquared());
    answer.set("f", Writing.fTest(fit.f()));
    Writing.put(answer, "logLikelihood", fit.logLikelihood());
    return new Fitted(fit.table(), fit.design(), formula, frame, notes, answer);
  }
}
