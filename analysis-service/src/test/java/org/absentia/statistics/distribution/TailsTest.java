package org.absentia.statistics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of statistics/distribution/tails.R. */
class TailsTest {
  private static final Percentage TWELVE_DIGITS = Percentage.withPercentage(1e-10);

  private record Line(String name, double df1, double df2, double value, double expected) {
    static Line of(String text) {
      String[] parts = text.split(" +");
      return new Line(
          parts[0], number(parts[1]), number(parts[2]), number(parts[3]), number(parts[4]));
    }

    private static double number(String text) {
      return switch (text) {
        case "NA" -> Double.NaN;
        case "-Inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    }
  }

  private static List<Line> lines(String name) throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/statistics/distribution/tails.txt"))
        .stream()
        .map(Line::of)
        .filter(line -> line.name.equals(name))
        .toList();
  }

  private static double tail(Line line) {
    return switch (line.name) {
      case "t" -> new StudentT(line.df1).twoSided(line.value) / 2;
      case "chi" -> UpperTail.chiSquare(line.value, line.df1);
      case "f" -> UpperTail.f(line.value, line.df1, line.df2);
      default ->
          line.value < 0
              ? 1 - new StandardNormal().twoSided(line.value) / 2
              : new StandardNormal().twoSided(line.value) / 2;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"t", "chi", "f", "norm"})
  void tails_have_twelve_digits_however_small_they_are(String name) throws IOException {
    for (Line line : lines(name)) {
      if (line.expected > -700) {
        assertThat(tail(line)).as("%s", line).isCloseTo(Math.exp(line.expected), TWELVE_DIGITS);
      } else {
        assertThat(tail(line)).as("%s", line).isBetween(0.0, 1e-303);
      }
    }
  }

  @Test
  void quantiles_have_twelve_digits() throws IOException {
    for (Line line : lines("qnorm")) {
      assertThat(new StandardNormal().critical(2 * line.value))
          .isCloseTo(line.expected, TWELVE_DIGITS);
    }
    for (Line line : lines("qt")) {
      assertThat(new StudentT(line.df1).critical(2 * line.value))
          .as("%s", line)
          .isCloseTo(line.expected, TWELVE_DIGITS);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-6, 0.3, 0.5, 0.95, 0.999999999999})
  void quantiles_of_one_and_two_degrees_of_freedom_have_closed_forms(double level) {
    double odds = level / Math.sqrt((1 - level) * (1 + level));
    assertThat(new StudentT(2).within(level)).isCloseTo(odds * Math.sqrt(2), TWELVE_DIGITS);
    double cauchy =
        level < 0.5 ? Math.tan(Math.PI * level / 2) : 1 / Math.tan(Math.PI * (1 - level) / 2);
    assertThat(new StudentT(1).within(level)).isCloseTo(cauchy, TWELVE_DIGITS);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.5, 2, 2.3, 7, 29.7, 503, 1e4, 1e6, 1e9, 1e12})
  void a_quantile_leads_back_to_its_probability(double df) {
    StudentT t = new StudentT(df);
    for (double alpha : new double[] {1 - 1e-9, 0.7, 0.5, 0.05, 1e-12, 1e-40, 1e-200}) {
      assertThat(t.twoSided(t.critical(alpha))).isCloseTo(alpha, Percentage.withPercentage(1e-8));
    }
    assertThat(t.within(1e-12) / new StandardNormal().within(1e-12)).isBetween(1 - 1e-12, 1.3);
    assertThat(t.critical(1)).isZero();
  }

  /** Numbers of statistics/distribution/student-far.R. */
  @Test
  void tails_and_quantiles_go_on_where_the_square_of_a_value_is_no_number() throws IOException {
    for (String text :
        Files.readAllLines(Path.of("src/test/resources/statistics/distribution/student-far.txt"))) {
      // Given
      double[] w =
          Arrays.stream(text.trim().split(" +")).mapToDouble(Double::parseDouble).toArray();
      StudentT t = new StudentT(w[0]);
      double alpha = 2 * Math.exp(w[2]);

      // When // Then
      assertThat(t.twoSided(w[1])).as(text).isCloseTo(alpha, TWELVE_DIGITS);
      assertThat(t.critical(alpha)).as(text).isCloseTo(w[1], TWELVE_DIGITS);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-100, 1e-155, 1e-200, 1e-300})
  void far_quantiles_of_one_degree_of_freedom_are_those_of_cauchy(double alpha) {
    assertThat(new StudentT(1).critical(alpha)).isCloseTo(2 / Math.PI / alpha, TWELVE_DIGITS);
  }

  @Test
  void even_the_middle_of_hardly_any_degrees_of_freedom_leads_back() {
    for (double df : new double[] {1e-3, 2e-3, 0.01}) {
      StudentT t = new StudentT(df);
      assertThat(t.twoSided(t.within(0.4))).isCloseTo(0.6, TWELVE_DIGITS);
    }
  }

  @Test
  void a_tail_too_long_for_numbers_is_infinite_and_undefined_statistics_stay_so() {
    assertThat(new StudentT(0.5).critical(1e-300)).isInfinite();
    assertThat(new StudentT(3).twoSided(Double.NaN)).isNaN();
    assertThat(UpperTail.chiSquare(Double.NaN, 2)).isNaN();
    assertThat(UpperTail.f(Double.NaN, 2, 3)).isNaN();
    assertThat(new StudentT(3).twoSided(Double.POSITIVE_INFINITY)).isZero();
    assertThat(UpperTail.f(Double.POSITIVE_INFINITY, 2, 3)).isZero();
    assertThat(UpperTail.f(5, 2, Double.POSITIVE_INFINITY)).isCloseTo(Math.exp(-5), within(1e-15));
  }
}
