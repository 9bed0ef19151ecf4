package org.absentia.bench.validity;

import java.util.List;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.regression.LogisticRegression;
import org.absentia.statistics.regression.MultinomialRegression;
import org.absentia.statistics.regression.OrdinalRegression;
import org.absentia.statistics.table.Coefficient;

/** Logistic, multinomial and ordinal regression: Wald's tests and intervals. */
final class CategoryScenarios {
  private static final int RUNS = 5_000;

  private CategoryScenarios() {}

  static List<Scenario<?>> all() {
    return List.of(logistic(500), logistic(40), multinomial(600), ordinal(300));
  }

  /** Two predictors, the second without effect. */
  private static final class Predictors {
    private final double[] x1;
    private final double[] x2;

    private Predictors(double[] x1, double[] x2) {
      this.x1 = x1;
      this.x2 = x2;
    }

    static Predictors of(int n, Draws draws) {
      double[] x1 = draws.normals(n);
      double[] x2 = new double[n];
      for (int i = 0; i < n; i++) {
        x2[i] = 0.5 * x1[i] + draws.normal();
      }
      return new Predictors(x1, x2);
    }

    Design columns() {
      return Populations.columns(x1, x2);
    }

    Design withIntercept() {
      return Populations.withIntercept(x1, x2);
    }
  }

  private static Scenario<List<Coefficient>> logistic(int n) {
    LogisticRegression method = new LogisticRegression(Scenario.LEVEL);
    return Scenario.of(
            "logistic regression, n = " + n,
            RUNS,
            r -> {
              Predictors x = Predictors.of(n, r.draws());
              double[] y = new double[n];
              for (int i = 0; i < n; i++) {
                y[i] = Populations.bernoulli(Populations.logistic(-0.5 + x.x1[i]), r.draws());
              }
              return method.fit(x.withIntercept(), Vector.of(y)).table().coefficients();
            })
        .covers("Wald interval of x1", 1, table -> table.get(1).interval())
        .rejects("Wald test of x2", table -> table.get(2).pValue());
  }

  private static Scenario<MultinomialRegression.Fit> multinomial(int n) {
    MultinomialRegression method = new MultinomialRegression(Scenario.LEVEL);
    return Scenario.of(
            "multinomial regression, 3 levels, n = " + n,
            RUNS,
            r -> {
              Predictors x = Predictors.of(n, r.draws());
              int[] y = new int[n];
              for (int i = 0; i < n; i++) {
                double second = StrictMath.exp(-0.3 + 0.5 * x.x1[i]);
                y[i] = Populations.category(r.draws(), 1, second, StrictMath.exp(x.x1[i]));
              }
              return method.fit(x.withIntercept(), Populations.factor("y", 3, y));
            })
        .covers("Wald interval of x1, level B", 0.5, fit -> coefficient(fit, 0, 1).interval())
        .covers("Wald interval of x1, level C", 1, fit -> coefficient(fit, 1, 1).interval())
        .rejects("Wald test of x2, level C", fit -> coefficient(fit, 1, 2).pValue());
  }

  private static Coefficient coefficient(MultinomialRegression.Fit fit, int equation, int place) {
    return fit.equations().get(equation).table().coefficients().get(place);
  }

  /** logit P(y <= k) = threshold - x1, thresholds -1, 0 and 1.5. */
  private static Scenario<OrdinalRegression.Fit> ordinal(int n) {
    OrdinalRegression method = new OrdinalRegression(Scenario.LEVEL);
    return Scenario.of(
            "ordinal regression, 4 levels, n = " + n,
            RUNS,
            r -> {
              Predictors x = Predictors.of(n, r.draws());
              return method.fit(x.columns(), ordinal(x, r.draws()));
            })
        .covers(
            "Wald interval of x1", 1, fit -> fit.coefficients().coefficients().get(0).interval())
        .rejects("Wald test of x2", fit -> fit.coefficients().coefficients().get(1).pValue())
        .covers(
            "Wald interval of a threshold",
            0,
            fit -> fit.thresholds().coefficients().get(1).interval());
  }

  private static Factor ordinal(Predictors x, Draws draws) {
    int[] y = new int[x.x1.length];
    for (int i = 0; i < y.length; i++) {
      double u = draws.uniform();
      double latent = x.x1[i] + StrictMath.log(u / (1 - u));
      y[i] = latent <= -1 ? 0 : latent <= 0 ? 1 : latent <= 1.5 ? 2 : 3;
    }
    return Populations.factor("y", 4, y);
  }
}
