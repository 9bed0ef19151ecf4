package org.absentia.statistics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class NoncentralTTest {

  private static List<String[]> lines(String name) throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/statistics/sample-size/" + name)).stream()
        .map(line -> line.trim().split(" +"))
        .toList();
  }

  /** Numbers of statistics/sample-size/noncentral-t.R. */
  @Test
  void tails_agree_with_the_integral_that_defines_them() throws IOException {
    for (String[] line : lines("noncentral-t.txt")) {
      // Given
      double[] w = Arrays.stream(line).mapToDouble(Double::parseDouble).toArray();

      // When
      NoncentralT t = new NoncentralT(w[0], w[1]);

      // Then
      assertThat(t.survival(w[2])).isCloseTo(w[3], within(1e-12 * w[3]));
      assertThat(t.lowerTail(w[2])).isCloseTo(w[4], within(1e-9 * w[4] + 1e-300));
    }
  }

  /** Numbers of statistics/sample-size/noncentral-t-grid.R, which says how near they are. */
  @Test
  void survival_agrees_with_r_on_a_grid_up_to_very_large_noncentralities() throws IOException {
    for (String[] line : lines("noncentral-t-grid.txt")) {
      // Given
      double[] w = Arrays.stream(line).skip(1).mapToDouble(Double::parseDouble).toArray();
      double room = line[0].equals("pt") ? 1e-11 : 1e-11 * w[3] + 1e-14;

      // When
      double survival = new NoncentralT(w[0], w[1]).survival(w[2]);

      // Then
      assertThat(survival).as(String.join(" ", line)).isCloseTo(w[3], within(room));
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
