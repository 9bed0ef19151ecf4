package org.absentia.suite.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What comes of a person in the trial: never listed, or listed and phoned with one of four ends.
 */
public sealed interface Response {

  /** Must not appear in any list, because of one criterion. */
  record NeverListed(Flaw flaw) implements Response {}

  record NotReached(LocalDate lastTried) implements Response {}

  record Declined(LocalDate phoned) implements Response {}

  record Excluded(LocalDate phoned, List<String> reasons) implements Response {
    public Excluded {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Consents and answers the questionnaire.
   *
   * @param completed when the items that decide the stratum were completed, if they were not at
   *     once
   */
  record Consented(
      LocalDate phoned,
      LocalDate inclusion,
      Questionnaire questionnaire,
      Optional<LocalDate> completed)
      implements Response {}

  /** The criterion a person fails. */
  enum Flaw {
    SELF_EMPLOYED,
    FREELANCE,
    OTHER_DIAGNOSIS,
    LOW_GRADE,
    TOO_OLD,
    SHORT_SPELL,
    OTHER_OFFICE,
    RECRUITMENT_HALTED,
    CERTIFICATE_LATE
  }
}
