package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.imputation.ChainVariable;
import org.absentia.statistics.imputation.ChainedEquations;
import org.absentia.statistics.imputation.Imputations;
import org.absentia.statistics.imputation.Imputations.Filled;
import org.absentia.statistics.imputation.Trace;
import org.absentia.statistics.random.RandomTree;

/**
 * {@code multiple-imputation}: chained equations, a regression of each completed data set, pool.
 */
final class MultipleImputationMethod implements Method {
  static final int MOST_IMPUTATIONS = 1000;
  static final int MOST_ITERATIONS = 1000;

  @Override
  public String name() {
    return "multiple-imputation";
  }

  @Override
  public Cost cost(Extent of) {
    return ImputationCost.of(of);
  }

  @Override
  public ObjectNode answer(StatisticsRequest request) {
    request.options(
        "analysis", "imputations", "iterations", "seed", "impute", "auxiliary", "completed");
    int imputations = request.count("imputations", 10, 1, MOST_IMPUTATIONS);
    int iterations = request.count("iterations", 10, 1, MOST_ITERATIONS);
    boolean completed = request.in().bool("completed", false);
    RandomTree random = RandomTree.ofSeed(request.seed());
    RepeatedAnalysis analysis = RepeatedAnalysis.of(request);
    Set<String> notes = new LinkedHashSet<>();
    List<ChainVariable> variables = new ImputationModels(request, notes::add).variables(analysis);
    request.check();
    Imputations all = new ChainedEquations(imputations, iterations).run(variables, random);
    notes.addAll(all.notes());
    if (all.variables().isEmpty()) {
      notes.add("no value is missing: all imputations are the data as they are");
    }
    RepeatedAnalysis.Result result = analysis.of(all);
    notes.addAll(result.notes());
    ObjectNode answer = request.answer(name(), all.rows().size(), List.copyOf(notes));
    PoolMethod.put(answer, result.pooled(), result.slopes());
    imputed(answer, all);
    traces(answer, "chainMeans", all, Trace::means);
    traces(answer, "chainStandardDeviations", all, Trace::standardDeviations);
    if (completed) {
      completed(answer, all);
    }
    return answer;
  }

  private static void imputed(ObjectNode answer, Imputations all) {
    ArrayNode imputed = answer.putArray("imputed");
    for (Filled filled : all.filled()) {
      ObjectNode row = imputed.addObject().put("variable", filled.variable()).put("n", filled.n());
      switch (filled) {
        case Filled.Amounts amounts -> {
          Writing.put(row, "mean", amounts.mean());
          Writing.put(row, "standardDeviation", amounts.standardDeviation());
        }
        case Filled.Shares shares -> {
          ArrayNode levels = row.putArray("levels");
          for (int i = 0; i < shares.levels().size(); i++) {
            ObjectNode level = levels.addObject().put("level", shares.levels().get(i));
            Writing.put(level, "percent", shares.percent().at(i));
          }
        }
      }
    }
  }

  /** A row for each iteration with an entry for each imputation. */
  private static void traces(
      ObjectNode answer, String member, Imputations all, Function<Trace, List<Double>> of) {
    ObjectNode traces = answer.putObject(member);
    for (String variable : all.variables()) {
      ArrayNode rows = traces.putArray(variable);
      List<List<Double>> chains = all.traces(variable).stream().map(of).toList();
      for (int iteration = 0; iteration < chains.getFirst().size(); iteration++) {
        int row = iteration;
        rows.add(Writing.array(chains.stream().mapToDouble(chain -> chain.get(row)).toArray()));
      }
    }
  }

  private static void completed(ObjectNode answer, Imputations all) {
    ArrayNode sets = answer.putArray("completed");
    for (int i = 0; i < all.count(); i++) {
      ObjectNode set = sets.addObject();
      all.completed(i).forEach((name, column) -> set.set(name, array(column, all.rows())));
    }
  }

  private static ArrayNode array(Column column, Indexes rows) {
    return switch (column) {
      case Column.Numbers numbers -> {
        double[] values = new double[numbers.size()];
        for (int row = 0; row < values.length; row++) {
          values[row] = numbers.at(row);
        }
        yield Writing.array(values);
      }
      case Column.Texts texts -> {
        ArrayNode values = Writing.object().arrayNode(rows.size());
        for (int row = 0; row < texts.size(); row++) {
          values.add(texts.at(row));
        }
        yield values;
      }
    };
  }
}
