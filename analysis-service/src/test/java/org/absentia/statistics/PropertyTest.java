package org.absentia.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.describe.Describe;
import org.absentia.statistics.describe.Description;
import org.absentia.statistics.describe.QuantileInterval;
import org.absentia.statistics.describe.QuantileRule;
import org.absentia.statistics.inference.Bootstrap;
import org.absentia.statistics.inference.RankSum;
import org.absentia.statistics.inference.TTest;
import org.absentia.statistics.random.RandomTree;
import org.junit.jupiter.api.Test;

class PropertyTest {

  private static final Bootstrap MEDIANS = new Bootstrap(Bootstrap.Statistic.MEDIAN, 1000, 0.95);

  private static void forSeeds(int count, Consumer<Random> test) {
    for (int seed = 1; seed <= count; seed++) {
      test.accept(new Random(seed));
    }
  }

  /** Days with one decimal, some of them equal, as lost workdays are. */
  private static double[] days(Random random, int n) {
    return DoubleStream.generate(() -> random.nextInt(300) / 2.5).limit(n).toArray();
  }

  private static double[] shuffled(double[] values, Random random) {
    List<Double> list = new java.util.ArrayList<>(Arrays.stream(values).boxed().toList());
    Collections.shuffle(list, random);
    return list.stream().mapToDouble(x -> x).toArray();
  }

  @Test
  void the_order_of_rows_changes_no_bit_of_any_result() {
    forSeeds(
        100,
        random -> {
          // Given
          double[] a = days(random, 5 + random.nextInt(60));
          double[] b = days(random, 5 + random.nextInt(60));

          // When
          Sample first = Sample.of(a);
          Sample other = Sample.of(shuffled(a, random));
          Sample second = Sample.of(b);

          // Then
          assertThat(Describe.DEFAULT.of(other)).isEqualTo(Describe.DEFAULT.of(first));
          assertThat(TTest.POOLED.test(other, second)).isEqualTo(TTest.POOLED.test(first, second));
          assertThat(RankSum.DEFAULT.test(other, second))
              .isEqualTo(RankSum.DEFAULT.test(first, second));
          assertThat(MEDIANS.of(map("A", other), RandomTree.ofSeed(7)))
              .isEqualTo(MEDIANS.of(map("A", first), RandomTree.ofSeed(7)));
        });
  }

  @Test
  void swapping_the_arms_turns_the_sign_and_keeps_the_p_value() {
    forSeeds(
        100,
        random -> {
          // Given
          Sample a = Sample.of(days(random, 3 + random.nextInt(40)));
          Sample b = Sample.of(days(random, 3 + random.nextInt(40)));
          for (TTest test : List.of(TTest.POOLED, TTest.SATTERTHWAITE)) {
            // When
            TTest.Result one = test.test(a, b);
            TTest.Result two = test.test(b, a);

            // Then
            assertThat(two.difference()).isEqualTo(-one.difference());
            assertThat(two.pValue()).isCloseTo(one.pValue(), within(1e-14));
            assertThat(two.interval().lower()).isCloseTo(-one.interval().upper(), within(1e-10));
          }
          RankSum always = new RankSum(RankSum.Exact.ALWAYS);
          RankSum.Result one = always.test(a, b);
          RankSum.Result two = always.test(b, a);
          assertThat(two.z()).isEqualTo(-one.z());
          assertThat(two.pValue()).isEqualTo(one.pValue());
          assertThat(two.exactPValue().orElseThrow())
              .isCloseTo(one.exactPValue().orElseThrow(), within(1e-12));
          assertThat(two.hodgesLehmann()).isEqualTo(-one.hodgesLehmann());
          assertThat(one.probabilityOfSuperiority() + two.probabilityOfSuperiority())
              .isCloseTo(1, within(1e-14));
        });
  }

  @Test
  void another_unit_rescales_estimates_and_keeps_tests() {
    forSeeds(
        50,
        random -> {
          // Given
          double[] a = days(random, 20);
          double[] b = days(random, 25);
          double unit = Math.scalb(1.0, random.nextInt(80) - 40);

          // When
          TTest.Result days = TTest.SATTERTHWAITE.test(Sample.of(a), Sample.of(b));
          TTest.Result others = TTest.SATTERTHWAITE.test(scaled(a, unit), scaled(b, unit));

          // Then
          assertThat(others.difference()).isEqualTo(days.difference() * unit);
          assertThat(others.pValue()).isEqualTo(days.pValue());
          assertThat(RankSum.DEFAULT.test(scaled(a, unit), scaled(b, unit)).z())
              .isEqualTo(RankSum.DEFAULT.test(Sample.of(a), Sample.of(b)).z());
          Description description = Describe.DEFAULT.of(scaled(a, unit));
          assertThat(description.median())
              .isEqualTo(Describe.DEFAULT.of(Sample.of(a)).median() * unit);
          assertThat(description.moments().kurtosis())
              .isEqualTo(Describe.DEFAULT.of(Sample.of(a)).moments().kurtosis());
        });
  }

  private static Sample scaled(double[] values, double unit) {
    return Sample.of(Arrays.stream(values).map(x -> x * unit).toArray());
  }

  private static SequencedMap<String, Sample> map(String name, Sample sample) {
    SequencedMap<String, Sample> result = new LinkedHashMap<>();
    result.put(name, sample);
    return result;
  }

  @Test
  void the_exact_rank_sum_p_value_is_what_counting_all_choices_gives() {
    forSeeds(
        60,
        random -> {
          // Given
          int n1 = 1 + random.nextInt(5);
          int n2 = 1 + random.nextInt(6);
          double[] pooled = DoubleStream.generate(() -> random.nextInt(8)).limit(n1 + n2).toArray();

          // When
          RankSum.Result found =
              new RankSum(RankSum.Exact.ALWAYS)
                  .test(
                      Sample.of(Arrays.copyOf(pooled, n1)),
                      Sample.of(Arrays.copyOfRange(pooled, n1, pooled.length)));

          // Then
          assertThat(found.exactPValue().orElseThrow())
              .isCloseTo(byCounting(pooled, n1), within(1e-12));
        });
  }

  private static double byCounting(double[] pooled, int n1) {
    int n = pooled.length;
    double[] ranks =
        Arrays.stream(pooled)
            .map(
                x ->
                    Arrays.stream(pooled).filter(y -> y < x).count()
                        + (Arrays.stream(pooled).filter(y -> y == x).count() + 1) / 2.0)
            .toArray();
    double expected = n1 * (n + 1) / 2.0;
    double observed = Math.abs(Arrays.stream(ranks, 0, n1).sum() - expected);
    int all = 0;
    int extreme = 0;
    for (int choice = 0; choice < 1 << n; choice++) {
      if (Integer.bitCount(choice) == n1) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += (choice >> i & 1) == 1 ? ranks[i] : 0;
        }
        all++;
        extreme += Math.abs(sum - expected) >= observed - 1e-9 ? 1 : 0;
      }
    }
    return (double) extreme / all;
  }

  @Test
  void the_hodges_lehmann_shift_is_the_median_of_all_differences() {
    forSeeds(
        100,
        random -> {
          // Given
          double[] a = days(random, 1 + random.nextInt(30));
          double[] b = days(random, 1 + random.nextInt(30));
          double[] differences =
              Arrays.stream(a).flatMap(x -> Arrays.stream(b).map(y -> x - y)).toArray();

          // When
          double found = RankSum.DEFAULT.test(Sample.of(a), Sample.of(b)).hodgesLehmann();

          // Then
          assertThat(found).isEqualTo(QuantileRule.AVERAGED.of(Sample.of(differences), 0.5));
        });
  }

  @Test
  void the_bootstrap_gives_the_same_numbers_with_one_thread_and_with_many() throws Exception {
    // Given
    SequencedMap<String, Sample> groups = map("A", Sample.of(days(new Random(1), 171)));
    groups.put("B", Sample.of(days(new Random(2), 170)));
    Bootstrap.Result here = MEDIANS.of(groups, RandomTree.ofSeed(5));

    // When
    Bootstrap.Result alone;
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      alone = pool.submit(() -> MEDIANS.of(groups, RandomTree.ofSeed(5))).get();
    }

    // Then
    assertThat(alone).isEqualTo(here);
    assertThat(MEDIANS.of(groups, RandomTree.ofSeed(6))).isNotEqualTo(here);
  }

  @Test
  void what_the_data_do_not_define_is_not_a_number_and_never_an_error() {
    // Given
    Sample none = Sample.of();
    Sample one = Sample.of(5);
    Sample constant = Sample.of(3, 3, 3, Double.NaN);

    // When
    Description empty = Describe.DEFAULT.of(none);
    Description single = Describe.DEFAULT.of(one);
    TTest.Result flat = TTest.POOLED.test(constant, constant);

    // Then
    assertThat(empty.median()).isNaN();
    assertThat(single.moments().mean()).isEqualTo(5);
    assertThat(single.moments().standardDeviation()).isNaN();
    assertThat(constant.missing()).isEqualTo(1);
    assertThat(Describe.DEFAULT.of(constant).moments().skewness()).isNaN();
    assertThat(flat.difference()).isZero();
    assertThat(flat.pValue()).isNaN();
    assertThat(TTest.SATTERTHWAITE.test(one, constant).pValue()).isNaN();
    assertThat(TTest.POOLED.test(one, Sample.of(1, 2, 4)).degreesOfFreedom()).isEqualTo(2);
    assertThat(RankSum.DEFAULT.test(none, one).pValue()).isNaN();
    assertThat(RankSum.DEFAULT.test(none, one).hodgesLehmann()).isNaN();
    assertThat(QuantileInterval.MEDIAN.of(none).estimate()).isNaN();
    assertThat(QuantileInterval.MEDIAN.of(one).interval().upper()).isEqualTo(5);
    assertThat(
            MEDIANS.of(map("A", none), RandomTree.ofSeed(1)).groups().getFirst().estimate().value())
        .isNaN();
  }

  @Test
  void values_of_any_size_keep_their_digits() {
    for (double size : new double[] {1e15, 1e-15, 1e100, 1e-100, 1e300}) {
      // Given
      Sample sample = Sample.of(size, 2 * size, 3 * size);

      // When
      Description found = Describe.DEFAULT.of(sample);

      // Then
      assertThat(found.moments().mean() / size).isCloseTo(2, within(1e-14));
      assertThat(found.moments().kurtosis()).isCloseTo(1.5, within(1e-12));
    }
  }

  @Test
  void a_million_rows_take_seconds() {
    // Given
    Random random = new Random(1);
    Sample first = Sample.of(random.doubles(500_000).toArray());
    Sample second = Sample.of(random.doubles(500_000).map(x -> x + 0.25).toArray());

    // When
    RankSum.Result found = RankSum.DEFAULT.test(first, second);

    // Then
    assertThat(found.hodgesLehmann()).isCloseTo(-0.25, within(0.002));
    assertThat(found.exactPValue()).isEmpty();
  }
}
