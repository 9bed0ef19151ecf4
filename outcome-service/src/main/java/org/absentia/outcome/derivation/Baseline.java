package org.absentia.outcome.derivation;

/**
 * What is known of a person when follow-up begins (contracts/outcomes.md section 5).
 *
 * @param disabilityGrade a percentage, as is {@code sickLeaveGrade}
 */
public record Baseline(
    Ratio contractedShare,
    ContractClass contract,
    Ratio disabilityGrade,
    boolean gradedDisabilityPension,
    Ratio sickLeaveGrade,
    SickLeaveClass sickLeave,
    int consecutiveSickLeaveDays,
    Ratio lostWorkdaysPreviousYear,
    int sickLeaveCalendarDaysPreviousYear,
    Ratio workedShareAfterOneWeek) {
  /** How much of a whole position is contracted. */
  public enum ContractClass {
    FULL_TIME,
    PART_TIME_50_99,
    PART_TIME_UNDER_50,
    NONE
  }

  /** How much of the contracted work sick leave takes. */
  public enum SickLeaveClass {
    FULL,
    GRADED_50_99,
    GRADED_UNDER_50,
    NONE
  }
}
