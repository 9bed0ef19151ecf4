package org.absentia.statistics.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.random.RandomTree;
import org.junit.jupiter.api.Test;

/** Matrices of so many rows that they are decomposed in tiles. */
class TallLeastSquaresTest {
  private static final int N = 3 * Tiles.ROWS + 17;
  private static final double[] ONES = IntStream.range(0, N).mapToDouble(i -> 1).toArray();
  private static final double[] YEARS = IntStream.range(0, N).mapToDouble(i -> 1e6 + i).toArray();
  private static final double[] FIRST_TILE_ONLY =
      IntStream.range(0, N).mapToDouble(i -> i < 100 ? 1 : 0).toArray();
  private static final double[] Y = new Draws(RandomTree.ofSeed(4).stream(0)).normals(N);

  @Test
  void the_basis_is_orthonormal_and_residuals_are_orthogonal_to_it() {
    // When
    LeastSquares fit = LeastSquares.of(ONES, YEARS, FIRST_TILE_ONLY);
    double[][] basis = fit.basis();
    double[] residuals = fit.residuals(Y);

    // Then
    assertThat(fit.kept()).containsExactly(0, 1, 2);
    for (int i = 0; i < basis.length; i++) {
      for (int j = 0; j <= i; j++) {
        assertThat(dot(basis[i], basis[j])).isCloseTo(i == j ? 1 : 0, within(1e-13));
      }
      assertThat(dot(basis[i], residuals)).isCloseTo(0, within(1e-12));
    }
    assertThat(fit.solveWithSquares(Y).squares())
        .isCloseTo(dot(residuals, residuals), within(1e-9));
    assertThat(fit.solveWithSquares(Y).coefficients().array()).isEqualTo(fit.solve(Y));
    assertThat(Arrays.stream(fit.leverages()).sum()).isCloseTo(3, within(1e-12));
  }

  @Test
  void an_exact_line_is_found_to_the_last_digits() {
    // Given
    double[] line = Arrays.stream(YEARS).map(year -> 3 + 0.5 * year).toArray();

    // When
    double[] found = LeastSquares.of(ONES, YEARS).solve(line);

    // Then
    assertThat(found[1]).isCloseTo(0.5, within(1e-12));
    assertThat(found[0]).isCloseTo(3, within(1e-6));
  }

  @Test
  void a_column_that_earlier_ones_explain_is_left_out() {
    // Given
    double[] zeros = new double[N];
    double[] explained = Arrays.stream(YEARS).map(year -> 2 * year - 1).toArray();

    // When
    LeastSquares fit = LeastSquares.of(ONES, zeros, YEARS, explained, FIRST_TILE_ONLY);

    // Then
    assertThat(fit.kept()).containsExactly(0, 2, 4);
    assertThat(LeastSquares.of(zeros, zeros).leverages()).hasSize(N);
  }

  @Test
  void the_numbers_do_not_depend_on_threads() {
    assertThat(residualsBy(1)).isEqualTo(residualsBy(3));
  }

  private static double[] residualsBy(int threads) {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return pool.submit(() -> LeastSquares.of(ONES, YEARS, FIRST_TILE_ONLY).residuals(Y)).join();
    }
  }

  private static double dot(double[] one, double[] other) {
    return IntStream.range(0, one.length).mapToDouble(i -> one[i] * other[i]).sum();
  }
}
