package org.absentia.outcome.derivation;

import static org.absentia.outcome.derivation.Definitions.counting;
import static org.absentia.outcome.derivation.Definitions.over;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.absentia.outcome.definition.Benefit;
import org.absentia.outcome.definition.ContractDay;
import org.absentia.outcome.derivation.Baseline.ContractClass;
import org.absentia.outcome.derivation.Baseline.SickLeaveClass;
import org.junit.jupiter.api.Test;

/** Section 5. */
class BaselineRulesTest {
  private static final String MONDAY = "2019-05-20";
  private static final String ALWAYS = "2015-01-01/";

  @Test
  void the_contract_is_classed_by_its_share() {
    assertThat(contract(new Person().job("A", 100, ALWAYS))).isEqualTo(ContractClass.FULL_TIME);
    assertThat(contract(new Person().job("A", 99.99, ALWAYS)))
        .isEqualTo(ContractClass.PART_TIME_50_99);
    assertThat(contract(new Person().job("A", 49.99, ALWAYS)))
        .isEqualTo(ContractClass.PART_TIME_UNDER_50);
    assertThat(contract(new Person().job("A", 0, ALWAYS))).isEqualTo(ContractClass.NONE);
    assertThat(contract(new Person())).isEqualTo(ContractClass.NONE);
  }

  @Test
  void whoever_has_no_job_still_has_a_contracted_share() {
    Baseline baseline = new Person().pension(40, ALWAYS).baseline(over("P6M"), MONDAY);
    assertThat(baseline.contractedShare().rounded()).isEqualByComparingTo("0.6");
    assertThat(baseline.disabilityGrade().rounded()).isEqualByComparingTo("40");
    assertThat(baseline.gradedDisabilityPension()).isTrue();
  }

  @Test
  void a_whole_pension_is_not_graded_and_leaves_nothing_to_lose() {
    Baseline baseline =
        new Person().pension(100, ALWAYS).certificate(100, ALWAYS).baseline(over("P6M"), MONDAY);
    assertThat(baseline.gradedDisabilityPension()).isFalse();
    assertThat(baseline.sickLeaveGrade().rounded()).isEqualByComparingTo("0");
    assertThat(baseline.sickLeave()).isEqualTo(SickLeaveClass.NONE);
    assertThat(baseline.workedShareAfterOneWeek().rounded()).isEqualByComparingTo("1");
  }

  @Test
  void the_grade_is_told_on_the_next_workday_and_relative_to_the_contract() {
    // Given: index date on a Saturday
    Person person =
        new Person()
            .job("A", 50, ALWAYS)
            .job("B", 25, ALWAYS)
            .certificateFor("A", 100, "2019-05-20/");

    // When
    Baseline baseline = person.baseline(over("P6M"), "2019-05-18");

    // Then
    assertThat(baseline.sickLeaveGrade().rounded()).isEqualByComparingTo("66.6667");
    assertThat(baseline.sickLeave()).isEqualTo(SickLeaveClass.GRADED_50_99);
  }

  @Test
  void a_spell_reaches_over_weekends_but_not_over_a_workday_without_absence() {
    // Given: sick Wednesday 1 to Friday 3, then Monday 6 to Friday 17 May; index on Monday 20
    Person person =
        new Person()
            .certificate(100, "2019-05-01/2019-05-03")
            .certificate(50, "2019-05-06/2019-05-17");

    // When / Then
    assertThat(person.baseline(over("P6M"), MONDAY).consecutiveSickLeaveDays()).isEqualTo(19);
    assertThat(person.baseline(over("P6M"), "2019-05-21").consecutiveSickLeaveDays()).isZero();
  }

  @Test
  void a_spell_may_be_longer_than_a_year() {
    assertThat(
            new Person()
                .certificate(100, "2017-05-20/2019-05-19")
                .baseline(over("P6M"), MONDAY)
                .consecutiveSickLeaveDays())
        .isEqualTo(730);
  }

  @Test
  void the_previous_year_counts_sick_leave_only_in_workdays_and_in_calendar_days() {
    // Given
    Baseline baseline =
        new Person()
            .certificate(50, "2019-04-01/2019-04-14")
            .certificate(100, "2018-05-14/2018-05-20")
            .allowance(0, "2018-09-01/2018-12-31")
            .baseline(over("P6M"), MONDAY);

    // When / Then: of 2018 only Sunday 20 May lies within the year
    assertThat(baseline.lostWorkdaysPreviousYear().rounded()).isEqualByComparingTo("5");
    assertThat(baseline.sickLeaveCalendarDaysPreviousYear()).isEqualTo(15);
  }

  @Test
  void the_share_worked_after_a_week_counts_the_allowance_whatever_the_definition_counts() {
    // Given
    Person person = new Person().certificate(40, MONDAY + "/").allowance(25, MONDAY + "/");

    // When / Then
    assertThat(
            person
                .baseline(counting(EnumSet.of(Benefit.SICK_LEAVE), "P6M"), MONDAY)
                .workedShareAfterOneWeek()
                .rounded())
        .isEqualByComparingTo("0.25");
  }

  @Test
  void the_share_worked_after_a_week_follows_the_contract_of_the_definition() {
    // Given: job B, of which the certificate does not speak, begins three days after inclusion
    Person person =
        new Person()
            .job("A", 50, ALWAYS)
            .job("B", 50, "2019-05-23/")
            .certificateFor("A", 100, MONDAY + "/");

    // When / Then
    assertThat(worked(person, ContractDay.DAILY)).isEqualByComparingTo("0.5");
    assertThat(worked(person, ContractDay.MONTHLY)).isEqualByComparingTo("0");
  }

  private static java.math.BigDecimal worked(Person person, ContractDay contract) {
    return person.baseline(over("P6M").with(contract), MONDAY).workedShareAfterOneWeek().rounded();
  }

  private static ContractClass contract(Person person) {
    return person.baseline(over("P6M"), MONDAY).contract();
  }
}
