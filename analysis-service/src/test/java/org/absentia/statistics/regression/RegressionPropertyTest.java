package org.absentia.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.regression.RobustRegression.Estimator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegressionPropertyTest {
  private static final WeightedData DATA = WeightedData.read();

  private interface CategoryFit {
    CategoryModel of(WeightedData data, Vector weights);
  }

  static Stream<CategoryFit> categoryModels() {
    return Stream.of(
        (data, w) ->
            new LogisticRegression(0.95).fit(data.design("y ~ x + z"), data.numbers("y"), w),
        (data, w) ->
            new MultinomialRegression(0.95).fit(data.design("k ~ x + z"), data.levels("k"), w),
        (data, w) ->
            new OrdinalRegression(0.95).fit(data.design("k ~ x + z"), data.levels("k"), w));
  }

  @ParameterizedTest
  @MethodSource("categoryModels")
  void counts_are_rows_repeated(CategoryFit model) {
    // Given
    WeightedData repeated = DATA.repeated();
    // When
    CategoryModel weighted = model.of(DATA, DATA.weights());
    CategoryModel plain = model.of(repeated, Vector.constant(1, repeated.rows().size()));
    // Then
    same(weighted, plain);
  }

  @ParameterizedTest
  @MethodSource("categoryModels")
  void the_order_of_rows_does_not_matter(CategoryFit model) {
    WeightedData reversed = DATA.reversed();
    same(model.of(DATA, DATA.weights()), model.of(reversed, reversed.weights()));
  }

  @ParameterizedTest
  @MethodSource("categoryModels")
  void probabilities_of_a_row_add_up_to_one(CategoryFit model) {
    // Given
    CategoryModel fit = model.of(DATA, DATA.weights());
    // When
    List<Vector> probabilities = fit.probabilities(fit.estimates(), DATA.design("~ x + z"));
    // Then
    for (int row = 0; row < DATA.rows().size(); row++) {
      int place = row;
      assertThat(probabilities.stream().mapToDouble(level -> level.at(place)).sum())
          .isCloseTo(1, within(1e-12));
    }
  }

  private static void same(CategoryModel one, CategoryModel other) {
    assertThat(one.converged()).isTrue();
    for (int i = 0; i < one.estimates().size(); i++) {
      assertThat(one.estimates().at(i)).isCloseTo(other.estimates().at(i), within(1e-9));
      assertThat(one.covariance().get(i, i)).isCloseTo(other.covariance().get(i, i), within(1e-8));
    }
  }

  @Test
  void terms_that_separate_the_outcome_give_finite_numbers_that_have_not_converged() {
    // Given
    Design design = line(1, 2, 3, 4, 5, 6);
    Factor levels = new Factor("y", List.of("a", "b", "c"), 0, Indexes.of(0, 0, 1, 1, 2, 2));
    // When
    List<CategoryModel> fits =
        List.of(
            new LogisticRegression(0.95).fit(design, Vector.of(0, 0, 0, 1, 1, 1)),
            new LogisticRegression(0.95).fit(line(1, 2, 3, 3, 5, 6), Vector.of(0, 0, 0, 1, 1, 1)),
            new MultinomialRegression(0.95).fit(design, levels),
            new OrdinalRegression(0.95).fit(design, levels));
    // Then
    assertThat(fits).noneMatch(CategoryModel::converged);
    assertThat(fits)
        .allSatisfy(
            fit -> assertThat(Arrays.stream(fit.estimates().array())).allMatch(Double::isFinite));
  }

  @Test
  void an_outcome_of_one_level_leaves_nothing_to_estimate() {
    // Given
    Design design = line(1, 2, 3);
    // When
    LogisticRegression.Fit fit = new LogisticRegression(0.95).fit(design, Vector.of(1, 1, 1));
    // Then
    assertThat(fit.converged()).isFalse();
    assertThat(fit.notes()).contains(Logit.CONSTANT);
    assertThat(fit.estimates().array()).containsOnly(Double.NaN);
  }

  @Test
  void a_collinear_column_is_dropped_with_a_note() {
    // Given
    Design design = columns(new double[] {1, 2, 3, 4, 7}, new double[] {2, 4, 6, 8, 14});
    // When
    LogisticRegression.Fit fit = new LogisticRegression(0.95).fit(design, Vector.of(0, 1, 0, 1, 1));
    // Then
    assertThat(fit.design().names()).containsExactly("(Intercept)", "x0");
    assertThat(fit.notes()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Estimator.class)
  void robust_estimates_move_with_the_outcome_and_stretch_with_it(Estimator estimator) {
    // Given
    RobustRegression model = new RobustRegression(estimator, 7, 0.01, 0.95);
    Design design = DATA.design("v ~ x + z");
    double[] moved = Arrays.stream(DATA.numbers("v").array()).map(v -> 1e6 - 1e3 * v).toArray();
    // When
    RobustRegression.Fit one = model.fit(design, DATA.numbers("v"));
    RobustRegression.Fit other = model.fit(design, Vector.of(moved));
    // Then
    assertThat(one.converged()).isTrue();
    assertThat(other.scale()).isCloseTo(1e3 * one.scale(), within(1e-5));
    for (int i = 0; i < design.p(); i++) {
      double expected = (i == 0 ? 1e6 : 0) - 1e3 * one.table().estimates()[i];
      assertThat(other.table().estimates()[i]).isCloseTo(expected, within(1e-5));
    }
  }

  @ParameterizedTest
  @EnumSource(Estimator.class)
  void an_outcome_on_a_line_has_scale_zero_and_keeps_its_line(Estimator estimator) {
    // Given
    Design design = line(1, 2, 3, 4, 5, 6, 7, 8);
    Vector onLine = Vector.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8);
    // When
    RobustRegression.Fit fit = new RobustRegression(estimator, 7, 0.01, 0.95).fit(design, onLine);
    // Then
    assertThat(fit.scale()).isZero();
    assertThat(fit.table().estimates()[1]).isCloseTo(0.1, within(1e-12));
    assertThat(fit.dropped().size()).isZero();
  }

  @Test
  void an_outcome_far_from_zero_keeps_its_digits() {
    // Given
    Design design = line(1, 2, 3, 4);
    // When
    LinearRegression.Fit fit =
        LinearRegression.CLASSICAL.fit(design, Vector.of(1e15, 1e15 + 1, 1e15 + 2, 1e15 + 4));
    // Then
    assertThat(fit.table().estimates()[1]).isCloseTo(1.3, within(1e-12));
    assertThat(fit.residualSumOfSquares()).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void a_constant_outcome_is_explained_exactly() {
    // When
    LinearRegression.Fit fit =
        LinearRegression.CLASSICAL.fit(line(1, 2, 3), Vector.of(0.1, 0.1, 0.1));
    // Then
    assertThat(fit.residualSumOfSquares()).isZero();
    assertThat(fit.rSquared()).isNaN();
    assertThat(fit.notes()).hasSize(1);
  }

  private static Design line(double... x) {
    return columns(x);
  }

  private static Design columns(double[]... columns) {
    Stream<Design.Part> intercept = Stream.of(Design.Part.intercept(columns[0].length));
    Stream<Design.Part> others =
        IntStream.range(0, columns.length)
            .mapToObj(i -> new Design.Part("x" + i, i, Vector.of(columns[i])));
    return new Design(Stream.concat(intercept, others).toList(), columns[0].length);
  }
}
