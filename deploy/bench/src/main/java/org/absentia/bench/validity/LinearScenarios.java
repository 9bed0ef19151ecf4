package org.absentia.bench.validity;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.regression.LinearRegression;
import org.absentia.statistics.regression.LinearRegression.CovarianceType;
import org.absentia.statistics.regression.RegressionDiagnostics;
import org.absentia.statistics.regression.RobustRegression;
import org.absentia.statistics.regression.RobustRegression.Estimator;
import org.absentia.statistics.table.Coefficient;
import org.absentia.statistics.table.CoefficientTable;

/** Linear and robust regression of y = 1 + x1 + 0 x2 + 0 x3 + error. */
final class LinearScenarios {
  private LinearScenarios() {}

  static List<Scenario<?>> all() {
    return List.of(
        classical(10),
        classical(100),
        heteroscedastic("linear regression, error grows with x, n = 40", 40),
        heteroscedastic("linear regression, error grows with x, n = 500", 500),
        weighted(),
        robust("robust regression, normal errors, n = 100", 100, Draws::normal),
        robust("robust regression, t3 errors, n = 100", 100, Populations::heavyTailed),
        robust("robust regression, t3 errors, n = 30", 30, Populations::heavyTailed));
  }

  /** Predictors of which the second and third are correlated with the first, and a response. */
  record Data(Design design, Vector response) {
    LinearRegression.Fit by(CovarianceType type) {
      return new LinearRegression(type, Scenario.LEVEL).fit(design, response);
    }
  }

  static Data data(int n, Draws draws, ToDoubleFunction<Draws> error, double slope) {
    double[] x1 = new double[n];
    double[] x2 = new double[n];
    double[] x3 = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x1[i] = draws.normal();
      x2[i] = 0.5 * x1[i] + draws.normal();
      x3[i] = Populations.bernoulli(0.4, draws);
      y[i] = 1 + slope * x1[i] + error.applyAsDouble(draws);
    }
    return new Data(Populations.withIntercept(x1, x2, x3), Vector.of(y));
  }

  private static Coefficient coefficient(LinearRegression.Fit fit, int place) {
    return fit.table().coefficients().get(place);
  }

  /** The second record: the same errors without any effect, for F. */
  private record Fits(LinearRegression.Fit effect, LinearRegression.Fit none, Data data) {}

  private static Scenario<Fits> classical(int n) {
    return Scenario.of(
            "linear regression, normal errors, n = " + n,
            10_000,
            r -> {
              Data data = data(n, r.draws(), Draws::normal, 1);
              Data none = data(n, r.draws(), Draws::normal, 0);
              return new Fits(
                  data.by(CovarianceType.CLASSICAL), none.by(CovarianceType.CLASSICAL), none);
            })
        .covers("t interval of x1", 1, fits -> coefficient(fits.effect, 1).interval())
        .rejects("t of x2", fits -> coefficient(fits.effect, 2).pValue())
        .rejects("F of all terms", fits -> fits.none.f().pValue())
        .rejects(
            "Breusch-Pagan", fits -> RegressionDiagnostics.of(fits.none).breuschPagan().pValue());
  }

  /** One predictor; the error's standard deviation is 0.3 + |x|. */
  private static Scenario<Data> heteroscedastic(String name, int n) {
    Scenario<Data> scenario =
        Scenario.of(name, n < 100 ? 20_000 : 5_000, r -> heteroscedastic(n, r.draws()));
    for (CovarianceType type : CovarianceType.values()) {
      scenario =
          scenario.covers(
              "interval by " + type, 1, data -> coefficient(data.by(type), 1).interval());
      scenario =
          type == CovarianceType.CLASSICAL
              ? scenario.wrong("the variance is not constant")
              : scenario;
    }
    return scenario;
  }

  private static Data heteroscedastic(int n, Draws draws) {
    double[] x = draws.normals(n);
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = 1 + x[i] + (0.3 + Math.abs(x[i])) * draws.normal();
    }
    return new Data(Populations.withIntercept(x), Vector.of(y));
  }

  /** Rows with a large error are sampled more often; weights are inverse probabilities. */
  private static Scenario<LinearRegression.Fit> weighted() {
    LinearRegression method = new LinearRegression(CovarianceType.HC3, Scenario.LEVEL);
    return Scenario.of(
            "linear regression, sampling depends on y, n = 400",
            5_000,
            r -> {
              int n = 400;
              double[] x = new double[n];
              double[] y = new double[n];
              double[] weights = new double[n];
              for (int i = 0; i < n; ) {
                x[i] = r.draws().normal();
                y[i] = 1 + x[i] + r.draws().normal();
                double chance = y[i] > 1 ? 0.9 : 0.3;
                weights[i] = 1 / chance;
                i += r.draws().uniform() < chance ? 1 : 0;
              }
              return method.fit(Populations.withIntercept(x), Vector.of(y), Vector.of(weights));
            })
        .covers("weighted interval by HC3", 1, fit -> coefficient(fit, 1).interval());
  }

  private static Scenario<Data> robust(String name, int n, ToDoubleFunction<Draws> error) {
    Scenario<Data> scenario = Scenario.of(name, 5_000, r -> data(n, r.draws(), error, 1));
    for (Estimator estimator : Estimator.values()) {
      RobustRegression method = new RobustRegression(estimator, 7, 0.01, Scenario.LEVEL);
      scenario =
          scenario
              .covers(
                  estimator + " interval of x1",
                  1,
                  data -> robust(method, data).coefficients().get(1).interval())
              .rejects(
                  estimator + " t of x2",
                  data -> robust(method, data).coefficients().get(2).pValue());
    }
    return scenario;
  }

  private static CoefficientTable robust(RobustRegression method, Data data) {
    return method.fit(data.design(), data.response()).table();
  }
}
