package org.absentia.randomisation.conduct;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.protocol.Protocol;

/**
 * A version of a protocol after the first, proposed or in force.
 *
 * @param amends the version in force when it was proposed
 * @param proposedBy subject of the token of the one who proposed it
 */
public record ProtocolVersion(
    UUID id,
    int amends,
    Protocol protocol,
    String reason,
    String proposedBy,
    Instant proposedAt,
    Optional<InForce> inForce) {
  /**
   * What the second person's approval made of it.
   *
   * @param outcomeSince since when the section outcome stands as it does
   */
  public record InForce(int version, UUID proposalId, Instant since, Instant outcomeSince) {}
}
