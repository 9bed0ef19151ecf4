package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.design.ModelFrame;
import org.absentia.statistics.regression.RobustRegression;
import org.absentia.statistics.regression.RobustRegression.Estimator;
import org.absentia.statistics.regression.RobustRegression.Pseudovalues;

/** {@code robust-regression}. */
final class RobustRegressionMethod implements RegressionMethod {
  private static final List<String> OPTIONS = List.of("formula", "estimator", "tune", "tolerance");

  @Override
  public String name() {
    return "robust-regression";
  }

  @Override
  public Cost cost(Extent of) {
    double p = of.columns();
    return Cost.ofSquares(of.rows(), p, 40)
        .plus(Cost.ofWork(2000 * of.rows()))
        .plus(Cost.ofAnswer(of.rows() + p * p + 8 * p));
  }

  @Override
  public List<String> optionNames() {
    return OPTIONS;
  }

  @Override
  public Fitted fit(StatisticsRequest request, Formula formula, Frame data) {
    RobustRegression model =
        new RobustRegression(
            request.choice("estimator", Estimator.class, Estimator.RREG),
            positive(request, "tune", RobustRegression.RREG.tune()),
            positive(request, "tolerance", RobustRegression.RREG.tolerance()),
            request.level());
    request.check();
    ModelFrame frame = request.model(formula, Map.of(), data);
    Vector response = frame.numbers(Models.response(formula), "/formula");
    RobustRegression.Fit fit = model.fit(Models.design(formula, frame), response);
    List<String> notes = Models.notes(frame, fit.notes());
    ObjectNode answer = request.answer(name(), frame.n(), notes);
    Writing.put(answer, fit.table());
    answer.set("weights", Writing.perRow(frame.inputRows(), frame.rows(), fit.weights()));
    answer.put("converged", fit.converged());
    Writing.put(answer, "scale", fit.scale());
    writeRreg(answer, model.estimator(), fit, frame);
    return new Fitted(fit.table(), fit.design(), formula, frame, notes, answer);
  }

  private static double positive(StatisticsRequest request, String name, double usual) {
    double value = request.in().decimal(name).map(BigDecimal::doubleValue).orElse(usual);
    if (!(value > 0 && Double.isFinite(value))) {
      request.in().fault(name, "must be larger than 0");
      return usual;
    }
    return value;
  }

  /** The members that only RREG has; null for the others. */
  private static void writeRreg(
      ObjectNode answer, Estimator estimator, RobustRegression.Fit fit, ModelFrame frame) {
    if (estimator != Estimator.RREG) {
      List.of("droppedByCook", "iterations", "sigma", "rSquared", "f").forEach(answer::putNull);
      return;
    }
    ArrayNode dropped = answer.putArray("droppedByCook");
    for (int place : fit.dropped().array()) {
      dropped.add(frame.rows().at(place));
    }
    ArrayNode iterations = answer.putArray("iterations");
    for (RobustRegression.Iteration iteration : fit.iterations()) {
      ObjectNode step = iterations.addObject().put("phase", iteration.phase().name());
      Writing.put(step, "largestWeightChange", iteration.largestWeightChange());
    }
    Pseudovalues pseudo = fit.pseudovalues().orElseThrow();
    Writing.put(answer, "sigma", pseudo.sigma());
    Writing.put(answer, "rSquared", pseudo.rSquared());
    answer.set("f", Writing.fTest(pseudo.f()));
  }
}
