package org.absentia.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.survival.CoxRegression;
import org.absentia.statistics.survival.CoxRegression.Ties;
import org.absentia.statistics.survival.Strata;
import org.absentia.statistics.table.Coefficient;

/** Cox regression of whole days up to a year, with Efron's ties, on five covariates. */
final class CoxProblems {
  private static final int COVARIATES = 5;

  private CoxProblems() {}

  static List<Problem> of(Setting setting) {
    return Stream.of(10_000, 100_000, 1_000_000)
        .map(full -> problem(setting, setting.size(full)))
        .toList();
  }

  private static Problem problem(Setting setting, int n) {
    Columns data = data(setting.draws("cox " + n), n);
    return new Problem(
        "Cox, Efron ties, 5 covariates, n = " + n,
        data,
        () -> estimates(data),
        false,
        2,
        List.of(Contender.of("survival::coxph", "cox")));
  }

  private static Columns data(Draws draws, int n) {
    double[] hazard = new double[n];
    Columns data = Columns.of(n);
    for (int i = 1; i <= COVARIATES; i++) {
      boolean binary = i > 3;
      double[] x = Setting.column(n, () -> binary ? draws.below(2) : draws.normal());
      for (int row = 0; row < n; row++) {
        hazard[row] += (i % 2 == 0 ? -0.1 : 0.15) * i * x[row];
      }
      data = data.with("x" + i, x);
    }
    return CensoredYear.WHOLE_DAYS.on(data, hazard, draws);
  }

  private static List<Estimate> estimates(Columns data) {
    Model model = Model.of("x1 + x2 + x3 + x4 + x5 - 1", data);
    CoxRegression.Fit fit =
        new CoxRegression(Ties.EFRON, false, 0.95)
            .fit(
                CoxRegression.Data.of(
                    model.design(), CensoredYear.times(data), Strata.none(data.rows())));
    List<Estimate> estimates = new ArrayList<>();
    List<Coefficient> table = fit.table().coefficients();
    for (Coefficient each : table) {
      double room = 1e-5 * each.standardError();
      estimates.add(new Estimate("log hazard of " + each.term(), each.estimate(), room));
    }
    for (Coefficient each : table) {
      double error = each.standardError();
      estimates.add(new Estimate("standard error of " + each.term(), error, 1e-6 * error));
    }
    estimates.add(Estimate.exact("log likelihood at 0", fit.nullLogLikelihood()));
    estimates.add(Estimate.exact("log likelihood", fit.logLikelihood()));
    estimates.add(new Estimate("concordance", fit.concordance(), 1e-6));
    return estimates;
  }
}
