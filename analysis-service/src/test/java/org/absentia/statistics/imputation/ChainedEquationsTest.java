package org.absentia.statistics.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.LevelOrder;
import org.absentia.statistics.imputation.ChainVariable.Equation;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.random.RandomTree;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainedEquationsTest {
  private static final ChainedEquations SMALL = new ChainedEquations(6, 4);

  private static ChainVariable numeric(String name, ImputationMethod method, double[] values) {
    return new ChainVariable(
        name, new Column.Numbers(values), Optional.empty(), Optional.of(equation(name, method)));
  }

  private static Equation equation(String name, ImputationMethod method) {
    return new Equation(
        method, List.of("x", "y", "c").stream().filter(n -> !n.equals(name)).toList());
  }

  private static ChainVariable categorical(
      String name, ImputationMethod method, List<@Nullable String> values) {
    Column column = new Column.Texts(values);
    Indexes rows = Indexes.of(IntStream.range(0, values.size()).toArray());
    Factor factor = Factor.of(name, column, LevelOrder.SORTED, rows);
    return new ChainVariable(
        name, column, Optional.of(factor), Optional.of(equation(name, method)));
  }

  /** x, y and a category that hang together; a fifth of each is missing. */
  private static List<ChainVariable> mixed(ImputationMethod ofNumbers, ImputationMethod ofLevels) {
    Draws draws = new Draws(RandomTree.ofSeed(11).stream(0));
    int n = 120;
    double[] x = draws.normals(n);
    double[] y = new double[n];
    List<@Nullable String> c = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      y[i] = x[i] + draws.normal();
      double place = y[i] + draws.normal();
      boolean binary = ofLevels == ImputationMethod.LOGISTIC;
      c.add(draws.below(5) == 0 ? null : place < -0.5 ? "A" : place < 0.5 && !binary ? "B" : "C");
    }
    for (int i = 0; i < n; i++) {
      x[i] = draws.below(5) == 0 ? Double.NaN : x[i];
      y[i] = draws.below(5) == 0 ? Double.NaN : y[i];
    }
    return List.of(
        numeric("x", ofNumbers, x), numeric("y", ofNumbers, y), categorical("c", ofLevels, c));
  }

  private static List<List<Imputations.Filled>> everything(
      List<ChainVariable> variables, ChainedEquations equations, long seed) {
    Imputations all = equations.run(variables, RandomTree.ofSeed(seed));
    return List.of(all.filled());
  }

  private static double[] numbers(Imputations all, int imputation, String variable) {
    Column column = all.completed(imputation).get(variable);
    return column instanceof Column.Numbers numbers
        ? IntStream.range(0, numbers.size()).mapToDouble(numbers::at).toArray()
        : new double[0];
  }

  @Test
  void the_number_of_threads_changes_no_bit_of_any_imputation() throws Exception {
    for (ImputationMethod method :
        List.of(
            ImputationMethod.LOGISTIC, ImputationMethod.ORDINAL, ImputationMethod.MULTINOMIAL)) {
      // Given
      List<ChainVariable> variables = mixed(ImputationMethod.PMM, method);

      // When
      List<List<List<Imputations.Filled>>> results = new ArrayList<>();
      for (int threads : List.of(1, 2, 7)) {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
          results.add(pool.submit(() -> everything(variables, SMALL, 5)).get());
        }
      }

      // Then
      assertThat(results).allMatch(results.getFirst()::equals);
      assertThat(everything(variables, SMALL, 6)).isNotEqualTo(results.getFirst());
    }
  }

  @Test
  void observed_values_stay_and_matching_fills_in_nothing_but_observed_values() {
    // Given
    List<ChainVariable> variables = mixed(ImputationMethod.PMM, ImputationMethod.MULTINOMIAL);
    double[] given = variables.getFirst().places();

    // When
    Imputations all = SMALL.run(variables, RandomTree.ofSeed(1));

    // Then
    double[] observed = Arrays.stream(given).filter(Double::isFinite).sorted().toArray();
    for (int i = 0; i < all.count(); i++) {
      double[] completed = numbers(all, i, "x");
      for (int row = 0; row < given.length; row++) {
        assertThat(Arrays.binarySearch(observed, completed[row])).isNotNegative();
        assertThat(Double.isNaN(given[row]) || completed[row] == given[row]).isTrue();
      }
    }
  }

  @Test
  void another_unit_of_a_predictor_changes_what_is_imputed_by_rounding_only() {
    // Given
    double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
    double[] y = {2.1, 3.9, Double.NaN, 8.2, 9.8, Double.NaN, 14.1, 15.9};
    double[] large = Arrays.stream(x).map(v -> v * 1e15).toArray();

    // When
    Imputations one = SMALL.run(pair(x, y), RandomTree.ofSeed(3));
    Imputations other = SMALL.run(pair(large, y), RandomTree.ofSeed(3));

    // Then
    assertThat(numbers(other, 0, "y")).containsExactly(numbers(one, 0, "y"), within(1e-9));
  }

  private static List<ChainVariable> pair(double[] x, double[] y) {
    return List.of(
        new ChainVariable("x", new Column.Numbers(x), Optional.empty(), Optional.empty()),
        new ChainVariable(
            "y",
            new Column.Numbers(y),
            Optional.empty(),
            Optional.of(new Equation(ImputationMethod.NORMAL, List.of("x")))));
  }

  @Test
  void a_predictor_that_separates_the_levels_leaves_finite_draws() {
    // Given
    double[] x = IntStream.range(0, 40).asDoubleStream().toArray();
    List<@Nullable String> c = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      c.add(i % 10 == 0 ? null : i < 20 ? "A" : i < 30 ? "B" : "C");
    }
    for (ImputationMethod method :
        List.of(ImputationMethod.ORDINAL, ImputationMethod.MULTINOMIAL)) {
      ChainVariable separated =
          new ChainVariable(
              "c",
              new Column.Texts(c),
              categorical("c", method, c).categories(),
              Optional.of(new Equation(method, List.of("x"))));

      // When
      Imputations all =
          new ChainedEquations(50, 2)
              .run(List.of(pair(x, x).getFirst(), separated), RandomTree.ofSeed(1));

      // Then
      assertThat(all.notes()).isEmpty();
      assertThat(all.filled()).singleElement().isInstanceOf(Imputations.Filled.Shares.class);
    }
  }

  @Test
  void constant_collinear_and_nearly_empty_variables_are_filled_with_what_is_there() {
    // Given
    double[] x = {3, 3, 3, Double.NaN};
    double[] y = {Double.NaN, 7, Double.NaN, Double.NaN};
    List<@Nullable String> c = Arrays.asList("A", null, "A", null);

    for (ImputationMethod method : List.of(ImputationMethod.NORMAL, ImputationMethod.PMM)) {
      // When
      Imputations all =
          SMALL.run(
              List.of(
                  numeric("x", method, x),
                  numeric("y", method, y),
                  categorical("c", ImputationMethod.LOGISTIC, c)),
              RandomTree.ofSeed(1));

      // Then
      assertThat(all.rows().size()).isEqualTo(3);
      assertThat(all.variables()).containsExactly("c", "y");
      assertThat(numbers(all, 0, "y")).containsExactly(new double[] {7, 7, 7, Double.NaN});
    }
  }

  @Test
  void among_equally_near_donors_chance_decides() {
    // Given
    double[] predictions = new double[100];
    predictions[40] = 1;
    predictions[41] = 2;
    Donors donors = new Donors(predictions);
    Draws draws = new Draws(RandomTree.ofSeed(1).stream(0));

    // When
    int[] drawn = new int[100];
    for (int i = 0; i < 98_000; i++) {
      drawn[donors.near(1.6, draws)]++;
    }

    // Then: two of the five places belong to the near ones, three are shared by 98
    assertThat(drawn[40]).isCloseTo(19_600, within(4 * 126));
    assertThat(drawn[41]).isCloseTo(19_600, within(4 * 126));
    assertThat(Arrays.stream(drawn).filter(count -> count == 0).count()).isZero();
    assertThat(drawn[0]).isCloseTo(600, within(5 * 25));
    assertThat(drawn[99]).isCloseTo(600, within(5 * 25));
  }
}
