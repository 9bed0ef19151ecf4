package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.absentia.statistics.describe.Moments;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Expression.Name;
import org.absentia.statistics.inference.TTest;

/** {@code t-test}. */
final class TTestMethod implements Method {
  @Override
  public String name() {
    return "t-test";
  }

  @Override
  public Cost cost(Extent of) {
    return Cost.ofWork(40 * of.sorting() + 200 * of.rows() + 60_000 * of.levels("group"))
        .plus(of.grouping("group"))
        .plus(Cost.ofAnswer(10 * of.levels("group")));
  }

  @Override
  public ObjectNode answer(StatisticsRequest request) {
    request.options("variable", "group", "variances");
    TTest.Variances variances =
        request.choice("variances", TTest.Variances.class, TTest.Variances.UNEQUAL);
    Name group = request.column("group");
    Expression variable = Variables.required(request, "variable");
    GroupedSamples samples = GroupedSamples.two(request, variable, group);
    GroupedSamples.Group first = samples.groups().getFirst();
    GroupedSamples.Group second = samples.groups().getLast();
    TTest.Result found =
        new TTest(variances, request.level()).test(first.sample(), second.sample());
    List<String> notes = new ArrayList<>(samples.notes());
    if (Double.isNaN(found.statistic())) {
      notes.add("the groups do not vary or are too small: there is no t");
    }
    ObjectNode answer = request.answer(name(), samples.used(), notes);
    ArrayNode groups = answer.putArray("groups");
    write(first, found.first(), groups.addObject());
    write(second, found.second(), groups.addObject());
    Writing.put(answer, "difference", found.difference());
    Writing.put(answer, "standardError", found.standardError());
    Writing.put(answer, "degreesOfFreedom", found.degreesOfFreedom());
    Writing.put(answer, "statistic", found.statistic());
    Writing.put(answer, "pValue", found.pValue());
    Writing.put(answer, "confidenceInterval", found.interval());
    return answer;
  }

  private static void write(GroupedSamples.Group group, Moments moments, ObjectNode out) {
    out.put("group", group.name().orElse(null)).put("n", moments.n());
    Writing.put(out, "mean", moments.mean());
    Writing.put(out, "standardDeviation", moments.standardDeviation());
  }
}
