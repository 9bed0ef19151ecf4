package org.absentia.ingest.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.absentia.ingest.record.Diagnosis;

/** What a list made of one person. */
public sealed interface Screening {
  /** Not on sick leave that day, or in another week of it than the list is about: not screened. */
  record Passed() implements Screening {}

  /** Meets every criterion. */
  record Eligible(
      int sickLeaveWeek, BigDecimal grade, Optional<Diagnosis> diagnosis, Optional<Integer> age)
      implements Screening {}

  /** Fails this criterion, the first in the order of the reasons. */
  record NotEligible(Reason reason) implements Screening {}

  /** Why someone on sick leave in the right week is no candidate, as the flow chart names it. */
  enum Reason {
    DIAGNOSIS_OUTSIDE_CRITERIA,
    GRADE_BELOW_MINIMUM,
    NOT_EMPLOYED,
    AGE_UNKNOWN,
    AGE_OUTSIDE_RANGE,
    ALREADY_LISTED
  }

  /** Completed years on a day. */
  static int age(LocalDate birthDate, LocalDate day) {
    return birthDate.until(day).getYears();
  }
}
