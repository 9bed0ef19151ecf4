package org.absentia.statistics.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.absentia.statistics.mixed.MixedModel.Estimation;
import org.absentia.statistics.mixed.MixedModel.Fallback;
import org.junit.jupiter.api.Test;

class MixedModelTest {
  private static final MixedModel ML = model(Estimation.ML, Fallback.NONE);
  private static final MixedModel REML = model(Estimation.REML, Fallback.NONE);
  private static final String SLOPES = "y ~ t + x + (1 + t | id)";

  private static MixedModel model(Estimation estimation, Fallback fallback) {
    return new MixedModel(estimation, Covariance.UNSTRUCTURED, fallback, 0.95);
  }

  /** Random intercepts and slopes, groups of 1 to 7 rows. */
  private static Map<String, double[]> visits(long seed, int groups) {
    Random random = new Random(seed);
    List<double[]> rows = new ArrayList<>();
    for (int id = 1; id <= groups; id++) {
      double intercept = 2 * random.nextGaussian();
      double slope = 0.5 * random.nextGaussian();
      int size = 1 + random.nextInt(7);
      for (int visit = 0; visit < size; visit++) {
        double t = visit + random.nextDouble();
        double x = random.nextGaussian();
        double y = 5 + intercept + (1 + slope) * t + 0.5 * x + random.nextGaussian();
        rows.add(new double[] {id, t, x, y});
      }
    }
    Map<String, double[]> columns = new LinkedHashMap<>();
    List<String> names = List.of("id", "t", "x", "y");
    for (int c = 0; c < names.size(); c++) {
      int at = c;
      columns.put(names.get(c), rows.stream().mapToDouble(row -> row[at]).toArray());
    }
    return columns;
  }

  private static Map<String, double[]> with(
      Map<String, double[]> columns, String name, IntToDoubleFunction value) {
    Map<String, double[]> all = new LinkedHashMap<>(columns);
    int n = columns.values().iterator().next().length;
    all.put(name, IntStream.range(0, n).mapToDouble(value).toArray());
    return all;
  }

  private static double[] column(Map<String, double[]> columns, String name) {
    return columns.getOrDefault(name, new double[0]);
  }

  private static MixedFit fit(MixedModel model, Map<String, double[]> columns, String formula) {
    return LongData.of(columns).fit(model, formula);
  }

  private static void near(double value, double expected) {
    assertThat(value).isCloseTo(expected, within(1e-6 * Math.abs(expected)));
  }

  private static double estimate(MixedFit fit, int place) {
    return fit.table().coefficients().get(place).estimate();
  }

  private static double error(MixedFit fit, int place) {
    return fit.table().coefficients().get(place).standardError();
  }

  @Test
  void the_order_of_rows_does_not_matter() {
    // Given
    Map<String, double[]> columns = visits(1, 30);
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, column(columns, "y").length).boxed().toList());
    Collections.shuffle(order, new Random(2));
    Map<String, double[]> shuffled = new LinkedHashMap<>();
    columns.forEach(
        (name, values) ->
            shuffled.put(name, order.stream().mapToDouble(row -> values[row]).toArray()));

    // When
    MixedFit one = fit(REML, columns, SLOPES);
    MixedFit other = fit(REML, shuffled, SLOPES);

    // Then
    assertThat(other.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-9));
    near(other.components().variance(1), one.components().variance(1));
    near(estimate(other, 1), estimate(one, 1));
  }

  @Test
  void units_of_the_response_scale_the_estimates_even_when_they_are_extreme() {
    for (double unit : new double[] {1e-15, 1e15, -3}) {
      // Given
      Map<String, double[]> columns = visits(2, 30);
      double[] y = column(columns, "y");

      // When
      MixedFit one = fit(ML, columns, SLOPES);
      MixedFit other = fit(ML, with(columns, "y", row -> unit * y[row]), SLOPES);

      // Then
      near(estimate(other, 1), unit * estimate(one, 1));
      near(error(other, 1), Math.abs(unit) * error(one, 1));
      near(other.components().residual(), unit * unit * one.components().residual());
      near(other.components().correlation(0, 1), one.components().correlation(0, 1));
      near(other.logLikelihood(), one.logLikelihood() - y.length * Math.log(Math.abs(unit)));
    }
  }

  @Test
  void units_and_origin_of_time_do_not_change_the_likelihood() {
    // Given
    Map<String, double[]> columns = visits(3, 30);
    double[] t = column(columns, "t");

    // When
    MixedFit one = fit(ML, columns, SLOPES);
    MixedFit other = fit(ML, with(columns, "t", row -> 1000 * (t[row] + 2000)), SLOPES);

    // Then
    assertThat(other.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-7));
    near(estimate(other, 1), estimate(one, 1) / 1000);
    near(other.components().variance(1), one.components().variance(1) / 1e6);
  }

  @Test
  void a_balanced_random_intercept_by_reml_is_the_analysis_of_variance() {
    // Given: 20 groups of 4
    Random random = new Random(4);
    double[] u = random.doubles(20, -4, 4).toArray();
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("id", IntStream.range(0, 80).mapToDouble(row -> row / 4).toArray());
    columns.put(
        "y", IntStream.range(0, 80).mapToDouble(r -> u[r / 4] + random.nextGaussian()).toArray());
    double[] y = column(columns, "y");
    double[] means = new double[20];
    double mean = 0;
    for (int row = 0; row < 80; row++) {
      means[row / 4] += y[row] / 4;
      mean += y[row] / 80;
    }
    double between = 0;
    double within = 0;
    for (int row = 0; row < 80; row++) {
      between += Math.pow(means[row / 4] - mean, 2) / 19;
      within += Math.pow(y[row] - means[row / 4], 2) / 60;
    }

    // When
    MixedFit fit = fit(REML, columns, "y ~ 1 + (1 | id)");

    // Then
    near(fit.components().residual(), within);
    near(fit.components().variance(0), (between - within) / 4);
    near(estimate(fit, 0), mean);
    near(error(fit, 0), Math.sqrt(between / 80));
  }

  @Test
  void with_one_row_a_group_the_simplest_of_equally_likely_models_is_reported() {
    // Given
    Map<String, double[]> columns = with(visits(5, 40), "id", row -> row);

    // When
    MixedFit fit = fit(ML, columns, "y ~ x + (1 | id)");

    // Then
    assertThat(fit.converged()).isTrue();
    assertThat(fit.singular()).isTrue();
    assertThat(fit.components().variance(0)).isZero();
    assertThat(fit.logLikelihood()).isEqualTo(fit.linearLogLikelihood());
    assertThat(fit.notes()).anyMatch(note -> note.contains("no more rows than random effects"));
  }

  @Test
  void one_group_only_is_singular_and_noted() {
    for (MixedModel model : List.of(ML, REML)) {
      // Given
      Map<String, double[]> columns = with(visits(6, 9), "id", row -> 7);

      // When
      MixedFit fit = fit(model, columns, "y ~ x + (1 | id)");

      // Then
      assertThat(fit.singular()).isTrue();
      assertThat(fit.components().variance(0)).isZero();
      assertThat(fit.notes()).anyMatch(note -> note.contains("one group only"));
    }
  }

  @Test
  void collinear_columns_are_dropped_with_a_note() {
    // Given
    double[] t = column(visits(7, 25), "t");
    Map<String, double[]> columns = with(visits(7, 25), "twice", row -> 2 * t[row] + 1);

    // When
    MixedFit fit = fit(ML, columns, "y ~ t + twice + x + (1 + t + twice | id)");
    MixedFit plain = fit(ML, columns, SLOPES);

    // Then
    assertThat(fit.design().names()).containsExactly("(Intercept)", "t", "x");
    assertThat(fit.components().terms()).containsExactly("(Intercept)", "t");
    assertThat(fit.logLikelihood()).isCloseTo(plain.logLikelihood(), within(1e-9));
    assertThat(fit.notes().stream().filter(note -> note.contains("twice was dropped"))).hasSize(2);
  }

  @Test
  void a_constant_response_has_estimates_but_no_likelihood() {
    // Given
    Map<String, double[]> columns = with(visits(8, 12), "y", row -> 3.1);

    // When
    MixedFit fit = fit(model(Estimation.REML, Fallback.RANDOM_INTERCEPT), columns, SLOPES);

    // Then
    assertThat(fit.converged()).isFalse();
    assertThat(fit.logLikelihood()).isNaN();
    assertThat(estimate(fit, 0)).isCloseTo(3.1, within(1e-12));
    assertThat(fit.table().coefficients().getFirst().statistic()).isNaN();
    assertThat(fit.notes()).anyMatch(note -> note.contains("exactly"));
  }

  @Test
  void a_response_that_is_constant_in_each_group_has_no_largest_likelihood() {
    // Given
    double[] id = column(visits(9, 12), "id");
    Map<String, double[]> columns = with(visits(9, 12), "y", row -> Math.sin(id[row]));

    // When
    MixedFit fit = fit(ML, columns, "y ~ 1 + (1 | id)");

    // Then
    assertThat(fit.converged()).isFalse();
    assertThat(fit.logLikelihood()).isNaN();
    assertThat(fit.notes()).anyMatch(note -> note.contains("no bound"));
  }

  @Test
  void a_singular_model_falls_back_to_the_random_intercept() {
    // Given: slopes that vary less than chance gives, intercepts that vary much
    LongData flat = LongData.read("flat.csv");
    double[] y = flat.numbers("y");
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("id", IntStream.range(0, y.length).mapToDouble(row -> row / 4).toArray());
    columns.put("t", IntStream.range(0, y.length).mapToDouble(row -> row % 4).toArray());
    columns.put("y", IntStream.range(0, y.length).mapToDouble(r -> y[r] + r / 4 % 3).toArray());

    // When
    MixedFit full = fit(ML, columns, "y ~ t + (1 + t | id)");
    MixedFit fallen =
        fit(model(Estimation.ML, Fallback.RANDOM_INTERCEPT), columns, "y ~ t + (1 + t | id)");
    MixedFit simple = fit(ML, columns, "y ~ t + (1 | id)");

    // Then
    assertThat(full.singular()).isTrue();
    assertThat(fallen.fallbackUsed()).isTrue();
    assertThat(fallen.singular()).isFalse();
    assertThat(fallen.logLikelihood()).isEqualTo(simple.logLikelihood());
    assertThat(fallen.components().terms()).containsExactly("(Intercept)");
    assertThat(full.logLikelihood()).isGreaterThanOrEqualTo(simple.logLikelihood());
  }

  @Test
  void more_freedom_never_lowers_the_likelihood() {
    for (int seed = 1; seed <= 40; seed++) {
      // Given
      Map<String, double[]> columns = visits(seed, 4 + seed % 9);

      // When
      double intercept = fit(ML, columns, "y ~ t + (1 | id)").logLikelihood();
      double independent =
          fit(
                  new MixedModel(Estimation.ML, Covariance.INDEPENDENT, Fallback.NONE, 0.9),
                  columns,
                  "y ~ t + (1 + t | id)")
              .logLikelihood();
      double unstructured = fit(ML, columns, "y ~ t + (1 + t | id)").logLikelihood();
      double three = fit(ML, columns, "y ~ t + (1 + t + x | id)").logLikelihood();

      // Then
      assertThat(independent).isGreaterThan(intercept - 1e-8);
      assertThat(unstructured).isGreaterThan(independent - 1e-8);
      assertThat(three).isGreaterThan(unstructured - 1e-8);
    }
  }

  @Test
  void random_effects_add_up_to_nothing_where_an_intercept_is_in_the_model() {
    // Given
    Map<String, double[]> columns = visits(11, 30);

    // When
    MixedFit fit = fit(REML, columns, SLOPES);

    // Then: L'^-1 L^-1 u = Z'V^-1 r, which is orthogonal to X
    double sum = fit.randomEffects().stream().mapToDouble(u -> u.at(0)).sum();
    double slopes = fit.randomEffects().stream().mapToDouble(u -> u.at(1)).sum();
    assertThat(sum).isCloseTo(0, within(1e-8));
    assertThat(slopes).isCloseTo(0, within(1e-8));
  }
}
