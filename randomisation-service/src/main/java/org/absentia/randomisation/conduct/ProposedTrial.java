package org.absentia.randomisation.conduct;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.protocol.Protocol;

/**
 * A first protocol that needs a second person before its trial opens.
 *
 * @param proposedBy subject of the token of the one who proposed it
 */
public record ProposedTrial(
    UUID id,
    Protocol protocol,
    String proposedBy,
    Instant proposedAt,
    Optional<Decision> decision) {
  /** What the second person decided. */
  public record Decision(boolean approved, String decidedBy, Instant decidedAt) {}
}
