package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.absentia.statistics.describe.QuantileInterval;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Expression.Name;

/** {@code median-interval}. */
final class MedianIntervalMethod implements Method {
  @Override
  public String name() {
    return "median-interval";
  }

  @Override
  public Cost cost(Extent of) {
    return Cost.ofWork(40 * of.sorting() + 200 * of.rows() + 60_000 * of.levels("group"))
        .plus(of.grouping("group"))
        .plus(Cost.ofAnswer(10 * of.levels("group")));
  }

  @Override
  public ObjectNode answer(StatisticsRequest request) {
    request.options("variable", "group", "probability");
    double probability = request.probability("probability").orElse(0.5);
    Optional<Name> group = request.optionalColumn("group");
    Expression variable = Variables.required(request, "variable");
    GroupedSamples samples = GroupedSamples.of(request, variable, group);
    QuantileInterval interval = new QuantileInterval(probability, request.level());
    ObjectNode answer = request.answer(name(), samples.used(), samples.notes());
    ArrayNode results = answer.putArray("results");
    for (GroupedSamples.Group each : samples.groups()) {
      QuantileInterval.Result found = interval.of(each.sample());
      ObjectNode result = results.addObject().put("group", each.name().orElse(null));
      result.put("n", found.n());
      Writing.put(result, "estimate", found.estimate());
      Writing.put(result, "confidenceInterval", found.interval());
    }
    return answer;
  }
}
