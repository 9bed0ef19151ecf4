package org.absentia.randomisation.approval;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An action that waits for its second person, or was decided.
 *
 * @param proposedBy subject of the token of the one who proposed it
 */
public record Proposal(
    UUID id,
    String trialId,
    Action action,
    String reason,
    String proposedBy,
    Instant proposedAt,
    Optional<Decision> decision) {

  /** What the second person decided. */
  public record Decision(boolean approved, String decidedBy, Instant decidedAt) {}

  public boolean isApproved() {
    return decision.filter(Decision::approved).isPresent();
  }
}
