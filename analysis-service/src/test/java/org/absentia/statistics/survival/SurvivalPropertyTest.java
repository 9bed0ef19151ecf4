package org.absentia.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.survival.CoxRegression.Ties;
import org.absentia.statistics.survival.KaplanMeier.IntervalType;
import org.absentia.statistics.survival.LogRank.Weights;
import org.absentia.statistics.table.ChiSquare;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SurvivalPropertyTest {
  private static final CoxRegression EFRON = new CoxRegression(Ties.EFRON, false, 0.95);
  private static final CoxRegression BRESLOW = new CoxRegression(Ties.BRESLOW, false, 0.95);
  private static final KaplanMeier CURVE =
      new KaplanMeier(IntervalType.LOG_LOG, 0.95, OptionalDouble.empty());
  private static final Percentage CLOSE = Percentage.withPercentage(1e-8);

  /** Two covariates, tied days, about a third censored. */
  private static CoxRegression.Data people(int n, long seed) {
    Random random = new Random(seed);
    double[] arm = random.doubles(n).map(u -> u < 0.5 ? 0 : 1).toArray();
    double[] age = random.doubles(n).map(u -> Math.rint(30 + 40 * u)).toArray();
    double[] time = new double[n];
    double[] event = new double[n];
    for (int row = 0; row < n; row++) {
      double rate = Math.exp(-0.7 * arm[row] + 0.03 * (age[row] - 50)) / 20;
      double failure = -Math.log(random.nextDouble()) / rate;
      double end = 40 * random.nextDouble();
      time[row] = Math.ceil(Math.min(failure, end));
      event[row] = failure <= end ? 1 : 0;
    }
    return data(time, event, arm, age);
  }

  private static CoxRegression.Data data(double[] time, double[] event, double[]... columns) {
    List<Design.Part> parts = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      parts.add(new Design.Part("x" + (i + 1), i, Vector.of(columns[i])));
    }
    return CoxRegression.Data.of(
        new Design(parts, time.length),
        new CensoredTimes(Vector.of(time), Vector.of(event)),
        Strata.none(time.length));
  }

  private static double[] column(CoxRegression.Data data, int place) {
    return data.design().columns().get(place).values().array();
  }

  private static double[] times(CoxRegression.Data data) {
    return data.times().times().array();
  }

  private static double[] events(CoxRegression.Data data) {
    return data.times().events().array();
  }

  private static double[] at(double[] values, int... rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  private static CoxRegression.Data rows(CoxRegression.Data data, int... rows) {
    return data(
        at(times(data), rows),
        at(events(data), rows),
        at(column(data, 0), rows),
        at(column(data, 1), rows));
  }

  private static double[] mapped(double[] values, java.util.function.DoubleUnaryOperator function) {
    return Arrays.stream(values).map(function).toArray();
  }

  private static Factor factor(int levels, int... codes) {
    List<String> names = IntStream.range(0, levels).mapToObj(i -> "g" + i).toList();
    return new Factor("group", names, 0, Indexes.of(codes));
  }

  private static int[] codes(double... values) {
    return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
  }

  @Test
  void the_order_of_rows_does_not_matter() {
    // Given
    CoxRegression.Data data = people(300, 1);
    List<Integer> shuffled = new ArrayList<>(IntStream.range(0, 300).boxed().toList());
    Collections.shuffle(shuffled, new Random(2));
    int[] order = shuffled.stream().mapToInt(row -> row).toArray();

    // When
    CoxRegression.Fit fit = EFRON.fit(data);
    CoxRegression.Fit other = EFRON.fit(rows(data, order));

    // Then
    assertThat(other.table().estimates()[1]).isCloseTo(fit.table().estimates()[1], CLOSE);
    assertThat(other.concordance()).isCloseTo(fit.concordance(), within(1e-12));
    assertThat(at(CoxResiduals.of(fit).martingale().array(), order))
        .containsExactly(CoxResiduals.of(other).martingale().array(), within(1e-9));
  }

  @Test
  void units_of_covariates_and_of_time_do_not_matter() {
    // Given
    CoxRegression.Data data = people(300, 3);
    double[] large = mapped(column(data, 1), age -> age * 1e15);
    double[] small = mapped(column(data, 0), arm -> arm * 1e-15);

    // When
    CoxRegression.Fit fit = EFRON.fit(data);
    CoxRegression.Fit other =
        EFRON.fit(data(mapped(times(data), time -> time * 1e-15), events(data), small, large));

    // Then
    assertThat(other.table().estimates()[0] * 1e-15).isCloseTo(fit.table().estimates()[0], CLOSE);
    assertThat(other.table().estimates()[1] * 1e15).isCloseTo(fit.table().estimates()[1], CLOSE);
    assertThat(other.wald().statistic()).isCloseTo(fit.wald().statistic(), CLOSE);
    assertThat(other.likelihoodRatio().statistic())
        .isCloseTo(fit.likelihoodRatio().statistic(), CLOSE);
  }

  @Test
  void to_swap_the_arms_changes_the_sign_only() {
    // Given
    CoxRegression.Data data = people(200, 4);
    double[] swapped = mapped(column(data, 0), arm -> 1 - arm);

    // When
    CoxRegression.Fit fit = EFRON.fit(data);
    CoxRegression.Fit other = EFRON.fit(data(times(data), events(data), swapped, column(data, 1)));

    // Then
    assertThat(other.table().estimates()[0]).isCloseTo(-fit.table().estimates()[0], CLOSE);
    assertThat(other.logLikelihood()).isCloseTo(fit.logLikelihood(), CLOSE);
  }

  @Test
  void with_the_ties_of_breslow_counts_as_weights_are_repeated_rows() {
    // Given
    CoxRegression.Data data = people(120, 5);
    double[] weights = new Random(6).ints(120, 1, 4).asDoubleStream().toArray();
    int[] repeated =
        IntStream.range(0, 120)
            .flatMap(row -> IntStream.generate(() -> row).limit((long) weights[row]))
            .toArray();

    // When
    CoxRegression.Fit weighted =
        BRESLOW.fit(
            new CoxRegression.Data(
                data.design(),
                data.times(),
                data.strata(),
                Optional.of(Vector.of(weights)),
                Optional.empty()));
    CoxRegression.Fit fit = BRESLOW.fit(rows(data, repeated));

    // Then
    assertThat(weighted.table().estimates()).containsExactly(fit.table().estimates(), within(1e-9));
    assertThat(weighted.table().covariance().data)
        .containsExactly(fit.table().covariance().data, within(1e-9));
    assertThat(weighted.logLikelihood()).isCloseTo(fit.logLikelihood(), CLOSE);
    assertThat(weighted.concordance()).isCloseTo(fit.concordance(), CLOSE);
  }

  @Test
  void concordance_is_that_of_counting_all_pairs() {
    // Given
    CoxRegression.Data data = people(150, 7);
    CoxRegression.Fit fit = EFRON.fit(data);
    double[] predictors = CoxResiduals.of(fit).linearPredictor().array();

    // When
    double pairs = 0;
    double agreeing = 0;
    for (int i = 0; i < 150; i++) {
      for (int j = 0; j < 150; j++) {
        boolean longer =
            times(data)[j] > times(data)[i]
                || (times(data)[j] == times(data)[i] && events(data)[j] == 0);
        if (i != j && events(data)[i] == 1 && longer) {
          pairs++;
          double difference = predictors[i] - predictors[j];
          agreeing += Math.abs(difference) < 1e-12 ? 0.5 : difference > 0 ? 1 : 0;
        }
      }
    }

    // Then
    assertThat(fit.concordance()).isCloseTo(agreeing / pairs, within(1e-12));
  }

  @Test
  void separation_is_said_and_does_not_count_as_converged() {
    // Given
    double[] time = {1, 2, 3, 4, 5, 6, 7, 8};
    double[] event = {1, 1, 1, 1, 1, 1, 1, 1};
    double[] early = {1, 1, 1, 1, 0, 0, 0, 0};

    // When
    CoxRegression.Fit fit = EFRON.fit(data(time, event, early));

    // Then
    assertThat(fit.converged()).isFalse();
    assertThat(fit.table().estimates()[0]).isGreaterThan(5);
    assertThat(fit.notes()).anyMatch(note -> note.contains("x1: its hazard ratio tends to"));
  }

  @Test
  void a_perfect_order_of_events_is_separation_too() {
    // Given
    double[] time = {1, 2, 3, 4, 5, 6, 7, 8};
    double[] event = {1, 1, 1, 1, 1, 1, 1, 1};

    // When
    CoxRegression.Fit fit = EFRON.fit(data(time, event, time));

    // Then
    assertThat(fit.converged()).isFalse();
    assertThat(fit.notes()).isNotEmpty();
  }

  @Test
  void without_events_nothing_is_estimated_and_nothing_fails() {
    // Given
    CoxRegression.Data data = people(50, 8);
    CoxRegression.Data censored =
        data(times(data), new double[50], column(data, 0), column(data, 1));

    // When
    CoxRegression.Fit fit = EFRON.fit(censored);
    LogRank.Result test =
        new LogRank(Weights.PETO)
            .test(censored.times(), factor(2, codes(column(data, 0))), Strata.none(50));
    SurvivalCurve curve = CURVE.estimate(censored.times(), Optional.empty()).getFirst();

    // Then
    assertThat(fit.converged()).isFalse();
    assertThat(fit.table().estimates()).containsOnly(Double.NaN);
    assertThat(fit.notes()).containsExactly("there is no event: nothing can be estimated");
    assertThat(ProportionalHazards.test(fit, TimeTransform.KM).scoreTest().terms()).hasSize(2);
    assertThat(CoxResiduals.of(fit).martingale().array()).containsOnly(0);
    assertThat(SchoenfeldResiduals.of(fit).times().size()).isZero();
    assertThat(BaselineHazard.of(fit).getFirst().cumulativeHazard().array()).containsOnly(0);
    assertThat(test.test().statistic()).isNaN();
    assertThat(curve.steps().survival().array()).containsOnly(1);
    assertThat(curve.median().value()).isNaN();
  }

  @Test
  void events_all_at_one_time_leave_no_order_to_learn_from_with_efrons_ties() {
    // Given
    double[] arm = {0, 1, 0, 1, 0, 1, 1};
    double[] ones = {1, 1, 1, 1, 1, 1, 1};

    // When
    CoxRegression.Fit fit = EFRON.fit(data(ones, ones, arm));
    SurvivalCurve curve =
        CURVE.estimate(data(ones, ones, arm).times(), Optional.empty()).getFirst();

    // Then
    assertThat(fit.converged()).isTrue();
    assertThat(fit.table().estimates()[0]).isFinite();
    assertThat(fit.concordance()).isNaN();
    assertThat(ProportionalHazards.test(fit, TimeTransform.RANK).scoreTest().global().pValue())
        .isNaN();
    assertThat(curve.steps().survival().array()).containsExactly(0);
    assertThat(curve.steps().lower().at(0)).isNaN();
    assertThat(curve.median().value()).isEqualTo(1);
  }

  @Test
  void strata_of_one_hold_no_information() {
    // Given
    CoxRegression.Data data = people(20, 9);
    Factor each = factor(20, IntStream.range(0, 20).toArray());
    Strata strata = Strata.of(List.of(each), 20);

    // When
    CoxRegression.Fit fit = EFRON.fit(CoxRegression.Data.of(data.design(), data.times(), strata));
    LogRank.Result test =
        new LogRank(Weights.LOG_RANK).test(data.times(), factor(2, codes(column(data, 0))), strata);

    // Then
    assertThat(fit.table().coefficients()).isEmpty();
    assertThat(fit.notes()).hasSize(2);
    assertThat(test.test().pValue()).isNaN();
  }

  @Test
  void what_earlier_columns_explain_is_dropped() {
    // Given
    CoxRegression.Data data = people(100, 10);
    double[] sum = new double[100];
    Arrays.setAll(sum, row -> 3 * column(data, 0)[row] - column(data, 1)[row]);
    double[] constant = mapped(sum, x -> 7);

    // When
    CoxRegression.Fit fit =
        EFRON.fit(data(times(data), events(data), column(data, 0), constant, column(data, 1), sum));

    // Then
    assertThat(fit.design().names()).containsExactly("x1", "x3");
    assertThat(fit.notes()).hasSize(2);
    assertThat(fit.table().estimates())
        .containsExactly(EFRON.fit(data).table().estimates(), within(1e-9));
  }

  @Test
  void without_censoring_the_curve_is_the_share_that_is_left() {
    // Given
    double[] time = new Random(11).ints(200, 1, 30).asDoubleStream().toArray();
    CensoredTimes times = new CensoredTimes(Vector.of(time), Vector.of(mapped(time, t -> 1)));

    // When
    SurvivalCurve curve = CURVE.estimate(times, Optional.empty()).getFirst();

    // Then
    for (int i = 0; i < curve.steps().size(); i++) {
      double at = curve.steps().times().at(i);
      double share = Arrays.stream(time).filter(t -> t > at).count() / 200.0;
      assertThat(curve.steps().survival().at(i)).isCloseTo(share, within(1e-12));
    }
    assertThat(curve.restrictedMean().value())
        .isCloseTo(Arrays.stream(time).average().orElseThrow(), CLOSE);
  }

  @Test
  void beyond_the_last_time_the_restricted_mean_is_known_only_if_the_curve_is_at_0() {
    // Given
    CensoredTimes times =
        new CensoredTimes(Vector.of(1, 2, 3, 1, 2, 3), Vector.of(1, 1, 1, 1, 1, 0));
    KaplanMeier method = new KaplanMeier(IntervalType.PLAIN, 0.95, OptionalDouble.of(5));

    // When
    List<SurvivalCurve> curves = method.estimate(times, Optional.of(factor(2, 0, 0, 0, 1, 1, 1)));

    // Then
    assertThat(curves.getFirst().restrictedMean().value()).isCloseTo(2, CLOSE);
    assertThat(curves.getLast().restrictedMean().value()).isNaN();
    assertThat(method.differences(curves).getFirst().pValue()).isNaN();
  }

  @Test
  void the_log_rank_test_is_the_score_test_of_cox_where_nothing_is_tied() {
    // Given
    Random random = new Random(12);
    double[] time = random.doubles(80).toArray();
    double[] event = random.doubles(80).map(u -> u < 0.7 ? 1 : 0).toArray();
    double[] arm = random.doubles(80).map(u -> u < 0.4 ? 1 : 0).toArray();
    CoxRegression.Data data = data(time, event, arm);

    // When
    ChiSquare score = EFRON.fit(data).score();
    ChiSquare logRank =
        new LogRank(Weights.LOG_RANK)
            .test(data.times(), factor(2, codes(arm)), Strata.none(80))
            .test();

    // Then
    assertThat(score.statistic()).isCloseTo(logRank.statistic(), CLOSE);
  }

  @Test
  void a_group_that_is_gone_before_the_first_event_has_no_degree_of_freedom() {
    // Given
    CensoredTimes times =
        new CensoredTimes(Vector.of(1, 1, 2, 3, 4, 5, 6, 7), Vector.of(0, 0, 1, 1, 1, 0, 1, 1));

    // When
    LogRank.Result result =
        new LogRank(Weights.LOG_RANK)
            .test(times, factor(3, 0, 0, 1, 2, 1, 2, 1, 2), Strata.none(8));

    // Then
    assertThat(result.test().degreesOfFreedom()).isEqualTo(1);
    assertThat(result.test().statistic()).isFinite();
    assertThat(result.notes()).hasSize(1);
  }
}
