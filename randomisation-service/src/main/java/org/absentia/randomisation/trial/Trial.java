package org.absentia.randomisation.trial;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.KeyMode;

/**
 * A trial with everything that it published before its first participant, and the version of its
 * protocol that is in force.
 *
 * @param eventId of the announcement of its opening
 * @param version of the protocol; amendments count on from the first
 * @param shareCommitments to the statistician's share, if there is one, and to the service's
 * @param beacon the public value in the key; empty in single-share mode
 */
public record Trial(
    String id,
    UUID eventId,
    int version,
    Protocol protocol,
    Hash commitment,
    Optional<Hash> merkleRoot,
    List<Hash> shareCommitments,
    String beacon,
    String publicKey,
    KeyMode keyMode,
    Instant openedAt) {
  /** Amendments count on from here. */
  public static final int FIRST_VERSION = 1;

  public Trial {
    shareCommitments = List.copyOf(shareCommitments);
  }

  /** Returns the same trial under another version of its protocol. */
  public Trial amended(int newVersion, Protocol newProtocol) {
    return new Trial(
        id,
        eventId,
        newVersion,
        newProtocol,
        commitment,
        merkleRoot,
        shareCommitments,
        beacon,
        publicKey,
        keyMode,
        openedAt);
  }

  /**
   * Tells whether the participant allocated at this position, from 1, belongs to the internal
   * pilot.
   */
  public boolean isPilot(int position) {
    return position <= protocol.recruitment().pilot();
  }
}
