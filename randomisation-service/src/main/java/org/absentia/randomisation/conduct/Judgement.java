package org.absentia.randomisation.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Whether a participant was eligible when the eligibility was about to be locked; the last one
 * counts.
 *
 * @param reasonCodes the criteria that no longer hold; empty for an eligible one
 */
public record Judgement(
    UUID id,
    UUID participantId,
    String trialId,
    boolean eligible,
    List<String> reasonCodes,
    LocalDate judgedOn,
    Instant recordedAt) {
  public Judgement {
    reasonCodes = List.copyOf(reasonCodes);
    if (eligible != reasonCodes.isEmpty()) {
      throw new IllegalArgumentException("reasons are given when somebody is not eligible");
    }
  }
}
