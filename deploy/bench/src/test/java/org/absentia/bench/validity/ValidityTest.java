package org.absentia.bench.validity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.absentia.bench.validity.Rate.Verdict;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.describe.Moments;
import org.absentia.statistics.inference.TTest;
import org.absentia.statistics.random.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small part of {@code ./absentia bench validity}, with fixed seeds. */
class ValidityTest {
  private static final int RUNS = 500;
  private static final Simulation SIMULATION = new Simulation(1, true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mean, normal, n = 5",
        "median interval, log-normal, n = 171",
        "Shapiro-Wilk, normal, n = 50",
        "t-test, normal with SD 1 and 3, n = 40 and 20",
        "exact rank-sum, normal, n = 9 and 8",
        "van Elteren, lost workdays, 5 strata",
        "contingency, 2 x 2, n = 200",
        "linear regression, normal errors, n = 100",
        "linear regression, error grows with x, n = 500",
        "logistic regression, n = 500",
        "Kaplan-Meier, n = 200",
        "log-rank, 4 strata of different hazards, n = 120",
        "Cox, n = 150",
        "Cox, 100 clusters of 4",
        "mixed model, random intercept, 200 persons",
        "sample size by T, n = 125, SD 28",
        "moderation, linear regression, n = 60"
      })
  void tests_reject_and_intervals_cover_as_often_as_they_say(String name) {
    assertThat(SIMULATION.rates(named(name), RUNS))
        .allSatisfy(
            rate -> assertThat(rate.verdict()).as(rate.toString()).isNotEqualTo(Verdict.OFF));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chained equations, NORMAL: y and z missing",
        "pool, 10 imputations by NORMAL: y, z and v missing"
      })
  void intervals_and_tests_after_imputation_are_right_as_often_as_they_say(String name) {
    // Given
    Scenario<?> imputed = named(name);

    // Then
    assertThat(SIMULATION.rates(imputed, 100))
        .allSatisfy(
            rate -> assertThat(rate.verdict()).as(rate.toString()).isNotEqualTo(Verdict.OFF));
  }

  @Test
  void rates_do_not_depend_on_the_threads() {
    // Given
    Scenario<?> scenario = named("bootstrap mean, normal, n = 20");

    // Then
    assertThat(new Simulation(3, true).rates(scenario, 50))
        .isEqualTo(new Simulation(3, false).rates(scenario, 50));
  }

  @Test
  void an_interval_by_z_where_t_is_right_would_be_caught() {
    // Given an interval that holds the mean of five values in 88 of 100 samples
    Scenario<Interval> wrong =
        Scenario.of(
                "z in place of t",
                RUNS,
                r -> {
                  Moments moments = Moments.of(five(r));
                  return Interval.around(moments.mean(), 1.96 * moments.standardError());
                })
            .covers("z interval", 0, interval -> interval);

    // Then
    assertThat(SIMULATION.rates(wrong, RUNS).getFirst().verdict()).isEqualTo(Verdict.OFF);
  }

  @Test
  void a_test_that_counts_only_one_tail_would_be_caught() {
    // Given
    Scenario<Double> wrong =
        Scenario.of("one tail", RUNS, r -> TTest.POOLED.test(five(r), five(r)).pValue() / 2)
            .rejects("half the p-value", p -> p);

    // Then
    assertThat(SIMULATION.rates(wrong, RUNS).getFirst().verdict()).isEqualTo(Verdict.OFF);
  }

  @Test
  void every_scenario_has_a_name_and_so_streams_of_its_own() {
    // When
    List<String> names = ValidityBenchmark.scenarios().stream().map(Scenario::name).toList();

    // Then
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void every_known_rate_belongs_to_a_question() {
    // When
    long used =
        ValidityBenchmark.scenarios().stream()
            .flatMap(scenario -> scenario.questions().stream())
            .filter(question -> question.expectation() instanceof Expectation.Known)
            .count();

    // Then
    assertThat(used).isEqualTo(KnownRates.read().lines().size());
  }

  private static Sample five(Randomness randomness) {
    return Populations.sample(5, randomness.draws(), Draws::normal);
  }

  private static Scenario<?> named(String name) {
    return ValidityBenchmark.scenarios().stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
