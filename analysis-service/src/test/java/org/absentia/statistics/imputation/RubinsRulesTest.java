package org.absentia.statistics.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.imputation.RubinsRules.Pooled;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class RubinsRulesTest {
  private static final RubinsRules RULES = new RubinsRules(57, 0.95);

  private static Estimates fit(double unit, double one, double other, double variance) {
    return new Estimates(
        List.of("a", "b"),
        Vector.of(one, other * unit),
        new DMatrixRMaj(
            new double[][] {
              {variance, 0.1 * unit}, {0.1 * unit, 2 * variance * unit * unit},
            }));
  }

  private static List<Estimates> fits(double unit) {
    return List.of(
        fit(unit, 1.2, 3, 0.2),
        fit(unit, 1.5, 2, 0.22),
        fit(unit, 0.9, 4, 0.19),
        fit(unit, 1.35, 3.5, 0.21));
  }

  @Test
  void the_order_of_imputations_does_not_matter() {
    // Given
    List<Estimates> reversed = new ArrayList<>(fits(1)).reversed();

    // When
    Pooled one = RULES.pool(fits(1));
    Pooled other = RULES.pool(reversed);

    // Then
    assertThat(other.coefficients().getFirst().small().pValue())
        .isCloseTo(one.coefficients().getFirst().small().pValue(), within(1e-14));
    assertThat(other.test(List.of(0, 1)).statistic())
        .isCloseTo(one.test(List.of(0, 1)).statistic(), within(1e-12));
  }

  @Test
  void another_unit_rescales_the_estimate_and_keeps_every_test() {
    // Given
    for (double unit : new double[] {1e-12, 1000, 1e12}) {
      // When
      Pooled one = RULES.pool(fits(1));
      Pooled other = RULES.pool(fits(unit));

      // Then
      assertThat(other.coefficients().get(1).estimate() / unit)
          .isCloseTo(one.coefficients().get(1).estimate(), within(1e-12));
      assertThat(other.coefficients().get(1).small().pValue())
          .isCloseTo(one.coefficients().get(1).small().pValue(), within(1e-12));
      assertThat(other.test(List.of(0, 1)).pValue())
          .isCloseTo(one.test(List.of(0, 1)).pValue(), within(1e-12));
    }
  }

  @Test
  void equal_fits_are_one_fit_with_normal_limits() {
    // Given
    Estimates fit = fit(1, 0.1, 0.3, 0.04);

    // When
    Pooled pooled = new RubinsRules(Double.POSITIVE_INFINITY, 0.95).pool(List.of(fit, fit, fit));
    PooledCoefficient coefficient = pooled.coefficients().getFirst();

    // Then
    assertThat(coefficient.estimate()).isEqualTo(0.1);
    assertThat(coefficient.between()).isZero();
    assertThat(coefficient.small().degreesOfFreedom()).isInfinite();
    assertThat(coefficient.small().interval().upper())
        .isCloseTo(0.1 + 1.959964 * 0.2, within(1e-6));
    assertThat(pooled.test(List.of(0)).pValue())
        .isCloseTo(coefficient.small().pValue(), within(1e-13));
  }

  @Test
  void one_fit_has_an_estimate_and_nothing_to_test_it_by() {
    // Given
    Pooled pooled = RULES.pool(List.of(fit(1, 1, 2, 0.5)));

    // When
    PooledCoefficient coefficient = pooled.coefficients().getFirst();

    // Then
    assertThat(coefficient.estimate()).isEqualTo(1);
    assertThat(coefficient.within()).isEqualTo(0.5);
    assertThat(coefficient.standardError()).isNaN();
    assertThat(coefficient.small().pValue()).isNaN();
    assertThat(pooled.notes()).hasSize(1);
  }

  @Test
  void a_singular_covariance_leaves_the_joint_test_undefined() {
    // Given
    DMatrixRMaj singular = new DMatrixRMaj(new double[][] {{1, 1}, {1, 1}});
    List<Estimates> fits =
        List.of(
            new Estimates(List.of("a", "b"), Vector.of(1, 2), singular),
            new Estimates(List.of("a", "b"), Vector.of(2, 3), singular));

    // When
    JointTest test = RULES.pool(fits).test(List.of(0, 1));

    // Then
    assertThat(test.statistic()).isNaN();
    assertThat(test.pValue()).isNaN();
  }
}
