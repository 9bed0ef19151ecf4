package org.absentia.randomisation.link;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.scheme.Hash;

/**
 * A one-time link.
 *
 * @param issuedBy subject of who asked for it
 */
public record Link(
    UUID id,
    String trialId,
    Holder holder,
    Purpose purpose,
    Hash tokenHash,
    String issuedBy,
    Instant issuedAt,
    Instant expiresAt,
    Optional<Instant> revokedAt,
    Optional<Use> use) {
  /**
   * The one submission.
   *
   * @param answers digest under the token
   */
  public record Use(Instant at, Hash answers) {}

  /** How a link stands. */
  public enum State {
    OPEN,
    USED,
    EXPIRED,
    REVOKED
  }

  /** Returns how the link stands; what was used stays so. */
  public State state(Instant now) {
    if (use.isPresent()) {
      return State.USED;
    }
    if (revokedAt.isPresent()) {
      return State.REVOKED;
    }
    return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
  }

  /** Tells whether the same answers once more would still be known again. */
  boolean repeatable(Instant now, Duration within) {
    return use.filter(once -> now.isBefore(once.at().plus(within))).isPresent();
  }
}
