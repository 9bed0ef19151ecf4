package org.absentia.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.random.RandomTree;
import org.absentia.statistics.regression.RobustRegression.Estimator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an M-estimator has converged, its weighted residuals go with no column any more. */
class ConvergedWeightsTest {
  @ParameterizedTest
  @CsvSource({"HUBER, 40", "BISQUARE, 40", "HUBER, 100000", "BISQUARE, 100000"})
  void weighted_residuals_are_orthogonal_to_the_design(Estimator estimator, int n) {
    // Given
    Draws draws = new Draws(RandomTree.ofSeed(9).stream(n));
    double[] ones = new double[n];
    double[] x = draws.normals(n);
    double[] y = new double[n];
    for (int row = 0; row < n; row++) {
      ones[row] = 1;
      y[row] = 2 + 3 * x[row] + draws.normal() / Math.sqrt(draws.chiSquare(2) / 2);
    }
    Design design =
        new Design(
            List.of(
                new Design.Part(Design.INTERCEPT, -1, Vector.of(ones)),
                new Design.Part("x", 0, Vector.of(x))),
            n);

    // When
    RobustRegression.Fit fit = fit(estimator, design, Vector.of(y), 1);

    // Then
    double[] b = fit.table().estimates();
    double withOnes = 0;
    double withX = 0;
    for (int row = 0; row < n; row++) {
      double weighted = fit.weights().at(row) * (y[row] - b[0] - b[1] * x[row]);
      withOnes += weighted / n;
      withX += weighted * x[row] / n;
    }
    assertThat(fit.converged()).isTrue();
    assertThat(withOnes).isCloseTo(0, within(1e-10));
    assertThat(withX).isCloseTo(0, within(1e-10));
    assertThat(fit(estimator, design, Vector.of(y), 3).table().estimates()).isEqualTo(b);
  }

  private static RobustRegression.Fit fit(
      Estimator estimator, Design design, Vector y, int threads) {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return pool.submit(() -> new RobustRegression(estimator, 7, 0.01, 0.95).fit(design, y))
          .join();
    }
  }
}
