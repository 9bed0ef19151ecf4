package org.absentia.statistics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.inference.StratifiedRankSum.Stratum;
import org.junit.jupiter.api.Test;

class StratifiedRankSumTest {

  /** R's mtcars: miles per gallon by automatic or manual gears, in strata of cylinders. */
  private static final List<Stratum> CARS =
      List.of(
          new Stratum(
              "4",
              Sample.of(24.4, 22.8, 21.5),
              Sample.of(22.8, 32.4, 30.4, 33.9, 27.3, 26, 30.4, 21.4)),
          new Stratum("6", Sample.of(21.4, 18.1, 19.2, 17.8), Sample.of(21, 21, 19.7)),
          new Stratum(
              "8",
              Sample.of(18.7, 14.3, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 15.5, 15.2, 13.3, 19.2),
              Sample.of(15.8, 15)));

  @Test
  void the_test_agrees_with_its_definition_in_r() {
    // When
    StratifiedRankSum.Result found = StratifiedRankSum.test(CARS);

    // Then
    assertThat(found.variance()).isCloseTo(0.420666625041625, within(1e-14));
    assertThat(found.z()).isCloseTo(-1.644597762247832, within(1e-13));
    assertThat(found.pValue()).isCloseTo(0.100052788647078, within(1e-14));
    assertThat(found.probabilityOfSuperiority()).isCloseTo(0.290849673202614, within(1e-14));
    assertThat(found.hodgesLehmann()).isCloseTo(-1.8, within(1e-12));
  }

  @Test
  void one_stratum_is_the_ordinary_rank_sum_test() {
    // Given
    Stratum cars = CARS.getLast();

    // When
    StratifiedRankSum.Result one = StratifiedRankSum.test(List.of(cars));
    RankSum.Result plain = RankSum.DEFAULT.test(cars.first(), cars.second());

    // Then
    assertThat(one.z()).isCloseTo(plain.z(), within(1e-14));
    assertThat(one.probabilityOfSuperiority())
        .isCloseTo(plain.probabilityOfSuperiority(), within(1e-14));
    assertThat(one.hodgesLehmann()).isEqualTo(plain.hodgesLehmann());
  }

  @Test
  void a_stratum_of_one_group_changes_nothing_and_tied_strata_have_no_z() {
    // Given
    List<Stratum> more = new java.util.ArrayList<>(CARS);
    more.add(new Stratum("3", Sample.of(40, 50), Sample.of()));
    Stratum tied = new Stratum("1", Sample.of(1, 1), Sample.of(1, 1, 1));

    // When
    StratifiedRankSum.Result found = StratifiedRankSum.test(more);
    StratifiedRankSum.Result ofTied = StratifiedRankSum.test(List.of(tied));

    // Then
    assertThat(found.z()).isCloseTo(StratifiedRankSum.test(CARS).z(), within(1e-14));
    assertThat(ofTied.variance()).isZero();
    assertThat(ofTied.z()).isNaN();
    assertThat(ofTied.pValue()).isNaN();
  }

  @Test
  void a_million_tied_values_leave_a_variance_of_exactly_nothing() {
    // Given
    Sample first = Sample.of(new double[500_001]);
    Sample second = Sample.of(new double[500_002]);

    // When
    RankSum.Result found = RankSum.DEFAULT.test(first, second);

    // Then
    assertThat(found.variance()).isZero();
    assertThat(found.pValue()).isNaN();
    assertThat(found.probabilityOfSuperiority()).isEqualTo(0.5);
  }
}
