package org.absentia.bench.validity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.LevelOrder;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.imputation.ChainVariable;
import org.absentia.statistics.imputation.ChainVariable.Equation;
import org.absentia.statistics.imputation.ChainedEquations;
import org.absentia.statistics.imputation.Estimates;
import org.absentia.statistics.imputation.ImputationMethod;
import org.absentia.statistics.imputation.Imputations;
import org.absentia.statistics.imputation.RubinsRules;
import org.absentia.statistics.imputation.RubinsRules.Pooled;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.regression.LinearRegression;
import org.absentia.statistics.regression.OrdinalRegression;
import org.absentia.statistics.table.CoefficientTable;

/**
 * Rubin's rules where the imputation model is the one that the data come from, n = 200: joint tests
 * of coefficients that are 0, and an ordinal outcome of proportional odds.
 */
final class PoolScenarios {
  private static final int RUNS = 2_000;
  private static final int N = 200;
  private static final int ITERATIONS = 5;

  private PoolScenarios() {}

  static List<Scenario<?>> all() {
    return List.of(joint(10), joint(3), ordinal());
  }

  /** y = 1 + x + 0 z + 0 v + noise, with gaps in y, z and v by x. */
  private static Scenario<Pooled> joint(int imputations) {
    return Scenario.of(
            "pool, " + imputations + " imputations by NORMAL: y, z and v missing",
            RUNS,
            r -> {
              double[] x = r.draws().normals(N);
              double[] z = with(i -> 0.5 * x[i] + r.draws().normal());
              double[] v = with(i -> 0.5 * z[i] + r.draws().normal());
              double[] y = with(i -> 1 + x[i] + r.draws().normal());
              List<ChainVariable> variables =
                  List.of(
                      ImputationScenarios.complete("x", x),
                      normal("z", gaps(r.draws(), -1.2, x, z), "x", "v", "y"),
                      normal("v", gaps(r.draws(), -1.2, x, v), "x", "z", "y"),
                      normal("y", gaps(r.draws(), -1, x, y), "x", "z", "v"));
              return pooled(
                  new ChainedEquations(imputations, ITERATIONS).run(variables, r.method()),
                  N - 4,
                  filled ->
                      LinearRegression.CLASSICAL
                          .fit(
                              Populations.withIntercept(
                                  x, values(filled, "z"), values(filled, "v")),
                              Vector.of(values(filled, "y")))
                          .table());
            })
        .rejects("joint test of z and v", pooled -> pooled.test(List.of(2, 3)).pValue())
        .rejects("joint test of z alone", pooled -> pooled.test(List.of(2)).pValue())
        .covers("t interval of x", 1, pooled -> pooled.coefficients().get(1).small().interval());
  }

  /** logit P(z <= k) = -0.7 or 0.7, less 0.7 x + 0 w + 0.8 y; gaps in z by y. */
  private static Scenario<Pooled> ordinal() {
    OrdinalRegression method = new OrdinalRegression(Scenario.LEVEL);
    return Scenario.of(
            "pool, ordinal regression of z by ORDINAL: z missing",
            RUNS,
            r -> {
              double[] x = r.draws().normals(N);
              double[] w = r.draws().normals(N);
              double[] y = with(i -> 0.5 * x[i] + r.draws().normal());
              double[] z = with(i -> level(0.7 * x[i] + 0.8 * y[i], r.draws()));
              Column gaps = new Column.Numbers(gaps(r.draws(), -1, y, z));
              List<ChainVariable> variables =
                  List.of(
                      ImputationScenarios.complete("x", x),
                      ImputationScenarios.complete("w", w),
                      ImputationScenarios.complete("y", y),
                      new ChainVariable(
                          "z",
                          gaps,
                          Optional.of(levels(gaps)),
                          Optional.of(
                              new Equation(ImputationMethod.ORDINAL, List.of("x", "w", "y")))));
              return pooled(
                  new ChainedEquations(10, ITERATIONS).run(variables, r.method()),
                  Double.POSITIVE_INFINITY,
                  filled ->
                      method
                          .fit(Populations.columns(x, w, y), levels(column(filled, "z")))
                          .coefficients());
            })
        .covers("t interval of x", 0.7, pooled -> pooled.coefficients().get(0).small().interval())
        .covers("t interval of y", 0.8, pooled -> pooled.coefficients().get(2).small().interval())
        .rejects("t test of w", pooled -> pooled.coefficients().get(1).small().pValue());
  }

  private static double level(double linear, Draws draws) {
    double u = draws.uniform();
    double latent = linear + StrictMath.log(u / (1 - u));
    return latent <= -0.7 ? 0 : latent <= 0.7 ? 1 : 2;
  }

  private static Factor levels(Column column) {
    int[] rows = IntStream.range(0, N).toArray();
    return Factor.of("z", column, LevelOrder.SORTED, Indexes.of(rows));
  }

  private static double[] with(Function<Integer, Double> value) {
    double[] values = new double[N];
    Arrays.setAll(values, value::apply);
    return values;
  }

  /** Values are missing the more often the larger the other variable is. */
  private static double[] gaps(Draws draws, double logit, double[] by, double... values) {
    return with(
        i -> ImputationScenarios.gap(draws, Populations.logistic(by[i] + logit), values[i]));
  }

  private static ChainVariable normal(String name, double[] values, String... predictors) {
    return new ChainVariable(
        name,
        new Column.Numbers(values),
        Optional.empty(),
        Optional.of(new Equation(ImputationMethod.NORMAL, List.of(predictors))));
  }

  private static Pooled pooled(
      Imputations all,
      double degreesOfFreedom,
      Function<Map<String, Column>, CoefficientTable> fit) {
    List<Estimates> fits = new ArrayList<>();
    for (int i = 0; i < all.count(); i++) {
      CoefficientTable table = fit.apply(all.completed(i));
      fits.add(
          new Estimates(
              table.coefficients().stream().map(c -> c.term()).toList(),
              Vector.of(table.estimates()),
              table.covariance()));
    }
    return new RubinsRules(degreesOfFreedom, Scenario.LEVEL).pool(fits);
  }

  private static Column column(Map<String, Column> filled, String name) {
    return Optional.ofNullable(filled.get(name)).orElseThrow();
  }

  private static double[] values(Map<String, Column> filled, String name) {
    return ImputationScenarios.values(filled, name, new double[N]);
  }
}
