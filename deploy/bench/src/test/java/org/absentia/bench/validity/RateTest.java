package org.absentia.bench.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.absentia.bench.validity.Rate.Verdict;
import org.junit.jupiter.api.Test;

class RateTest {
  /** R 4.2.2: {@code prop.test(7, 100, conf.level = 0.99, correct = FALSE)$conf.int}. */
  @Test
  void the_monte_carlo_interval_is_wilsons() {
    // When
    var interval = rate(7, 100, new Expectation.Nominal(0.05)).interval99();

    // Then
    assertThat(interval.lower()).isCloseTo(0.0277158399945, within(1e-11));
    assertThat(interval.upper()).isCloseTo(0.1657939514411, within(1e-11));
  }

  @Test
  void a_rate_is_off_when_the_interval_does_not_hold_what_was_expected() {
    assertThat(rate(50, 1000, new Expectation.Nominal(0.05)).verdict())
        .isEqualTo(Verdict.AS_EXPECTED);
    assertThat(rate(70, 1000, new Expectation.Nominal(0.05)).verdict()).isEqualTo(Verdict.NEARLY);
    assertThat(rate(80, 1000, new Expectation.Nominal(0.05)).verdict()).isEqualTo(Verdict.OFF);
  }

  @Test
  void a_conservative_test_may_reject_less_often_but_not_more() {
    assertThat(rate(10, 1000, new Expectation.AtMost(0.05, "")).verdict())
        .isEqualTo(Verdict.AS_EXPECTED);
    assertThat(rate(80, 1000, new Expectation.AtMost(0.05, "")).verdict()).isEqualTo(Verdict.OFF);
  }

  @Test
  void another_programs_rate_counts_with_its_own_runs() {
    // Given a rate of 10 %
    Expectation few = new Expectation.Known(0.05, 0.1, 500, "");
    Expectation many = new Expectation.Known(0.05, 0.1, 1_000_000, "");

    // Then 7.5 % of 1000 runs agree with it in 500 runs, not in a million
    assertThat(rate(75, 1000, few).verdict()).isEqualTo(Verdict.AS_EXPECTED);
    assertThat(rate(65, 1000, many).verdict()).isEqualTo(Verdict.OFF);
  }

  private static Rate rate(int hits, int runs, Expectation expectation) {
    return new Rate("scenario", "question", Question.Kind.TYPE_I_ERROR, expectation, hits, runs);
  }
}
