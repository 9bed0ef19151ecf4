package org.absentia.randomisation.trial;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.KeyMode;

/**
 * A trial as it was opened, with everything that it published before its first participant.
 *
 * @param shareCommitments to the statistician's share, if there is one, and to the service's
 * @param beacon the public value in the key; empty in single-share mode
 */
public record Trial(
    String id,
    UUID eventId,
    Protocol protocol,
    Hash commitment,
    Optional<Hash> merkleRoot,
    List<Hash> shareCommitments,
    String beacon,
    String publicKey,
    KeyMode keyMode,
    Instant openedAt) {
  /** Amendments will count on from here. */
  public static final int FIRST_VERSION = 1;

  public Trial {
    shareCommitments = List.copyOf(shareCommitments);
  }

  /**
   * Tells whether the participant allocated at this position, from 1, belongs to the internal
   * pilot.
   */
  public boolean isPilot(int position) {
    return position <= protocol.recruitment().pilot();
  }
}
