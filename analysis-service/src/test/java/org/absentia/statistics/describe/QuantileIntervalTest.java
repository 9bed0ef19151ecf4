package org.absentia.statistics.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Sample;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class QuantileIntervalTest {
  private static final Percentage TWELVE_DIGITS = Percentage.withPercentage(1e-10);

  /** Numbers of statistics/distribution/median-interval.R: of the sample 1, 2, ..., n. */
  @Test
  void limits_have_twelve_digits_up_to_a_million_values() throws IOException {
    for (String line :
        Files.readAllLines(
            Path.of("src/test/resources/statistics/distribution/median-interval.txt"))) {
      // Given
      double[] w =
          Arrays.stream(line.trim().split(" +")).mapToDouble(Double::parseDouble).toArray();
      Sample ranks = Sample.of(IntStream.rangeClosed(1, (int) w[0]).asDoubleStream().toArray());

      // When
      Interval interval = new QuantileInterval(w[1], w[2]).of(ranks).interval();

      // Then
      assertThat(interval.lower()).as(line).isCloseTo(w[3], TWELVE_DIGITS);
      assertThat(interval.upper()).as(line).isCloseTo(w[4], TWELVE_DIGITS);
    }
  }

  @Test
  void the_interval_of_mirrored_values_is_mirrored() {
    // Given
    Sample sample = Sample.of(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5);
    Sample mirrored = Sample.of(sample.stream().map(x -> -x).toArray());

    // When
    Interval interval = QuantileInterval.MEDIAN.of(sample).interval();
    Interval other = QuantileInterval.MEDIAN.of(mirrored).interval();

    // Then
    assertThat(other).isEqualTo(new Interval(-interval.upper(), -interval.lower()));
  }

  @Test
  void a_single_value_is_its_own_interval_and_no_value_has_none() {
    assertThat(QuantileInterval.MEDIAN.of(Sample.of(7)).interval()).isEqualTo(new Interval(7, 7));
    assertThat(QuantileInterval.MEDIAN.of(Sample.of()).estimate()).isNaN();
    assertThat(QuantileInterval.MEDIAN.of(Sample.of()).interval()).isEqualTo(Interval.UNDEFINED);
  }
}
