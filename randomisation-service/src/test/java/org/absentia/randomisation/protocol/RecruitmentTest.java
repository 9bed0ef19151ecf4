package org.absentia.randomisation.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecruitmentTest {
  @Test
  void the_last_day_still_belongs_to_recruitment() {
    // Given
    LocalDate last = LocalDate.parse("2020-10-31");
    Recruitment recruitment = new Recruitment(last.minusYears(1), last, List.of(), 0);

    // When, Then
    assertThat(recruitment.endedBefore(last)).isFalse();
    assertThat(recruitment.endedBefore(last.plusDays(1))).isTrue();
  }
}
