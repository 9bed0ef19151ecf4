package org.absentia.statistics.normality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.describe.Moments;
import org.absentia.statistics.normality.ShapiroWilk.Ties;
import org.junit.jupiter.api.Test;

class NormalityTest {

  @Test
  void another_unit_changes_no_test() {
    for (int seed = 1; seed <= 50; seed++) {
      // Given
      Random random = new Random(seed);
      double[] x = random.doubles(3 + random.nextInt(60)).map(v -> Math.rint(v * 30)).toArray();
      double[] scaled = java.util.Arrays.stream(x).map(v -> v * 1024e15 + 4096).toArray();

      for (Ties ties : Ties.values()) {
        // When
        var found = new ShapiroWilk(ties).test(Sample.of(x)).orElseThrow();
        var other = new ShapiroWilk(ties).test(Sample.of(scaled)).orElseThrow();

        // Then
        assertThat(other.w()).isCloseTo(found.w(), within(1e-12));
        assertThat(other.pValue()).isCloseTo(found.pValue(), within(1e-10));
      }
    }
  }

  @Test
  void without_ties_both_ways_to_take_them_agree() {
    // Given
    Sample sample = Sample.of(3.1, 2.7, 8.4, 5.5, 4.2, 6.3, 2.2, 9.9, 1.4, 5.0, 4.9, 7.7);

    // When
    var given = new ShapiroWilk(Ties.AS_GIVEN).test(sample);
    var averaged = new ShapiroWilk(Ties.AVERAGED).test(sample);

    // Then
    assertThat(averaged).isEqualTo(given);
  }

  @Test
  void constants_and_samples_outside_the_limits_have_no_test() {
    // Given
    Sample constant = Sample.of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);

    // When
    var shapiroWilk = new ShapiroWilk(Ties.AS_GIVEN);

    // Then
    assertThat(shapiroWilk.test(constant)).isEmpty();
    assertThat(shapiroWilk.test(Sample.of(1, 2))).isEmpty();
    assertThat(shapiroWilk.test(Sample.of(new Random(1).doubles(5001).toArray()))).isEmpty();
    assertThat(SkewnessKurtosis.test(Moments.of(constant))).isEmpty();
    assertThat(SkewnessKurtosis.test(Moments.of(Sample.of(1, 2, 3, 4, 5, 6, 8)))).isEmpty();
    assertThat(Histogram.of(constant).classes()).containsExactly(new Histogram.Class(0.1, 0.1, 9));
  }

  @Test
  void chi_square_is_finite_where_its_p_value_underflows() {
    // Given
    Sample skewed =
        Sample.of(new Random(1).doubles(100_000).map(u -> Math.exp(-4 * Math.log(u))).toArray());

    // When
    var found = SkewnessKurtosis.test(Moments.of(skewed)).orElseThrow();

    // Then
    assertThat(found.adjusted().statistic()).isFinite().isGreaterThan(1500);
    assertThat(found.adjusted().pValue()).isZero();
  }

  @Test
  void a_histogram_counts_every_value_once() {
    for (int n = 2; n < 200; n++) {
      // Given
      Sample sample = Sample.of(new Random(n).doubles(n).map(u -> Math.rint(u * 50)).toArray());

      // When
      var classes = Histogram.of(sample).classes();

      // Then
      assertThat(classes.stream().mapToInt(Histogram.Class::n).sum()).isEqualTo(n);
      if (sample.smallest() < sample.largest()) {
        assertThat(classes).hasSize((int) Math.ceil(Math.log(n) / Math.log(2) - 1e-12) + 1);
      }
    }
  }
}
