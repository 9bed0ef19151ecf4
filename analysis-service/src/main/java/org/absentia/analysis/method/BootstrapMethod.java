package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Expression.Name;
import org.absentia.statistics.inference.Bootstrap;
import org.absentia.statistics.random.RandomTree;

/** {@code bootstrap}. */
final class BootstrapMethod implements Method {
  private static final int USUAL_RESAMPLES = 10_000;
  private static final int MOST_RESAMPLES = 1_000_000;

  @Override
  public String name() {
    return "bootstrap";
  }

  @Override
  public Cost cost(Extent of) {
    double resamples = of.number("resamples", USUAL_RESAMPLES, MOST_RESAMPLES);
    double groups = of.levels("group");
    return Cost.ofWork(resamples * (4 * of.rows() + 200 * groups))
        .plus(new Cost(0, 16 * resamples * groups))
        .plus(Cost.ofAnswer(10 * groups));
  }

  @Override
  public ObjectNode answer(StatisticsRequest request) {
    request.options("variable", "group", "statistic", "resamples", "seed");
    Bootstrap.Statistic statistic =
        request.choice("statistic", Bootstrap.Statistic.class, Bootstrap.Statistic.MEDIAN);
    int resamples = request.count("resamples", USUAL_RESAMPLES, 1, MOST_RESAMPLES);
    RandomTree random = RandomTree.ofSeed(request.seed()).branch(name());
    Optional<Name> group = request.optionalColumn("group");
    Expression variable = Variables.required(request, "variable");
    GroupedSamples samples = GroupedSamples.of(request, variable, group);
    SequencedMap<String, Sample> byName = new LinkedHashMap<>();
    samples.groups().forEach(each -> byName.put(each.name().orElse(""), each.sample()));
    Bootstrap.Result found =
        new Bootstrap(statistic, resamples, request.level()).of(byName, random);
    List<String> notes = new ArrayList<>(samples.notes());
    if (resamples == 1) {
      notes.add("one resample tells nothing about the spread of resamples");
    }
    ObjectNode answer = request.answer(name(), samples.used(), notes);
    ArrayNode results = answer.putArray("results");
    for (Bootstrap.Group each : found.groups()) {
      ObjectNode result = results.addObject();
      result.put("group", group.isPresent() ? each.name() : null).put("n", each.n());
      write(each.estimate(), result);
    }
    ArrayNode differences = answer.putArray("differences");
    for (Bootstrap.Difference each : found.differences()) {
      ObjectNode difference = differences.addObject();
      difference.put("group", each.group()).put("reference", each.reference());
      write(each.estimate(), difference);
    }
    return answer;
  }

  private static void write(Bootstrap.Estimate estimate, ObjectNode out) {
    Writing.put(out, "estimate", estimate.value());
    Writing.put(out, "standardError", estimate.standardError());
    Writing.put(out, "confidenceInterval", estimate.interval());
  }
}
