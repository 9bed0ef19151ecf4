package org.absentia.statistics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DrawsTest {
  private static final int N = 200_000;

  @Test
  void normal_draws_have_mean_0_variance_1_and_the_tails_of_the_normal_distribution() {
    // Given
    Draws draws = new Draws(RandomTree.ofSeed(1).stream(0));

    // When
    double sum = 0;
    double squares = 0;
    int beyond = 0;
    for (int i = 0; i < N; i++) {
      double x = draws.normal();
      sum += x;
      squares += x * x;
      beyond += Math.abs(x) > 1.959963984540054 ? 1 : 0;
    }

    // Then: four standard errors
    assertThat(sum / N).isCloseTo(0, within(4 / Math.sqrt(N)));
    assertThat(squares / N).isCloseTo(1, within(4 * Math.sqrt(2.0 / N)));
    assertThat(beyond / (double) N).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / N)));
  }

  @Test
  void chi_square_draws_have_the_mean_and_variance_of_their_degrees_of_freedom() {
    for (double df : new double[] {0.5, 1, 3, 500}) {
      // Given
      Draws draws = new Draws(RandomTree.ofSeed(2).stream(0));

      // When
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < N; i++) {
        double x = draws.chiSquare(df);
        sum += x;
        squares += (x - df) * (x - df);
      }

      // Then: the fourth central moment is 12 df^2 + 48 df
      assertThat(sum / N).isCloseTo(df, within(4 * Math.sqrt(2 * df / N)));
      double spread = Math.sqrt((12 * df * df + 48 * df - 4 * df * df) / N);
      assertThat(squares / N).isCloseTo(2 * df, within(4 * spread));
    }
  }
}
