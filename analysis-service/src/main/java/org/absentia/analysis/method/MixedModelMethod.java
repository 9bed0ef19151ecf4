package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.absentia.platform.json.JsonReader;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.design.ModelFrame;
import org.absentia.statistics.mixed.Contrast;
import org.absentia.statistics.mixed.Covariance;
import org.absentia.statistics.mixed.MixedFit;
import org.absentia.statistics.mixed.MixedModel;
import org.absentia.statistics.mixed.MixedModel.Estimation;
import org.absentia.statistics.mixed.MixedModel.Fallback;
import org.absentia.statistics.mixed.TermTest;
import org.absentia.statistics.table.Coefficient;

/** {@code mixed-model}. */
final class MixedModelMethod implements RegressionMethod {
  private static final List<String> OPTIONS =
      List.of("formula", "estimation", "covariance", "fallback", "contrasts");

  @Override
  public String name() {
    return "mixed-model";
  }

  @Override
  public Cost cost(Extent of) {
    double p = of.columns();
    double q = of.randomColumns();
    double groups = of.groups();
    double evaluations = q == 1 ? 30 : 60 * q;
    double perGroup = q * q * (q + p + 1) + q * (p + 1) * (p + 1) + q * q * q * q / 2;
    return Cost.ofSquares(of.rows(), p + q + 1, 6)
        .plus(Cost.ofWork(1500 * of.rows()))
        .plus(new Cost(evaluations * 2 * groups * perGroup, 8 * groups * q * (p + q + 10)))
        .plus(Cost.ofAnswer(groups * (1 + q) + p * p + 8 * p));
  }

  @Override
  public List<String> optionNames() {
    return OPTIONS;
  }

  @Override
  public Fitted fit(StatisticsRequest request, Formula formula, Frame data) {
    MixedModel model = model(request);
    List<Contrast> contrasts = contrasts(request);
    request.check();
    Expression response = Models.response(formula);
    Formula.Grouping grouping = grouping(formula);
    ModelFrame frame = request.model(formula, Map.of(), data);
    Design fixed = Models.design(formula, frame);
    Design random = Design.of(grouping.slopes(), grouping.intercept(), frame);
    MixedFit fit =
        model.fit(
            fixed,
            random,
            frame.factor(grouping.group(), request.order()),
            frame.numbers(response, "/formula"));
    List<String> notes = new ArrayList<>(frame.notes());
    notes.addAll(fit.notes());
    List<Coefficient> combined =
        contrasts.stream()
            .map(contrast -> contrast.of(fit.table(), fixed.names(), model.level()))
            .toList();
    if (combined.stream().anyMatch(contrast -> Double.isNaN(contrast.estimate()))) {
      notes.add("contrasts that name a dropped term are not defined");
    }
    ObjectNode answer = request.answer(name(), frame.n(), notes);
    MixedModelWriting.put(answer, fit, model.covariance());
    ArrayNode rows = answer.putArray("contrasts");
    combined.forEach(contrast -> rows.add(MixedModelWriting.contrast(contrast)));
    answer.set(
        "termTests",
        MixedModelWriting.tests(TermTest.of(formula.terms(), fit.design(), fit.table())));
    return new Fitted(fit.table(), fit.design(), formula, frame, notes, answer);
  }

  private static MixedModel model(StatisticsRequest request) {
    return new MixedModel(
        request.choice("estimation", Estimation.class, Estimation.ML),
        request.choice("covariance", Covariance.class, Covariance.UNSTRUCTURED),
        request.choice("fallback", Fallback.class, Fallback.NONE),
        request.level());
  }

  private static Formula.Grouping grouping(Formula formula) {
    Formula.Grouping grouping =
        formula
            .grouping()
            .orElseThrow(() -> new InputFault("/formula", "needs a grouping term, (1 | id)"));
    if (!grouping.intercept() && grouping.slopes().isEmpty()) {
      throw new InputFault("/formula", "has nothing that varies between groups");
    }
    return grouping;
  }

  private static List<Contrast> contrasts(StatisticsRequest request) {
    List<Contrast> contrasts = new ArrayList<>();
    request
        .in()
        .object("contrasts")
        .ifPresent(
            all ->
                all.node()
                    .fieldNames()
                    .forEachRemaining(
                        name ->
                            all.object(name)
                                .ifPresent(
                                    one -> contrasts.add(new Contrast(name, weights(one))))));
    return contrasts;
  }

  private static Map<String, Double> weights(JsonReader contrast) {
    Map<String, Double> weights = new LinkedHashMap<>();
    Iterator<String> terms = contrast.node().fieldNames();
    while (terms.hasNext()) {
      String term = terms.next();
      contrast.decimal(term).ifPresent(weight -> weights.put(term, weight.doubleValue()));
    }
    return weights;
  }
}
