package org.absentia.bench.validity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.LevelOrder;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.imputation.ChainVariable;
import org.absentia.statistics.imputation.ChainVariable.Equation;
import org.absentia.statistics.imputation.ChainedEquations;
import org.absentia.statistics.imputation.Estimates;
import org.absentia.statistics.imputation.ImputationMethod;
import org.absentia.statistics.imputation.Imputations;
import org.absentia.statistics.imputation.RubinsRules;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.regression.LinearRegression;
import org.absentia.statistics.table.CoefficientTable;

/**
 * Chained equations and Rubin's rules where values are missing at random: y = 1 + x + effects of z
 * + 0 w + noise with n = 200; y is missing with a probability that grows with x (40 %), z with one
 * that depends on x and, where y is complete, on y (30 %).
 */
final class ImputationScenarios {
  private static final int RUNS = 2_000;
  private static final int N = 200;
  private static final ChainedEquations METHOD = new ChainedEquations(10, 5);

  private ImputationScenarios() {}

  static List<Scenario<?>> all() {
    return List.of(
        outcome("chained equations, NORMAL: y and z missing", ImputationMethod.NORMAL),
        outcome("chained equations, PMM: y and z missing", ImputationMethod.PMM),
        predictor("chained equations, LOGISTIC: z missing by y", ImputationMethod.LOGISTIC, 2),
        predictor("chained equations, ORDINAL: z missing by y", ImputationMethod.ORDINAL, 3),
        predictor(
            "chained equations, MULTINOMIAL: z missing by y", ImputationMethod.MULTINOMIAL, 3));
  }

  /** One data set; gaps are {@code NaN}. */
  private static final class Data {
    private final double[] x;
    private final double[] w;
    private final double[] z;
    private final double[] y;

    Data(double[] x, double[] w, double[] z, double[] y) {
      this.x = x;
      this.w = w;
      this.z = z;
      this.y = y;
    }
  }

  /** What the imputed and the complete rows say. */
  private record Result(RubinsRules.Pooled pooled, CoefficientTable complete) {
    Interval interval(int place) {
      return pooled.coefficients().get(place).small().interval();
    }
  }

  /** Both y and z are numbers with gaps. */
  private static Scenario<Result> outcome(String name, ImputationMethod method) {
    return Scenario.of(
            name,
            RUNS,
            r -> {
              Data data = numbers(r.draws());
              List<ChainVariable> variables =
                  List.of(
                      complete("x", data.x),
                      complete("w", data.w),
                      new ChainVariable(
                          "z",
                          new Column.Numbers(data.z),
                          Optional.empty(),
                          Optional.of(new Equation(method, List.of("x", "w", "y")))),
                      new ChainVariable(
                          "y",
                          new Column.Numbers(data.y),
                          Optional.empty(),
                          Optional.of(new Equation(method, List.of("x", "w", "z")))));
              return result(data, variables, r, 0);
            })
        .covers("t interval of the intercept", 1, result -> result.interval(0))
        .covers("t interval of x", 1, result -> result.interval(1))
        .covers("t interval of z", 1, result -> result.interval(3))
        .rejects("t test of w", result -> result.pooled.coefficients().get(2).small().pValue());
  }

  /** The predictor z has levels and gaps; the outcome is complete. */
  private static Scenario<Result> predictor(String name, ImputationMethod method, int levels) {
    Scenario<Result> scenario =
        Scenario.of(
                name,
                RUNS,
                r -> {
                  Data data = levels(levels, r.draws());
                  Column z = new Column.Numbers(data.z);
                  int[] rows = IntStream.range(0, N).toArray();
                  Factor categories = Factor.of("z", z, LevelOrder.SORTED, Indexes.of(rows));
                  List<ChainVariable> variables =
                      List.of(
                          complete("x", data.x),
                          complete("w", data.w),
                          new ChainVariable(
                              "z",
                              z,
                              Optional.of(categories),
                              Optional.of(new Equation(method, List.of("x", "w", "y")))),
                          complete("y", data.y));
                  return result(data, variables, r, levels);
                })
            .covers("t interval of x", 1, result -> result.interval(1))
            .covers("t interval of z[1]", 1, result -> result.interval(3))
            .rejects("t test of w", result -> result.pooled.coefficients().get(2).small().pValue());
    if (levels > 2) {
      scenario = scenario.covers("t interval of z[2]", 2, result -> result.interval(4));
    }
    return scenario
        .covers(
            "complete rows only, interval of x",
            1,
            result -> result.complete.coefficients().get(1).interval())
        .wrong("the gaps depend on the outcome");
  }

  private static Data numbers(Draws draws) {
    double[] x = draws.normals(N);
    double[] w = draws.normals(N);
    double[] z = new double[N];
    double[] y = new double[N];
    for (int i = 0; i < N; i++) {
      z[i] = 0.5 * x[i] + draws.normal();
      y[i] = 1 + x[i] + z[i] + draws.normal();
      double seen = x[i];
      y[i] = gap(draws, Populations.logistic(seen - 0.5), y[i]);
      z[i] = gap(draws, Populations.logistic(-seen - 1), z[i]);
    }
    return new Data(x, w, z, y);
  }

  /** Levels 0, 1, ... of z by cumulative logits that grow with x; each adds 1 to y. */
  private static Data levels(int levels, Draws draws) {
    double[] x = draws.normals(N);
    double[] w = draws.normals(N);
    double[] z = new double[N];
    double[] y = new double[N];
    for (int i = 0; i < N; i++) {
      double u = draws.uniform();
      double latent = 0.7 * x[i] + StrictMath.log(u / (1 - u));
      z[i] = levels == 2 ? (latent > 0 ? 1 : 0) : latent <= -0.7 ? 0 : latent <= 0.7 ? 1 : 2;
      y[i] = 1 + x[i] + z[i] + draws.normal();
      z[i] = gap(draws, Populations.logistic(1.2 * (y[i] - 2) - 1), z[i]);
    }
    return new Data(x, w, z, y);
  }

  static double gap(Draws draws, double probability, double value) {
    return draws.uniform() < probability ? Double.NaN : value;
  }

  static ChainVariable complete(String name, double... values) {
    return new ChainVariable(name, new Column.Numbers(values), Optional.empty(), Optional.empty());
  }

  private static Result result(Data data, List<ChainVariable> variables, Randomness r, int levels) {
    Imputations all = METHOD.run(variables, r.method());
    List<Estimates> fits = new ArrayList<>();
    for (int i = 0; i < all.count(); i++) {
      Map<String, Column> filled = all.completed(i);
      CoefficientTable table =
          fit(
              new Data(data.x, data.w, values(filled, "z", data.z), values(filled, "y", data.y)),
              levels);
      fits.add(
          new Estimates(
              table.coefficients().stream().map(c -> c.term()).toList(),
              Vector.of(table.estimates()),
              table.covariance()));
    }
    int p = fits.getFirst().terms().size();
    RubinsRules.Pooled pooled = new RubinsRules(N - p, Scenario.LEVEL).pool(fits);
    return new Result(pooled, fit(completeRows(data), levels));
  }

  static double[] values(Map<String, Column> filled, String name, double... given) {
    return filled.get(name) instanceof Column.Numbers numbers
        ? IntStream.range(0, given.length).mapToDouble(numbers::at).toArray()
        : given;
  }

  private static Data completeRows(Data data) {
    int[] rows = IntStream.range(0, N).filter(i -> !Double.isNaN(data.z[i] + data.y[i])).toArray();
    return new Data(
        some(i -> data.x[(int) i], rows),
        some(i -> data.w[(int) i], rows),
        some(i -> data.z[(int) i], rows),
        some(i -> data.y[(int) i], rows));
  }

  private static double[] some(DoubleUnaryOperator values, int... rows) {
    return IntStream.of(rows).mapToDouble(values::applyAsDouble).toArray();
  }

  /** y on x, w and z, a number or levels. */
  private static CoefficientTable fit(Data data, int levels) {
    List<double[]> columns = new ArrayList<>(List.of(data.x, data.w));
    if (levels == 0) {
      columns.add(data.z);
    }
    for (int level = 1; level < levels; level++) {
      int one = level;
      columns.add(
          some(i -> data.z[(int) i] == one ? 1 : 0, IntStream.range(0, data.z.length).toArray()));
    }
    return LinearRegression.CLASSICAL
        .fit(Populations.withIntercept(columns.toArray(double[][]::new)), Vector.of(data.y))
        .table();
  }
}
