package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Expression.Name;
import org.absentia.statistics.inference.RankSum;
import org.absentia.statistics.inference.RankSum.Exact;
import org.absentia.statistics.inference.StratifiedRankSum;

/** {@code rank-sum}; with {@code strata} van Elteren's test. */
final class RankSumMethod implements Method {
  @Override
  public String name() {
    return "rank-sum";
  }

  @Override
  public Cost cost(Extent of) {
    double strata = 2000 * of.rows() * of.count("strata");
    return Cost.ofWork(40 * of.sorting() + 1500 * of.rows() + strata + exactWork(of))
        .plus(Cost.ofAnswer(20 + 7 * Math.min(of.rows(), of.product("strata"))));
  }

  /** Choices of up to all ranks by size and sum; with ties twice, and twice as fine. */
  private static double exactWork(Extent of) {
    boolean always = of.text("exact").equals(Exact.ALWAYS.name());
    double n = Math.min(of.rows(), always ? 500 : 100);
    double ties = of.levels("variable") < of.rows() ? 1 : 0.25;
    return ties * Math.pow(n, 4) / 5;
  }

  @Override
  public ObjectNode answer(StatisticsRequest request) {
    request.options("variable", "group", "exact", "strata");
    Exact exact = request.choice("exact", Exact.class, Exact.AUTO);
    Name group = request.column("group");
    List<Name> strata = request.columns("strata");
    Expression variable = Variables.required(request, "variable");
    return strata.isEmpty()
        ? plain(request, variable, group, exact)
        : stratified(request, variable, group, strata, exact);
  }

  private ObjectNode plain(
      StatisticsRequest request, Expression variable, Name group, Exact exact) {
    GroupedSamples samples = GroupedSamples.two(request, variable, group);
    GroupedSamples.Group first = samples.groups().getFirst();
    GroupedSamples.Group second = samples.groups().getLast();
    RankSum.Result found = new RankSum(exact).test(first.sample(), second.sample());
    List<String> notes = new ArrayList<>(samples.notes());
    noteTies(found.ties(), found.z(), notes);
    if (exact == Exact.ALWAYS && found.exactPValue().isEmpty()) {
      notes.add("no exact p-value of more than 500 rows or of an empty group");
    }
    ObjectNode answer = request.answer(name(), samples.used(), notes);
    ArrayNode groups = answer.putArray("groups");
    write(first.name().orElse(""), found.first(), groups);
    write(second.name().orElse(""), found.second(), groups);
    Writing.put(answer, "u", found.u());
    Writing.put(answer, "variance", found.variance());
    Writing.put(answer, "z", found.z());
    Writing.put(answer, "pValue", found.pValue());
    Writing.put(answer, "exactPValue", found.exactPValue().orElse(Double.NaN));
    Writing.put(answer, "probabilityOfSuperiority", found.probabilityOfSuperiority());
    Writing.put(answer, "hodgesLehmann", found.hodgesLehmann());
    return answer;
  }

  private ObjectNode stratified(
      StatisticsRequest request, Expression variable, Name group, List<Name> strata, Exact exact) {
    StratifiedSamples samples = StratifiedSamples.of(request, variable, group, strata);
    StratifiedRankSum.Result found = StratifiedRankSum.test(samples.strata());
    List<String> notes = new ArrayList<>(samples.notes());
    noteTies(found.ties(), found.z(), notes);
    if (found.parts().stream().anyMatch(part -> part.first() == 0 || part.second() == 0)) {
      notes.add("a stratum in which a group is empty says nothing");
    }
    if (exact == Exact.ALWAYS) {
      notes.add("no exact p-value with strata");
    }
    ObjectNode answer = request.answer(name(), samples.used(), notes);
    ArrayNode groups = answer.putArray("groups");
    write(samples.groups().getFirst(), found.first(), groups);
    write(samples.groups().getLast(), found.second(), groups);
    Writing.put(answer, "u", found.u());
    Writing.put(answer, "variance", found.variance());
    Writing.put(answer, "z", found.z());
    Writing.put(answer, "pValue", found.pValue());
    answer.putNull("exactPValue");
    Writing.put(answer, "probabilityOfSuperiority", found.probabilityOfSuperiority());
    Writing.put(answer, "hodgesLehmann", found.hodgesLehmann());
    ArrayNode parts = answer.putArray("strata");
    for (StratifiedRankSum.Part part : found.parts()) {
      ObjectNode out = parts.addObject().put("stratum", part.name());
      Writing.put(out, "weight", part.weight());
      out.putArray("n").add(part.first()).add(part.second());
      Writing.put(out, "rankSum", part.rankSum());
      Writing.put(out, "expectedRankSum", part.expectedRankSum());
      Writing.put(out, "variance", part.variance());
    }
    return answer;
  }

  private static void noteTies(boolean ties, double z, List<String> notes) {
    if (ties) {
      notes.add("ties: midranks, the variance is corrected for them");
    }
    if (Double.isNaN(z)) {
      notes.add("all values are tied or a group is empty: there is no z");
    }
  }

  private static void write(String name, RankSum.Group group, ArrayNode groups) {
    ObjectNode out = groups.addObject().put("group", name).put("n", group.n());
    Writing.put(out, "rankSum", group.rankSum());
    Writing.put(out, "expectedRankSum", group.expectedRankSum());
  }
}
