package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.absentia.statistics.describe.CumulativeMedian;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Expression.Name;
import org.absentia.statistics.design.ModelFrame;

/** {@code cumulative-median}. */
final class CumulativeMedianMethod implements Method {
  @Override
  public String name() {
    return "cumulative-median";
  }

  @Override
  public Cost cost(Extent of) {
    double months = Math.min(of.rows(), of.levels("group") * of.levels("month"));
    return new Cost(60 * of.sorting() + 500 * of.rows(), 150 * of.rows())
        .plus(Cost.ofAnswer(6 * months));
  }

  @Override
  public ObjectNode answer(StatisticsRequest request) {
    request.options("person", "group", "month", "value");
    Name person = request.column("person");
    Name group = request.column("group");
    Name month = request.column("month");
    Expression value = Variables.required(request, "value");
    Map<Expression, String> uses = new LinkedHashMap<>();
    uses.put(person, "/person");
    uses.putIfAbsent(group, "/group");
    uses.putIfAbsent(month, "/month");
    uses.putIfAbsent(value, "/value");
    ModelFrame frame = ModelFrame.of(request.frame(), request.order(), uses);
    CumulativeMedian.Result found =
        CumulativeMedian.of(
            frame.factor(person, request.order()),
            frame.factor(group, request.order()),
            frame.numbers(month, "/month"),
            frame.numbers(value, "/value"));
    List<String> notes = new ArrayList<>(frame.notes());
    if (found.repeated()) {
      notes.add("several rows of a person in one month are taken together");
    }
    ObjectNode answer = request.answer(name(), frame.n(), notes);
    ArrayNode results = answer.putArray("results");
    found.curves().forEach(curve -> write(curve, results.addObject()));
    return answer;
  }

  private static void write(CumulativeMedian.Curve curve, ObjectNode out) {
    ArrayNode months = out.put("group", curve.group()).putArray("months");
    for (CumulativeMedian.Month each : curve.months()) {
      ObjectNode month = months.addObject();
      Writing.put(month, "month", each.month());
      month.put("n", each.n());
      Writing.put(month, "median", each.median());
      Writing.put(month, "firstQuartile", each.firstQuartile());
      Writing.put(month, "thirdQuartile", each.thirdQuartile());
    }
  }
}
