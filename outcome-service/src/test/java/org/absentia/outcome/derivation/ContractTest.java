package org.absentia.outcome.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.absentia.outcome.derivation.Contract.Job;
import org.junit.jupiter.api.Test;

class ContractTest {
  @Test
  void shares_that_fit_into_one_position_stay_as_they_are() {
    assertThat(Contract.of(List.of(job("A", 6_000), job("B", 4_000))).jobs())
        .extracting(Job::share)
        .containsExactly(6_000, 4_000);
  }

  @Test
  void shares_above_one_are_scaled_and_what_is_missing_goes_to_the_largest_remainders() {
    // 8000, 5000 and 3000 of 16000 leave no remainder; 7000, 7000 and 5000 of 19000 leave
    // 3684.2.., 3684.2.. and 2631.5..
    assertThat(Contract.of(List.of(job("A", 8_000), job("B", 5_000), job("C", 3_000))).jobs())
        .extracting(Job::share)
        .containsExactly(5_000, 3_125, 1_875);
    assertThat(Contract.of(List.of(job("A", 7_000), job("B", 7_000), job("C", 5_000))).jobs())
        .extracting(Job::share)
        .containsExactly(3_684, 3_684, 2_632);
  }

  @Test
  void of_equal_remainders_the_smaller_employer_gets_the_missing_part() {
    Contract contract = Contract.of(List.of(job("1", 6_000), job("10", 6_000), job("9", 6_000)));
    assertThat(contract.jobs()).extracting(Job::share).containsExactly(3_334, 3_333, 3_333);
    assertThat(contract.share()).isEqualTo(10_000);
  }

  private static Job job(String employer, int share) {
    return new Job(employer, share, "e-" + employer);
  }
}
