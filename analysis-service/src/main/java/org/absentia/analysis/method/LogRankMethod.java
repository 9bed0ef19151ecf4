package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Expression.Name;
import org.absentia.statistics.design.ModelFrame;
import org.absentia.statistics.survival.LogRank;
import org.absentia.statistics.survival.LogRank.Weights;

/** {@code log-rank}. */
final class LogRankMethod implements Method {
  @Override
  public String name() {
    return "log-rank";
  }

  @Override
  public Cost cost(Extent of) {
    double groups = of.levels("group");
    double moments = Math.min(of.rows(), of.levels("time") * of.product("strata"));
    return Cost.ofWork(30 * of.sorting() + 300 * of.rows() + 3 * moments * groups * groups)
        .plus(Cost.ofSquares(0, groups, 10))
        .plus(Cost.ofAnswer(6 * groups));
  }

  @Override
  public ObjectNode answer(StatisticsRequest request) {
    request.options("time", "event", "group", "strata", "weights");
    FollowUps columns = FollowUps.withStrata(request);
    Name group = request.column("group");
    LogRank method = new LogRank(request.choice("weights", Weights.class, Weights.LOG_RANK));
    request.check();
    Map<Expression, String> uses = columns.uses();
    uses.put(group, "group");
    ModelFrame frame = FollowUps.completeRows(request, uses);
    LogRank.Result result =
        method.test(
            columns.times(frame),
            frame.factor(group, request.order()),
            columns.strata(request, frame));
    List<String> notes = new ArrayList<>(frame.notes());
    notes.addAll(result.notes());
    ObjectNode answer = request.answer(name(), frame.n(), notes);
    ArrayNode groups = answer.putArray("groups");
    result.groups().forEach(each -> groups.add(group(each)));
    Writing.put(answer, result.test());
    return answer;
  }

  private static ObjectNode group(LogRank.Group group) {
    ObjectNode out = Writing.object();
    out.put("group", group.name()).put("n", group.n()).put("observed", group.observed());
    Writing.put(out, "expected", group.expected());
    return out;
  }
}
