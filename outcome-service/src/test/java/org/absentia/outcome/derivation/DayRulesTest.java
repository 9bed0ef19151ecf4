package org.absentia.outcome.derivation;

import static org.absentia.outcome.derivation.Definitions.counting;
import static org.absentia.outcome.derivation.Definitions.over;
import static org.absentia.outcome.derivation.Definitions.vacationAsCertified;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.absentia.outcome.definition.Benefit;
import org.absentia.outcome.definition.ContractDay;
import org.absentia.outcome.record.SickLeaveCertificate;
import org.absentia.outcome.record.SickLeaveCertificate.Entry;
import org.absentia.outcome.record.SickLeaveCertificate.Kind;
import org.absentia.outcome.record.SickPay;
import org.junit.jupiter.api.Test;

/** Section 3. The week from Monday 20 to Sunday 26 May 2019 has five workdays. */
class DayRulesTest {
  private static final String MONDAY = "2019-05-20";
  private static final String WEEK = "2019-05-20/2019-05-26";
  private static final String ALWAYS = "2015-01-01/";

  @Test
  void full_sick_leave_loses_the_whole_position() {
    assertThat(new Person().job("A", 80, ALWAYS).certificate(100, WEEK).lost(over("P1W"), MONDAY))
        .isEqualByComparingTo("4");
  }

  @Test
  void treatment_days_lose_their_share_of_every_workday() {
    // Given
    Entry threeDays = new Entry(Person.period(WEEK), Kind.TREATMENT_DAYS, 3);

    // When / Then
    assertThat(
            new Person()
                .certificate(Optional.empty(), List.of(threeDays))
                .lost(over("P1W"), MONDAY))
        .isEqualByComparingTo("3");
  }

  @Test
  void travel_subsidy_and_awaiting_are_days_at_work() {
    for (SickLeaveCertificate.Kind kind : List.of(Kind.TRAVEL_SUBSIDY, Kind.AWAITING)) {
      Entry atWork = new Entry(Person.period(WEEK), kind, 0);
      assertThat(
              new Person()
                  .certificate(100, WEEK)
                  .certificate(Optional.empty(), List.of(atWork))
                  .lost(over("P1W"), MONDAY))
          .isEqualByComparingTo("0");
    }
  }

  @Test
  void the_position_issued_latest_counts_when_two_records_of_one_employer_cover_a_day() {
    assertThat(
            new Person()
                .job("A", 100, ALWAYS)
                .job("A", 60, ALWAYS)
                .certificate(100, WEEK)
                .lost(over("P1W"), MONDAY))
        .isEqualByComparingTo("3");
  }

  @Test
  void two_employments_add_up_but_never_to_more_than_one_whole_position() {
    // Given
    Person person = new Person().job("A", 80, ALWAYS).job("B", 80, ALWAYS);

    // When / Then
    assertThat(person.certificateFor("A", 100, WEEK).lost(over("P1W"), MONDAY))
        .isEqualByComparingTo("2.5");
    assertThat(person.certificate(100, WEEK).lost(over("P1W"), MONDAY)).isEqualByComparingTo("5");
  }

  @Test
  void freelance_work_has_no_contracted_hours() {
    assertThat(
            new Person()
                .job("A", 50, ALWAYS)
                .freelance(50, ALWAYS)
                .certificate(100, WEEK)
                .lost(over("P1W"), MONDAY))
        .isEqualByComparingTo("2.5");
  }

  @Test
  void losing_the_job_does_not_reduce_lost_work() {
    assertThat(
            new Person()
                .job("A", 80, "2015-01-01/2019-05-21")
                .certificateFor("A", 100, WEEK)
                .lost(over("P1W"), MONDAY))
        .isEqualByComparingTo("4");
  }

  @Test
  void whoever_has_no_job_counts_as_one_of_all_that_is_not_pensioned() {
    assertThat(
            new Person()
                .pension(40, ALWAYS)
                .certificateFor("A", 100, WEEK)
                .lost(over("P1W"), MONDAY))
        .isEqualByComparingTo("3");
  }

  @Test
  void contracts_are_read_on_the_day_on_the_months_first_day_or_on_the_index_date() {
    // Given
    Person person =
        new Person()
            .job("A", 100, "2015-01-01/2019-06-02")
            .job("A", 50, "2019-06-03/")
            .certificate(100, "2019-05-20/2019-06-23");

    // When / Then
    assertThat(person.lost(over("P5W"), MONDAY)).isEqualByComparingTo("17.5");
    assertThat(person.lost(over("P5W").with(ContractDay.MONTHLY), MONDAY))
        .isEqualByComparingTo("24");
    assertThat(person.lost(over("P5W").with(ContractDay.BASELINE), MONDAY))
        .isEqualByComparingTo("25");
  }

  @Test
  void the_newest_certificate_wins_even_when_its_grade_is_lower() {
    assertThat(new Person().certificate(100, WEEK).certificate(40, WEEK).lost(over("P1W"), MONDAY))
        .isEqualByComparingTo("2");
  }

  @Test
  void sick_pay_decides_before_any_certificate() {
    assertThat(new Person().paid(20, WEEK).certificate(100, WEEK).lost(over("P1W"), MONDAY))
        .isEqualByComparingTo("1");
  }

  @Test
  void a_worked_day_of_sick_pay_is_no_absence() {
    assertThat(
            new Person()
                .pay(SickPay.Kind.WORKED, 0, "2019-05-20/2019-05-21")
                .certificate(100, WEEK)
                .lost(over("P1W"), MONDAY))
        .isEqualByComparingTo("3");
  }

  @Test
  void rejected_and_unknown_payments_say_nothing_so_that_older_payments_or_certificates_decide() {
    for (SickPay.Kind silent : List.of(SickPay.Kind.REJECTED, SickPay.Kind.UNKNOWN)) {
      assertThat(new Person().certificate(100, WEEK).pay(silent, 0, WEEK).lost(over("P1W"), MONDAY))
          .isEqualByComparingTo("5");
      assertThat(
              new Person()
                  .certificate(100, WEEK)
                  .paid(40, WEEK)
                  .pay(silent, 0, WEEK)
                  .lost(over("P1W"), MONDAY))
          .isEqualByComparingTo("2");
    }
  }

  @Test
  void vacation_inside_a_spell_is_no_absence_or_as_certified_but_never_an_older_payment() {
    for (SickPay.Kind timeOff : List.of(SickPay.Kind.VACATION, SickPay.Kind.LEAVE)) {
      Person person = new Person().certificate(60, WEEK).paid(100, WEEK).pay(timeOff, 0, WEEK);
      assertThat(person.lost(over("P1W"), MONDAY)).isEqualByComparingTo("0");
      assertThat(person.lost(vacationAsCertified("P1W"), MONDAY)).isEqualByComparingTo("3");
    }
  }

  @Test
  void a_certificate_for_one_employer_leaves_the_other_job_alone() {
    assertThat(
            new Person()
                .job("A", 50, ALWAYS)
                .job("B", 50, ALWAYS)
                .certificateFor("B", 100, WEEK)
                .lost(over("P1W"), MONDAY))
        .isEqualByComparingTo("2.5");
  }

  @Test
  void a_certificate_for_an_employer_not_in_force_speaks_of_every_job() {
    assertThat(
            new Person()
                .job("A", 50, ALWAYS)
                .job("B", 50, ALWAYS)
                .certificateFor("C", 100, WEEK)
                .lost(over("P1W"), MONDAY))
        .isEqualByComparingTo("5");
  }

  @Test
  void within_one_record_the_first_listed_period_counts() {
    // Given
    Entry first = new Entry(Person.period(WEEK), Kind.GRADED, 2_000);
    Entry second = new Entry(Person.period(WEEK), Kind.FULL, 0);

    // When / Then
    assertThat(
            new Person()
                .certificate(Optional.empty(), List.of(first, second))
                .lost(over("P1W"), MONDAY))
        .isEqualByComparingTo("1");
  }

  @Test
  void sick_leave_and_allowance_on_one_day_are_one_absence_and_the_larger_counts() {
    // Given
    Outcome larger =
        new Person().certificate(40, WEEK).allowance(40, WEEK).outcome(over("P1W"), MONDAY);
    Outcome equal =
        new Person().certificate(60, WEEK).allowance(40, WEEK).outcome(over("P1W"), MONDAY);

    // When / Then
    assertThat(larger.windows().getFirst().bySource().workAssessmentAllowance().rounded())
        .isEqualByComparingTo("3");
    assertThat(larger.windows().getFirst().bySource().sickLeave().rounded())
        .isEqualByComparingTo("0");
    assertThat(equal.windows().getFirst().bySource().sickLeave().rounded())
        .isEqualByComparingTo("3");
    assertThat(equal.windows().getFirst().bySource().workAssessmentAllowance().rounded())
        .isEqualByComparingTo("0");
  }

  @Test
  void a_pension_that_was_there_at_baseline_is_no_absence_but_caps_the_day() {
    assertThat(
            new Person()
                .job("A", 100, ALWAYS)
                .pension(30, ALWAYS)
                .certificate(100, WEEK)
                .lost(over("P1W"), MONDAY))
        .isEqualByComparingTo("3.5");
  }

  @Test
  void what_the_cap_cuts_first_is_the_pension_increase() {
    // Given
    Outcome outcome =
        new Person()
            .job("A", 100, ALWAYS)
            .pension(20, "2015-01-01/2019-05-22")
            .pension(80, "2019-05-23/")
            .certificate(50, WEEK)
            .outcome(over("P1W"), MONDAY);

    // When / Then: three days of 0.5, then two of min(0.8, 0.5 + 0.6)
    Outcome.Window week = outcome.windows().getFirst();
    assertThat(week.lostWorkdays().rounded()).isEqualByComparingTo("3.1");
    assertThat(week.bySource().sickLeave().rounded()).isEqualByComparingTo("2.5");
    assertThat(week.bySource().disabilityPensionIncrease().rounded()).isEqualByComparingTo("0.6");
  }

  @Test
  void a_benefit_that_the_definition_leaves_out_does_not_count() {
    // Given
    Person person =
        new Person().certificate(20, WEEK).allowance(40, WEEK).pension(10, "2019-05-21/");

    // When / Then
    assertThat(person.lost(counting(EnumSet.of(Benefit.SICK_LEAVE), "P1W"), MONDAY))
        .isEqualByComparingTo("1");
    assertThat(person.lost(counting(EnumSet.of(Benefit.WORK_ASSESSMENT_ALLOWANCE), "P1W"), MONDAY))
        .isEqualByComparingTo("3");
    assertThat(
            person.lost(counting(EnumSet.of(Benefit.DISABILITY_PENSION_INCREASE), "P1W"), MONDAY))
        .isEqualByComparingTo("0.4");
    assertThat(person.lost(counting(EnumSet.noneOf(Benefit.class), "P1W"), MONDAY))
        .isEqualByComparingTo("0");
  }

  @Test
  void an_explained_day_names_what_decided_it() {
    // Given
    List<ExplainedDay> days =
        new Person()
            .job("A", 50, ALWAYS)
            .job("B", 50, ALWAYS)
            .certificateFor("A", 100, WEEK)
            .certificateFor("B", 60, WEEK)
            .pension(10, ALWAYS)
            .explained(over("P1W"), MONDAY);

    // When / Then
    ExplainedDay monday = days.getFirst();
    assertThat(monday.decidedBy().contract()).containsExactly("e-1", "e-2");
    assertThat(monday.decidedBy().sickLeave()).containsExactly("c-3", "c-4");
    assertThat(monday.decidedBy().disabilityPension()).containsExactly("d-5");
    assertThat(monday.decidedBy().workAssessmentAllowance()).isEmpty();
    assertThat(monday.lostWork().rounded()).isEqualByComparingTo("0.8");
    assertThat(days.getLast().weight()).isZero();
    assertThat(days.getLast().lostWork().rounded()).isEqualByComparingTo("0");
  }
}
