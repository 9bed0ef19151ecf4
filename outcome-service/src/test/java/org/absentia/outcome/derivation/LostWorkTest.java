package org.absentia.outcome.derivation;

import static org.absentia.outcome.derivation.Definitions.over;
import static org.absentia.outcome.derivation.Definitions.returning;
import static org.absentia.outcome.derivation.Definitions.span;
import static org.absentia.outcome.derivation.Definitions.withHolidays;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.absentia.outcome.definition.ReturnToWorkRule.AfterDays;
import org.absentia.outcome.definition.ReturnToWorkRule.AfterMonths;
import org.absentia.outcome.derivation.Outcome.ReturnToWork;
import org.absentia.outcome.timeline.Period;
import org.junit.jupiter.api.Test;

/** Section 4. */
class LostWorkTest {
  private static final String MONDAY = "2019-05-20";

  @Test
  void a_window_is_clipped_to_the_last_day_of_a_shorter_month() {
    Outcome outcome = new Person().outcome(over("P6M"), "2019-08-31");
    assertThat(Period.date(outcome.windows().getFirst().days().to())).hasToString("2020-02-28");
    assertThat(outcome.windows().getFirst().workdays()).isEqualTo(130);
  }

  @Test
  void cumulative_months_end_with_the_longest_window_and_the_last_is_cut_there() {
    // Given
    Outcome outcome =
        new Person().certificate(100, "2019-05-20/").outcome(over("P1M", "P40D"), MONDAY);

    // When / Then
    assertThat(outcome.cumulative())
        .extracting(Ratio::rounded)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(new BigDecimal(23), new BigDecimal(30));
    assertThat(outcome.windows().getLast().lostWorkdays().rounded()).isEqualByComparingTo("30");
  }

  @Test
  void public_holidays_weigh_nothing_when_the_definition_says_so() {
    // 1 May, Ascension Day 30 May and Whit Monday 10 June 2019; 17 May was a Friday
    Outcome outcome =
        new Person()
            .certificate(100, "2019-04-29/2019-06-30")
            .outcome(withHolidays("P9W"), "2019-04-29");
    assertThat(outcome.windows().getFirst().workdays()).isEqualTo(41);
    assertThat(outcome.windows().getFirst().lostWorkdays().rounded()).isEqualByComparingTo("41");
  }

  @Test
  void a_run_of_free_days_may_begin_on_a_weekend() {
    ReturnToWork result = days("P28D", new Person().certificate(100, "2019-05-20/2019-06-02"));
    assertThat(result.event()).isTrue();
    assertThat(result.time()).isEqualTo(12);
  }

  @Test
  void whoever_is_never_absent_returned_on_day_nought() {
    assertThat(days("P28D", new Person()))
        .extracting(ReturnToWork::event, ReturnToWork::time)
        .containsExactly(true, 0);
  }

  @Test
  void a_relapse_begins_the_run_anew() {
    ReturnToWork result =
        days(
            "P28D",
            new Person()
                .certificate(100, "2019-05-20/2019-05-24")
                .certificate(100, "2019-06-20/2019-06-20"));
    assertThat(result.time()).isEqualTo(32);
  }

  @Test
  void a_run_must_lie_within_follow_up() {
    // the six months end on 19 November 2019
    assertThat(days("P28D", new Person().certificate(100, "2019-05-20/2019-10-22")))
        .extracting(ReturnToWork::event, ReturnToWork::time)
        .containsExactly(true, 156);
    assertThat(days("P28D", new Person().certificate(100, "2019-05-20/2019-10-23")))
        .extracting(ReturnToWork::event, ReturnToWork::time)
        .containsExactly(false, 184);
  }

  @Test
  void a_weekend_is_long_enough_when_two_free_days_are_asked_for() {
    assertThat(days("P2D", new Person().certificate(100, "2019-05-20/")).time()).isEqualTo(5);
  }

  @Test
  void the_first_month_of_enough_free_months_in_a_row_is_the_event() {
    // Given: months begin on the 20th
    Person person =
        new Person()
            .certificate(100, "2019-05-20/2019-06-21")
            .certificate(100, "2019-08-22/2019-08-22");

    // When / Then
    assertThat(months("P1M", person).time()).isEqualTo(3);
    assertThat(months("P2M", person).time()).isEqualTo(5);
    assertThat(months("P3M", person))
        .extracting(ReturnToWork::event, ReturnToWork::time)
        .containsExactly(false, 6);
  }

  private static ReturnToWork days(String absenceFree, Person person) {
    return person
        .outcome(returning(new AfterDays(span(absenceFree), span("P6M"))), MONDAY)
        .returnToWork()
        .getFirst();
  }

  private static ReturnToWork months(String absenceFree, Person person) {
    List<ReturnToWork> results =
        person
            .outcome(returning(new AfterMonths(span(absenceFree), span("P6M"))), MONDAY)
            .returnToWork();
    return results.getFirst();
  }
}
