package org.absentia.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.LevelOrder;
import org.absentia.statistics.imputation.ChainVariable;
import org.absentia.statistics.imputation.ChainVariable.Equation;
import org.absentia.statistics.imputation.ChainedEquations;
import org.absentia.statistics.imputation.ImputationMethod;
import org.absentia.statistics.imputation.Imputations;
import org.absentia.statistics.imputation.Trace;
import org.absentia.statistics.random.Draws;

/** Chained equations on nine variables: four of numbers and two binary ones have gaps. */
final class ImputationProblems {
  private static final int IMPUTATIONS = 10;
  private static final int ITERATIONS = 10;
  private static final String BINARY = "binary";

  private ImputationProblems() {}

  static List<Problem> of(Setting setting) {
    return Stream.of(514, 10_000).map(full -> problem(setting, setting.size(full))).toList();
  }

  private static Problem problem(Setting setting, int n) {
    Columns data = data(setting.draws("imputation " + n), n);
    List<ChainVariable> variables = variables(data);
    return new Problem(
        "chained equations 10 x 10, n = " + n,
        data,
        () -> estimates(variables, setting),
        true,
        5,
        List.of(Contender.of("mice", "chained_equations", IMPUTATIONS, ITERATIONS)));
  }

  /** Numbers that share a cause; a tenth to a third of what is incomplete is missing. */
  private static Columns data(Draws draws, int n) {
    double[] cause = Setting.column(n, draws::normal);
    Columns data = Columns.of(n).with("cause", cause);
    data = data.with("age", Setting.column(n, () -> 20 + Math.floor(45 * draws.uniform())));
    data = data.with("arm", Setting.column(n, () -> draws.below(2)));
    for (int i = 1; i <= 4; i++) {
      double missing = 0.08 * i;
      data = data.with("number" + i, related(draws, cause, 0.4 + 0.1 * i, missing));
    }
    for (int i = 1; i <= 2; i++) {
      double[] latent = related(draws, cause, 0.8, 0.15);
      for (int row = 0; row < n; row++) {
        latent[row] = Double.isNaN(latent[row]) ? Double.NaN : latent[row] > 0.3 ? 1 : 0;
      }
      data = data.with(BINARY + i, latent);
    }
    return data;
  }

  private static double[] related(Draws draws, double[] cause, double slope, double missing) {
    double[] values = new double[cause.length];
    for (int row = 0; row < values.length; row++) {
      double value = slope * cause[row] + draws.normal();
      values[row] = draws.uniform() < missing ? Double.NaN : value;
    }
    return values;
  }

  private static List<ChainVariable> variables(Columns data) {
    List<String> names = List.copyOf(data.values().keySet());
    return names.stream().map(name -> variable(data, name, names)).toList();
  }

  private static ChainVariable variable(Columns data, String name, List<String> names) {
    Column column = new Column.Numbers(data.get(name).array());
    boolean binary = name.startsWith(BINARY);
    Indexes rows = Indexes.of(IntStream.range(0, data.rows()).toArray());
    boolean incomplete = IntStream.range(0, data.rows()).anyMatch(column::isMissing);
    List<String> others = names.stream().filter(other -> !other.equals(name)).toList();
    return new ChainVariable(
        name,
        column,
        binary ? Optional.of(Factor.of(name, column, LevelOrder.SORTED, rows)) : Optional.empty(),
        incomplete
            ? Optional.of(
                new Equation(binary ? ImputationMethod.LOGISTIC : ImputationMethod.PMM, others))
            : Optional.empty());
  }

  /** The means of what was filled in, in column order. */
  private static List<Estimate> estimates(List<ChainVariable> variables, Setting setting) {
    Imputations imputations =
        new ChainedEquations(IMPUTATIONS, ITERATIONS)
            .run(variables, setting.random().branch("imputations"));
    List<Estimate> estimates = new ArrayList<>();
    for (ChainVariable variable : variables) {
      if (variable.equation().isPresent()) {
        estimates.add(mean(imputations, variable.name()));
      }
    }
    return estimates;
  }

  /** With room for eight Monte Carlo errors of a difference. */
  private static Estimate mean(Imputations imputations, String name) {
    double[] last =
        imputations.traces(name).stream().map(Trace::means).mapToDouble(List::getLast).toArray();
    double mean = 0;
    for (double one : last) {
      mean += one / last.length;
    }
    double squares = 0;
    for (double one : last) {
      squares += (one - mean) * (one - mean);
    }
    double error = Math.sqrt(2 * squares / (last.length - 1) / last.length);
    double place = name.startsWith(BINARY) ? 1 : 0; // traces count places of levels from 1
    return new Estimate("mean filled into " + name, mean - place, 8 * error);
  }
}
