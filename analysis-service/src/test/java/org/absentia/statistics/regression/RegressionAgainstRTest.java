package org.absentia.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.regression.LinearRegression.CovarianceType;
import org.absentia.statistics.table.Coefficient;
import org.absentia.statistics.table.CoefficientTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers of weighted.R. */
class RegressionAgainstRTest {
  private static final WeightedData DATA = WeightedData.read();
  private static final WeightedData POSITIVE = DATA.withoutWeightZero();

  @Test
  void logistic_regression_with_counts_agrees_with_glm() {
    // When
    LogisticRegression.Fit fit =
        new LogisticRegression(0.95)
            .fit(DATA.design("y ~ x + z"), DATA.numbers("y"), DATA.weights());
    // Then
    near(estimates(fit.table()), WeightedData.expected("logit b"), 1e-10);
    near(standardErrors(fit.table()), WeightedData.expected("logit se"), 1e-10);
    near(new double[] {fit.logLikelihood()}, WeightedData.expected("logit ll"), 1e-10);
    assertThat(fit.converged()).isTrue();
  }

  @Test
  void multinomial_regression_with_counts_agrees_with_multinom() {
    // When
    MultinomialRegression.Fit fit =
        new MultinomialRegression(0.95)
            .fit(DATA.design("k ~ x + z"), DATA.levels("k"), DATA.weights());
    // Then
    near(fit.estimates().array(), WeightedData.expected("multinom b"), 1e-5);
    near(diagonalRoots(fit), WeightedData.expected("multinom se"), 1e-5);
    near(new double[] {fit.logLikelihood()}, WeightedData.expected("multinom ll"), 1e-9);
  }

  @Test
  void ordinal_regression_with_counts_agrees_with_polr() {
    // When
    OrdinalRegression.Fit fit =
        new OrdinalRegression(0.95).fit(DATA.design("k ~ x + z"), DATA.levels("k"), DATA.weights());
    // Then
    near(estimates(fit.table()), WeightedData.expected("polr b"), 1e-5);
    near(standardErrors(fit.table()), WeightedData.expected("polr se"), 1e-5);
    near(new double[] {fit.logLikelihood()}, WeightedData.expected("polr ll"), 1e-9);
  }

  @Test
  void weighted_least_squares_agrees_with_lm() {
    // When
    LinearRegression.Fit fit = weighted(CovarianceType.CLASSICAL);
    // Then
    near(estimates(fit.table()), WeightedData.expected("lm b"), 1e-10);
    near(standardErrors(fit.table()), WeightedData.expected("lm se"), 1e-10);
    near(
        new double[] {fit.sigma(), fit.rSquared(), fit.logLikelihood()},
        WeightedData.expected("lm sigma r2 ll"),
        1e-10);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLASSICAL")
  void weighted_sandwiches_agree_with_their_formulas(CovarianceType type) {
    near(standardErrors(weighted(type).table()), WeightedData.expected(type.name()), 1e-10);
  }

  @Test
  void weighted_diagnostics_agree_with_those_of_lm() {
    // When
    RegressionDiagnostics found = RegressionDiagnostics.of(weighted(CovarianceType.CLASSICAL));
    // Then
    near(sum(found.cooksDistance()), WeightedData.expected("cook"), 1e-10);
    near(sum(found.standardised()), WeightedData.expected("rstandard"), 1e-10);
    near(sum(found.studentised()), WeightedData.expected("rstudent"), 1e-10);
  }

  private static LinearRegression.Fit weighted(CovarianceType type) {
    return new LinearRegression(type, 0.95)
        .fit(POSITIVE.design("v ~ x + z"), POSITIVE.numbers("v"), POSITIVE.weights());
  }

  private static double[] sum(Vector values) {
    return new double[] {Arrays.stream(values.array()).map(Math::abs).sum()};
  }

  private static double[] estimates(CoefficientTable table) {
    return table.estimates();
  }

  private static double[] standardErrors(CoefficientTable table) {
    return table.coefficients().stream().mapToDouble(Coefficient::standardError).toArray();
  }

  private static double[] diagonalRoots(CategoryModel fit) {
    double[] roots = new double[fit.estimates().size()];
    Arrays.setAll(roots, i -> Math.sqrt(fit.covariance().get(i, i)));
    return roots;
  }

  private static void near(double[] found, double[] expected, double tolerance) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i])
          .isCloseTo(expected[i], within(tolerance * (1e-3 + Math.abs(expected[i]))));
    }
  }
}
