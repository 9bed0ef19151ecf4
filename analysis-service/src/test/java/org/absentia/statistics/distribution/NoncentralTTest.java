package org.absentia.statistics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class NoncentralTTest {

  @Test
  void tails_agree_with_the_integral_that_defines_them() throws IOException {
    // Given
    String text;
    try (InputStream in =
        getClass().getResourceAsStream("/statistics/sample-size/noncentral-t.txt")) {
      text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String line : text.lines().toList()) {
      double[] w = Arrays.stream(line.trim().split(" ")).mapToDouble(Double::parseDouble).toArray();

      // When
      NoncentralT t = new NoncentralT(w[0], w[1]);

      // Then
      assertThat(t.survival(w[2])).isCloseTo(w[3], within(1e-12 * w[3]));
      assertThat(t.lowerTail(w[2])).isCloseTo(w[4], within(1e-9 * w[4] + 1e-300));
    }
  }

  @Test
  void without_noncentrality_it_is_students_t() {
    for (double degrees : new double[] {0.4, 1, 3.5, 30, 1e4, 1e7}) {
      // Given
      double c = new StudentT(degrees).critical(0.05);

      // When
      NoncentralT t = new NoncentralT(degrees, 0);

      // Then
      assertThat(t.survival(c)).isCloseTo(0.025, within(1e-13));
      assertThat(t.lowerTail(c)).isCloseTo(0.025, within(1e-13));
      assertThat(TDistribution.of(degrees).survivalProbability(c)).isCloseTo(0.025, within(1e-15));
    }
  }

  @Test
  void the_logarithm_of_the_normal_tail_and_its_inverse_belong_together() {
    for (double z : new double[] {-8, -1, 0.5, 5, 29.999, 30.001, 37, 60, 1e4}) {
      // Given
      double logarithm = NormalTail.logSurvival(z);

      // When
      double back = NormalTail.inverseLogSurvival(logarithm);

      // Then
      assertThat(back).isCloseTo(z, within(1e-13 * Math.max(1, Math.abs(z))));
    }
  }
}
