package org.absentia.analysis.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Expression.Name;
import org.absentia.statistics.design.ModelFrame;
import org.absentia.statistics.inference.StratifiedRankSum.Stratum;

/**
 * The numbers of two groups in each stratum, in the rows that have all of them. A stratum is a
 * combination of levels, named with commas between; they come in the order of the levels.
 */
record StratifiedSamples(List<String> groups, List<Stratum> strata, int used, List<String> notes) {

  StratifiedSamples {
    groups = List.copyOf(groups);
    strata = List.copyOf(strata);
    notes = List.copyOf(notes);
  }

  static StratifiedSamples of(
      StatisticsRequest request, Expression variable, Name group, List<Name> strata) {
    Map<Expression, String> uses = new LinkedHashMap<>();
    uses.put(variable, "/variable");
    uses.putIfAbsent(group, "/group");
    for (int k = 0; k < strata.size(); k++) {
      uses.putIfAbsent(strata.get(k), "/strata/" + k);
    }
    ModelFrame frame = ModelFrame.of(request.frame(), request.order(), uses);
    Vector values = frame.numbers(variable, "/variable");
    Factor arms = frame.factor(group, request.order());
    if (arms.levels().size() != 2) {
      throw new InputFault("/group", "needs two levels, but the rows have " + arms.levels().size());
    }
    List<Factor> factors = strata.stream().map(s -> frame.factor(s, request.order())).toList();
    Map<Long, List<Integer>> rows = new TreeMap<>();
    for (int row = 0; row < frame.n(); row++) {
      rows.computeIfAbsent(code(factors, row), code -> new ArrayList<>()).add(row);
    }
    List<Stratum> found = new ArrayList<>();
    rows.values()
        .forEach(
            each ->
                found.add(
                    new Stratum(
                        name(factors, each.getFirst()),
                        sample(values, arms, 0, each),
                        sample(values, arms, 1, each))));
    return new StratifiedSamples(arms.levels(), found, frame.n(), frame.notes());
  }

  private static long code(List<Factor> factors, int row) {
    long code = 0;
    for (Factor factor : factors) {
      code = code * factor.levels().size() + factor.codes().at(row);
    }
    return code;
  }

  private static String name(List<Factor> factors, int row) {
    return String.join(", ", factors.stream().map(f -> f.levels().get(f.codes().at(row))).toList());
  }

  private static Sample sample(Vector values, Factor arms, int arm, List<Integer> rows) {
    return Sample.of(
        rows.stream().filter(row -> arms.codes().at(row) == arm).mapToDouble(values::at).toArray());
  }
}
