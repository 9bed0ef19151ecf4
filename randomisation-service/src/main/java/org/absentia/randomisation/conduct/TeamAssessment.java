package org.absentia.randomisation.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a team found when it assessed a candidate; a later one takes the place of an earlier. */
public record TeamAssessment(
    UUID id,
    String trialId,
    String candidateId,
    Outcome outcome,
    List<String> reasonCodes,
    List<String> reasons,
    LocalDate assessedOn,
    Instant recordedAt) {
  /** What came of it. */
  public enum Outcome {
    ELIGIBLE,
    NOT_ELIGIBLE,
    DECLINED,
    UNKNOWN
  }

  public TeamAssessment {
    reasonCodes = List.copyOf(reasonCodes);
    reasons = List.copyOf(reasons);
  }
}
