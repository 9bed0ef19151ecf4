package org.absentia.bench.validity;

import java.util.List;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Design.Part;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.regression.LinearRegression;
import org.absentia.statistics.regression.LogisticRegression;
import org.absentia.statistics.regression.Moderation;
import org.absentia.statistics.regression.RobustRegression;
import org.absentia.statistics.survival.CoxRegression;
import org.absentia.statistics.survival.Strata;
import org.absentia.statistics.table.CoefficientTable;

/** Tests of an interaction of an arm of three levels with a number, where there is none. */
final class ModerationScenarios {
  private static final int RUNS = 5_000;
  private static final Formula FORMULA = Formula.parse("y ~ arm + x + arm:x", "/formula");

  private ModerationScenarios() {}

  static List<Scenario<?>> all() {
    LinearRegression linear = LinearRegression.CLASSICAL;
    RobustRegression robust = RobustRegression.RREG;
    LogisticRegression logistic = new LogisticRegression(Scenario.LEVEL);
    CoxRegression cox = new CoxRegression(CoxRegression.Ties.EFRON, false, Scenario.LEVEL);
    return List.of(
        moderation("linear regression", 60, (d, m, r) -> linear.fit(d, normal(m, r)).table()),
        moderation("robust regression", 120, (d, m, r) -> robust.fit(d, normal(m, r)).table()),
        moderation("logistic regression", 600, (d, m, r) -> logistic.fit(d, binary(m, r)).table()),
        moderation("Cox", 300, (d, m, r) -> cox.fit(survival(d, m, r)).table()));
  }

  /** Fits a model to an outcome with the given linear predictor. */
  private interface Model {
    CoefficientTable fit(Design design, Vector linear, Draws draws);
  }

  private static Scenario<Double> moderation(String name, int n, Model model) {
    return Scenario.of(
            "moderation, " + name + ", n = " + n,
            RUNS,
            r -> {
              double[] x = r.draws().normals(n);
              Design design = design(x);
              double[] linear =
                  IntStream.range(0, n)
                      .mapToDouble(i -> -0.5 + 0.4 * (i % 3) + 0.5 * x[i])
                      .toArray();
              CoefficientTable table = model.fit(design, Vector.of(linear), r.draws());
              return new Moderation(
                      table, design, FORMULA, FORMULA.terms().getLast(), Scenario.LEVEL)
                  .jointTest()
                  .pValue();
            })
        .rejects("joint test of the interaction", p -> p);
  }

  private static Design design(double... x) {
    int n = x.length;
    double[] second = IntStream.range(0, n).mapToDouble(i -> i % 3 == 1 ? 1 : 0).toArray();
    double[] third = IntStream.range(0, n).mapToDouble(i -> i % 3 == 2 ? 1 : 0).toArray();
    return new Design(
        List.of(
            new Part(Design.INTERCEPT, -1, Vector.of(SurvivalScenarios.ones(n))),
            new Part("arm[B]", 0, Vector.of(second)),
            new Part("arm[C]", 0, Vector.of(third)),
            new Part("x", 1, Vector.of(x)),
            new Part("arm[B]:x", 2, product(second, x)),
            new Part("arm[C]:x", 2, product(third, x))),
        n);
  }

  private static Vector product(double[] one, double[] other) {
    return Vector.of(IntStream.range(0, one.length).mapToDouble(i -> one[i] * other[i]).toArray());
  }

  private static Vector normal(Vector linear, Draws draws) {
    return Vector.of(
        IntStream.range(0, linear.size())
            .mapToDouble(i -> linear.at(i) + draws.normal())
            .toArray());
  }

  private static Vector binary(Vector linear, Draws draws) {
    return Vector.of(
        IntStream.range(0, linear.size())
            .mapToDouble(i -> Populations.bernoulli(Populations.logistic(linear.at(i)), draws))
            .toArray());
  }

  private static CoxRegression.Data survival(Design design, Vector linear, Draws draws) {
    double[] hazards =
        IntStream.range(0, linear.size()).mapToDouble(i -> StrictMath.exp(linear.at(i))).toArray();
    Design covariates = design.only(1, 2, 3, 4, 5);
    return CoxRegression.Data.of(
        covariates, SurvivalScenarios.times(draws, hazards), Strata.none(linear.size()));
  }
}
