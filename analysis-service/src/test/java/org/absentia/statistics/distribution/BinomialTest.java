package org.absentia.statistics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class BinomialTest {
  private static final Percentage TWELVE_DIGITS = Percentage.withPercentage(1e-10);

  /** Numbers of statistics/distribution/binomial.R. */
  @Test
  void probabilities_have_the_digits_of_r_up_to_a_million_trials() throws IOException {
    for (String line :
        Files.readAllLines(Path.of("src/test/resources/statistics/distribution/binomial.txt"))) {
      double[] w =
          Arrays.stream(line.trim().split(" +")).mapToDouble(Double::parseDouble).toArray();

      // When
      Binomial binomial = Binomial.of((int) w[0], w[1]);

      // Then
      near(line, binomial.probability((int) w[2]), w[3]);
      near(line, binomial.cumulative((int) w[2]), w[4]);
    }
  }

  private static void near(String line, double found, double expected) {
    if (expected > 1e-290) {
      assertThat(found).as(line).isCloseTo(expected, TWELVE_DIGITS);
    } else {
      assertThat(found).as(line).isBetween(0.0, 1e-280);
    }
  }

  @Test
  void the_number_of_failures_mirrors_that_of_successes() {
    for (double success : new double[] {0.5, 0.1, 1e-5}) {
      // Given
      Binomial binomial = Binomial.of(40, success);

      for (int k = 0; k <= 40; k++) {
        // When
        double upper = 1 - binomial.ofFailures().cumulative(39 - k);

        // Then
        assertThat(binomial.cumulative(k)).isCloseTo(upper, within(1e-15));
        assertThat(binomial.probability(k))
            .isCloseTo(binomial.ofFailures().probability(40 - k), TWELVE_DIGITS);
      }
    }
  }

  @Test
  void the_smallest_number_above_a_probability_is_the_first_one_above_it() {
    for (double probability : new double[] {0, 1e-20, 0.025, 0.5, 0.999999}) {
      // Given
      Binomial binomial = Binomial.of(1000, 0.37);

      // When
      int k = binomial.smallestAbove(probability);

      // Then
      assertThat(binomial.cumulative(k)).isGreaterThan(probability);
      assertThat(binomial.cumulative(k - 1)).isLessThanOrEqualTo(probability);
    }
    assertThat(Binomial.of(0, 0.5).smallestAbove(0.025)).isZero();
  }
}
