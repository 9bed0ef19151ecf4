package org.absentia.randomisation.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An attempt to reach a candidate.
 *
 * @param reasons in the recruiter's words
 * @param reasonCodes criteria and reasons of the protocol
 */
public record Contact(
    UUID id,
    String trialId,
    String candidateId,
    Outcome outcome,
    List<String> reasons,
    List<String> reasonCodes,
    LocalDate contactedOn,
    Instant recordedAt) {
  /** What came of it. */
  public enum Outcome {
    NOT_REACHED,
    DECLINED,
    EXCLUDED,
    CONSENTED
  }

  public Contact {
    reasons = List.copyOf(reasons);
    reasonCodes = List.copyOf(reasonCodes);
  }
}
