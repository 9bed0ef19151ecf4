package org.absentia.statistics.imputation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.imputation.ChainVariable.Equation;
import org.absentia.statistics.linalg.LeastSquares;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.random.RandomTree;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/**
 * Whether 95 % intervals hold the truth in 95 % of data sets when the outcome is missing at random:
 * y = 1 + x + z + noise, n = 100; y is missing with a probability that grows with x (about 40 %), z
 * with one of 20 %.
 */
class CoverageTest {
  private static final int RUNS = 1000;
  private static final int N = 100;

  @Test
  void intervals_after_normal_imputation_hold_the_truth_as_often_as_they_say() {
    // Given
    double[] covered = new double[3];

    // When
    IntStream.range(0, RUNS).forEach(run -> count(covered, pooled(run, ImputationMethod.NORMAL)));

    // Then: four Monte Carlo standard errors
    double room = 4 * Math.sqrt(0.95 * 0.05 / RUNS);
    for (double count : covered) {
      assertThat(count / RUNS).isBetween(0.95 - room, 0.95 + room);
    }
  }

  /**
   * Matching on five donors out of sixty is a little too sure of itself, as the literature says.
   */
  @Test
  void intervals_after_predictive_mean_matching_are_close_to_it() {
    // Given
    double[] covered = new double[3];

    // When
    IntStream.range(0, RUNS).forEach(run -> count(covered, pooled(run, ImputationMethod.PMM)));

    // Then
    for (double count : covered) {
      assertThat(count / RUNS).isBetween(0.88, 0.98);
    }
  }

  private static void count(double[] covered, RubinsRules.Pooled pooled) {
    for (int i = 0; i < covered.length; i++) {
      Interval interval = pooled.coefficients().get(i).small().interval();
      covered[i] += interval.lower() <= 1 && 1 <= interval.upper() ? 1 : 0;
    }
  }

  private static RubinsRules.Pooled pooled(int run, ImputationMethod method) {
    Draws draws = new Draws(RandomTree.ofSeed(2026).branch("coverage").stream(run));
    double[] x = draws.normals(N);
    double[] z = new double[N];
    double[] y = new double[N];
    for (int i = 0; i < N; i++) {
      z[i] = 0.5 * x[i] + draws.normal();
      y[i] = 1 + x[i] + z[i] + draws.normal();
      y[i] = draws.uniform() < 1 / (1 + Math.exp(0.5 - x[i])) ? Double.NaN : y[i];
      z[i] = draws.uniform() < 0.2 ? Double.NaN : z[i];
    }
    List<ChainVariable> variables =
        List.of(variable("x", x, method), variable("y", y, method), variable("z", z, method));
    Imputations all = new ChainedEquations(10, 10).run(variables, RandomTree.ofSeed(run));
    List<Estimates> fits = IntStream.range(0, all.count()).mapToObj(i -> fit(x, all, i)).toList();
    return new RubinsRules(N - 3, 0.95).pool(fits);
  }

  private static ChainVariable variable(String name, double[] values, ImputationMethod method) {
    List<String> others = List.of("x", "y", "z").stream().filter(o -> !o.equals(name)).toList();
    return new ChainVariable(
        name,
        new Column.Numbers(values),
        Optional.empty(),
        Optional.of(new Equation(method, others)));
  }

  private static Estimates fit(double[] x, Imputations all, int imputation) {
    double[] ones = new double[N];
    java.util.Arrays.fill(ones, 1);
    double[] y = column(all, imputation, "y");
    LeastSquares squares = LeastSquares.of(ones, x, column(all, imputation, "z"));
    double sum = 0;
    for (double residual : squares.residuals(y)) {
      sum += residual * residual;
    }
    DMatrixRMaj covariance = squares.inverseCrossProduct();
    CommonOps_DDRM.scale(sum / (N - 3), covariance);
    return new Estimates(List.of("(Intercept)", "x", "z"), Vector.of(squares.solve(y)), covariance);
  }

  private static double[] column(Imputations all, int imputation, String name) {
    Column column = all.completed(imputation).get(name);
    if (!(column instanceof Column.Numbers numbers)) {
      throw new IllegalStateException(name + " is complete");
    }
    return IntStream.range(0, numbers.size()).mapToDouble(numbers::at).toArray();
  }
}
