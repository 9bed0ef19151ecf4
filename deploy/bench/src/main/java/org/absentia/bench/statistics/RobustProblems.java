package org.absentia.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.regression.RobustRegression;
import org.absentia.statistics.regression.RobustRegression.Estimator;
import org.absentia.statistics.table.Coefficient;

/**
 * Robust regression on fifteen covariates with heavy tails. R's function stops at changes of 1e-4
 * by default; asked for more it gives the engine's digits, which are those of convergence. Stata's
 * method is not in R; it stands beside the Huber regression.
 */
final class RobustProblems {
  private static final int COVARIATES = 15;
  private static final String TIGHT = "1e-10";
  private static final double LENIENCY_OF_DEFAULT = 1e3;

  private RobustProblems() {}

  static List<Problem> of(Setting setting) {
    return Stream.of(514, 1_000_000)
        .flatMap(
            full -> {
              int n = setting.size(full);
              Columns data = data(setting.draws("robust " + n), n);
              return Stream.of(Estimator.values()).map(estimator -> problem(estimator, data));
            })
        .toList();
  }

  private static Problem problem(Estimator estimator, Columns data) {
    return new Problem(
        estimator + " regression, " + data.rows() + " x " + COVARIATES,
        data,
        () -> estimates(estimator, data),
        true,
        2,
        contenders(estimator));
  }

  private static List<Contender> contenders(Estimator estimator) {
    String method = "robust_regression";
    return switch (estimator) {
      case RREG ->
          List.of(
              Contender.of("MASS::rlm, Huber", method, Estimator.HUBER)
                  .withLeniency(Double.POSITIVE_INFINITY));
      case HUBER, BISQUARE ->
          List.of(
              Contender.of("MASS::rlm", method, estimator).withLeniency(LENIENCY_OF_DEFAULT),
              Contender.of("MASS::rlm, acc = " + TIGHT, method, estimator, TIGHT));
    };
  }

  private static Columns data(Draws draws, int n) {
    double[] y = Setting.column(n, () -> draws.normal() / Math.sqrt(draws.chiSquare(3) / 3));
    Columns data = Columns.of(n);
    for (int i = 1; i <= COVARIATES; i++) {
      double[] x = Setting.column(n, draws::normal);
      for (int row = 0; row < n; row++) {
        y[row] += 0.1 * i * x[row];
      }
      data = data.with("x" + i, x);
    }
    return data.with("y", y);
  }

  private static List<Estimate> estimates(Estimator estimator, Columns data) {
    String sum =
        IntStream.rangeClosed(1, COVARIATES)
            .mapToObj(i -> "x" + i)
            .collect(Collectors.joining("+"));
    Model model = Model.of("y ~ " + sum, data);
    RobustRegression.Fit fit =
        new RobustRegression(estimator, 7, 0.01, 0.95).fit(model.design(), model.response());
    List<Estimate> estimates = new ArrayList<>();
    List<Coefficient> table = fit.table().coefficients();
    double room = 1e-6 * fit.scale();
    for (Coefficient each : table) {
      estimates.add(new Estimate("effect of " + each.term(), each.estimate(), room));
    }
    for (Coefficient each : table) {
      double error = each.standardError();
      estimates.add(new Estimate("standard error of " + each.term(), error, 1e-5 * error));
    }
    estimates.add(new Estimate("scale", fit.scale(), room));
    return estimates;
  }
}
