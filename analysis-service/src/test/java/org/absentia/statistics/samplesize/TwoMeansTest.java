package org.absentia.statistics.samplesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.absentia.statistics.samplesize.TwoMeans.Distribution;
import org.junit.jupiter.api.Test;

class TwoMeansTest {

  @Test
  void the_exact_size_has_the_wanted_power_and_one_person_less_does_not() {
    for (Distribution distribution : Distribution.values()) {
      for (double difference : new double[] {-0.01, 0.3, 1, 2.5}) {
        // Given
        TwoMeans means = new TwoMeans(difference, 1, 1, 0.05, distribution);

        // When
        TwoMeans.Size size = means.size(0.9);

        // Then
        assertThat(means.power(size.exact())).isCloseTo(0.9, within(1e-12));
        assertThat(means.power(size.n())).isGreaterThanOrEqualTo(0.9 - 1e-12);
        assertThat(means.power(Math.max(1.2, size.n() - 1.0))).isLessThan(0.9);
      }
    }
  }

  @Test
  void the_trials_own_numbers_come_out() {
    // When
    TwoMeans.Size navigation = new TwoMeans(10, 28, 28, 0.05, Distribution.T).size(0.8);
    TwoMeans.Size z = new TwoMeans(10, 28, 28, 0.05, Distribution.Z).size(0.8);

    // Then
    assertThat(navigation.n()).isEqualTo(125);
    assertThat(z.n()).isEqualTo(124);
  }

  @Test
  void without_a_difference_the_power_is_alpha_and_no_size_is_enough() {
    // Given
    TwoMeans nothing = new TwoMeans(0, 1, 2, 0.05, Distribution.WELCH);

    // When
    double power = nothing.power(20);

    // Then
    assertThat(power).isCloseTo(0.05, within(1e-13));
    assertThatThrownBy(() -> nothing.size(0.8)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void inflation_rounds_up_in_decimals() {
    // When
    long factor = new Inflation.Factor("more", new BigDecimal("1.1")).of(100);
    long loss = new Inflation.Loss("loss", new BigDecimal("0.05")).of(125);

    // Then
    assertThat(factor).isEqualTo(110);
    assertThat(loss).isEqualTo(132);
  }
}
