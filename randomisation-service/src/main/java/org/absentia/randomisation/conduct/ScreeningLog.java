package org.absentia.randomisation.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everything that happened to candidates on their way into the trial, in one order. */
public interface ScreeningLog {
  /** Returns entries in the order in which they were made, beginning after the given one. */
  List<Entry> page(String trialId, Optional<UUID> after, int limit);

  /** The steps of the way. */
  enum Step {
    CONTACT,
    ASSESSMENT,
    ENROLMENT,
    ELIGIBILITY_AT_LOCK,
    ALLOCATION,
    WITHDRAWAL
  }

  /**
   * A step of one candidate.
   *
   * @param outcome what came of it; ENROLLED and ALLOCATED for the steps without alternatives
   */
  record Entry(
      UUID id,
      String candidateId,
      Step step,
      String outcome,
      List<String> reasonCodes,
      List<String> reasons,
      LocalDate day,
      Instant recordedAt) {
    public Entry {
      reasonCodes = List.copyOf(reasonCodes);
      reasons = List.copyOf(reasons);
    }
  }
}
