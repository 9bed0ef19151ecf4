package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.absentia.analysis.method.Streamed.Field;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Expression.Name;
import org.absentia.statistics.design.ModelFrame;
import org.absentia.statistics.survival.KaplanMeier;
import org.absentia.statistics.survival.KaplanMeier.IntervalType;
import org.absentia.statistics.survival.SurvivalCurve;
import org.absentia.statistics.survival.SurvivalCurve.Steps;
import org.absentia.statistics.table.Coefficient;

/** {@code kaplan-meier}. */
final class KaplanMeierMethod implements Method {
  @Override
  public String name() {
    return "kaplan-meier";
  }

  @Override
  public Cost cost(Extent of) {
    double times = Math.min(of.rows(), of.levels("time") * of.levels("group"));
    return Cost.ofWork(30 * of.sorting() + 300 * of.rows()).plus(Cost.ofAnswer(9 * times));
  }

  @Override
  public ObjectNode answer(StatisticsRequest request) {
    request.options("time", "event", "group", "interval", "tau");
    FollowUps columns = FollowUps.of(request);
    Optional<Name> group = request.optionalColumn("group");
    KaplanMeier method =
        new KaplanMeier(
            request.choice("interval", IntervalType.class, IntervalType.LOG_LOG),
            request.level(),
            tau(request));
    request.check();
    Map<Expression, String> uses = columns.uses();
    group.ifPresent(column -> uses.put(column, "group"));
    ModelFrame frame = FollowUps.completeRows(request, uses);
    Optional<Factor> groups = group.map(column -> frame.factor(column, request.order()));
    List<SurvivalCurve> curves = method.estimate(columns.times(frame), groups);
    ObjectNode answer = request.answer(name(), frame.n(), notes(frame, curves));
    ArrayNode results = answer.putArray("results");
    curves.forEach(curve -> results.add(result(curve)));
    if (method.tau().isPresent() && groups.isPresent()) {
      ArrayNode differences = answer.putArray("restrictedMeanDifferences");
      method.differences(curves).forEach(row -> differences.add(difference(row, curves)));
    }
    return answer;
  }

  private static OptionalDouble tau(StatisticsRequest request) {
    Optional<Double> tau = request.in().decimal("tau").map(BigDecimal::doubleValue);
    if (tau.isPresent() && !(tau.get() > 0 && Double.isFinite(tau.get()))) {
      request.in().fault("tau", "must be positive");
    }
    return tau.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private static List<String> notes(ModelFrame frame, List<SurvivalCurve> curves) {
    List<String> notes = new ArrayList<>(frame.notes());
    for (SurvivalCurve curve : curves) {
      String whose = curve.group().map(group -> " of " + group).orElse("");
      if (curve.events() == 0) {
        notes.add("there is no event" + whose + ": the curve stays at 1");
      }
      if (Double.isNaN(curve.median().value())) {
        notes.add("the curve" + whose + " never comes down to 1/2: it has no median");
      }
      if (Double.isNaN(curve.restrictedMean().value())) {
        notes.add("the curve" + whose + " is not known up to tau: it has no restricted mean there");
      }
    }
    return notes;
  }

  private static ObjectNode result(SurvivalCurve curve) {
    ObjectNode out = Writing.object();
    curve.group().ifPresentOrElse(group -> out.put("group", group), () -> out.putNull("group"));
    out.put("n", curve.n()).put("events", curve.events());
    out.set("steps", steps(curve.steps()));
    Writing.put(out, "median", curve.median().value());
    out.set("medianInterval", Writing.array(curve.median().lower(), curve.median().upper()));
    ObjectNode mean = out.putObject("restrictedMean");
    Writing.put(mean, "value", curve.restrictedMean().value());
    Writing.put(mean, "standardError", curve.restrictedMean().standardError());
    Writing.put(mean, "upTo", curve.restrictedMean().upTo());
    return out;
  }

  private static JsonNode steps(Steps steps) {
    return Streamed.objects(
        Field.number("time", steps.times()),
        Field.count("atRisk", steps.atRisk()),
        Field.count("events", steps.events()),
        Field.count("censored", steps.censored()),
        Field.number("survival", steps.survival()),
        Field.number("standardError", steps.standardError()),
        Field.number("lower", steps.lower()),
        Field.number("upper", steps.upper()));
  }

  private static ObjectNode difference(Coefficient row, List<SurvivalCurve> curves) {
    ObjectNode out = Writing.object().put("group", row.term());
    out.put("reference", curves.getFirst().group().orElseThrow());
    Writing.put(out, "estimate", row.estimate());
    Writing.put(out, "standardError", row.standardError());
    Writing.put(out, "statistic", row.statistic());
    Writing.put(out, "pValue", row.pValue());
    Writing.put(out, "confidenceInterval", row.interval());
    return out;
  }
}
