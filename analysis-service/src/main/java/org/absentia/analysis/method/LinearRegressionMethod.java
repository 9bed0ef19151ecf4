package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.design.ModelFrame;
import org.absentia.statistics.regression.LinearRegression;
import org.absentia.statistics.regression.LinearRegression.CovarianceType;
import org.absentia.statistics.regression.RegressionDiagnostics;
import org.absentia.statistics.regression.RegressionDiagnostics.Inflation;

/** {@code linear-regression}. */
final class LinearRegressionMethod implements RegressionMethod {
  private static final List<String> OPTIONS =
      List.of("formula", "weight", "covarianceType", "diagnostics");

  @Override
  public String name() {
    return "linear-regression";
  }

  @Override
  public Cost cost(Extent of) {
    double p = of.columns();
    double perRow = of.flag("diagnostics") ? 6 : 0;
    return Cost.ofSquares(of.rows(), p, 8)
        .plus(Cost.ofWork(600 * of.rows()))
        .plus(Cost.ofAnswer(perRow * of.rows() + p * p + 8 * p));
  }

  @Override
  public List<String> optionNames() {
    return OPTIONS;
  }

  @Override
  public Fitted fit(StatisticsRequest request, Formula formula, Frame data) {
    CovarianceType type =
        request.choice("covarianceType", CovarianceType.class, CovarianceType.CLASSICAL);
    boolean diagnostics = request.in().bool("diagnostics", false);
    CaseWeights weights = CaseWeights.of(request, data);
    request.check();
    ModelFrame frame = request.model(formula, weights.uses(), weights.data());
    Vector response = frame.numbers(Models.response(formula), "/formula");
    Design design = Models.design(formula, frame);
    LinearRegression model = new LinearRegression(type, request.level());
    LinearRegression.Fit fit =
        weights
            .in(frame)
            .map(w -> model.fit(design, response, w))
            .orElseGet(() -> model.fit(design, response));
    List<String> notes = Models.notes(frame, weights, fit.notes());
    ObjectNode answer = request.answer(name(), frame.n(), notes);
    Writing.put(answer, fit.table());
    Writing.put(answer, "residualSumOfSquares", fit.residualSumOfSquares());
    Writing.put(answer, "sigma", fit.sigma());
    Writing.put(answer, "rSquared", fit.rSquared());
    Writing.put(answer, "adjustedRSquared", fit.adjustedRSquared());
    answer.set("f", Writing.fTest(fit.f()));
    Writing.put(answer, "logLikelihood", fit.logLikelihood());
    if (diagnostics) {
      answer.set("diagnostics", diagnostics(fit, formula, frame));
    }
    return new Fitted(fit.table(), fit.design(), formula, frame, notes, answer);
  }

  private static ObjectNode diagnostics(
      LinearRegression.Fit fit, Formula formula, ModelFrame frame) {
    RegressionDiagnostics found = RegressionDiagnostics.of(fit);
    Map<String, Vector> perRow = new LinkedHashMap<>();
    perRow.put("fitted", fit.fitted());
    perRow.put("residuals", fit.residuals());
    perRow.put("leverage", found.leverage());
    perRow.put("cooksDistance", found.cooksDistance());
    perRow.put("standardised", found.standardised());
    perRow.put("studentised", found.studentised());
    ObjectNode out = Writing.object();
    perRow.forEach(
        (name, values) -> out.set(name, Writing.perRow(frame.inputRows(), frame.rows(), values)));
    ArrayNode columns = out.putArray("varianceInflation");
    for (Inflation inflation : found.varianceInflation()) {
      ObjectNode one = columns.addObject();
      one.put("term", fit.design().columns().get(inflation.place()).name());
      Writing.put(one, "value", inflation.value());
    }
    ArrayNode terms = out.putArray("generalisedVarianceInflation");
    for (Inflation inflation : found.generalisedVarianceInflation()) {
      ObjectNode one = terms.addObject();
      one.put("term", formula.terms().get(inflation.place()).text());
      Writing.put(one, "value", inflation.value());
      one.put("degreesOfFreedom", inflation.degreesOfFreedom());
      Writing.put(one, "perDegree", inflation.perDegree());
    }
    Writing.put(out.putObject("breuschPagan"), found.breuschPagan());
    return out;
  }
}
