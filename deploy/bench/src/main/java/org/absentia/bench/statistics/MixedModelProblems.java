package org.absentia.bench.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.absentia.statistics.data.LevelOrder;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Formula.Grouping;
import org.absentia.statistics.mixed.Covariance;
import org.absentia.statistics.mixed.MixedFit;
import org.absentia.statistics.mixed.MixedModel;
import org.absentia.statistics.mixed.MixedModel.Estimation;
import org.absentia.statistics.mixed.MixedModel.Fallback;
import org.absentia.statistics.mixed.VarianceComponents;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.table.Coefficient;

/** Random intercepts and slopes of persons who were asked six times, by maximum likelihood. */
final class MixedModelProblems {
  private static final int VISITS = 6;
  private static final String FORMULA = "y ~ week * arm + (1 + week | id)";

  private MixedModelProblems() {}

  static List<Problem> of(Setting setting) {
    return Stream.of(1_000, 20_000).map(full -> problem(setting, setting.size(full))).toList();
  }

  private static Problem problem(Setting setting, int persons) {
    Columns data = data(setting.draws("mixed model " + persons), persons);
    return new Problem(
        "mixed model, random slopes, " + persons + " x " + VISITS,
        data,
        () -> estimates(data),
        false,
        2,
        List.of(Contender.of("lme4::lmer", "mixed_model")));
  }

  private static Columns data(Draws draws, int persons) {
    int n = persons * VISITS;
    double[] id = new double[n];
    double[] week = new double[n];
    double[] arm = new double[n];
    double[] y = new double[n];
    for (int person = 0; person < persons; person++) {
      double intercept = draws.normal();
      double slope = 0.2 * intercept + 0.3 * draws.normal();
      for (int visit = 0; visit < VISITS; visit++) {
        int row = person * VISITS + visit;
        id[row] = person;
        week[row] = visit;
        arm[row] = person % 2;
        y[row] = 5 + intercept + (slope - 0.4 - 0.1 * arm[row]) * visit + draws.normal();
      }
    }
    return Columns.of(n).with("id", id).with("week", week).with("arm", arm).with("y", y);
  }

  private static List<Estimate> estimates(Columns data) {
    Model model = Model.of(FORMULA, data);
    Grouping grouping = model.formula().grouping().orElseThrow();
    MixedFit fit =
        new MixedModel(Estimation.ML, Covariance.UNSTRUCTURED, Fallback.NONE, 0.95)
            .fit(
                model.design(),
                Design.of(grouping.slopes(), grouping.intercept(), model.frame()),
                model.frame().factor(grouping.group(), LevelOrder.SORTED),
                model.response());
    List<Estimate> estimates = new ArrayList<>();
    List<Coefficient> table = fit.table().coefficients();
    for (Coefficient each : table) {
      double room = 1e-3 * each.standardError();
      estimates.add(new Estimate("effect of " + each.term(), each.estimate(), room));
    }
    for (Coefficient each : table) {
      double error = each.standardError();
      estimates.add(new Estimate("standard error of " + each.term(), error, 1e-3 * error));
    }
    estimates.add(new Estimate("log likelihood", fit.logLikelihood(), 1e-3));
    VarianceComponents components = fit.components();
    estimates.add(variance("intercepts", components.variance(0)));
    estimates.add(variance("slopes", components.variance(1)));
    estimates.add(variance("both", components.covariance().get(1, 0)));
    estimates.add(variance("the rest", components.residual()));
    return estimates;
  }

  /** R's optimiser stops earlier than ours. */
  private static Estimate variance(String of, double value) {
    return new Estimate("variance of " + of, value, 3e-3 * Math.abs(value));
  }
}
