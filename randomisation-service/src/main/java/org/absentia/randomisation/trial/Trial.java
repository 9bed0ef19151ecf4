package org.absentia.randomisation.trial;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.scheme.Hash;

/** A trial as it was opened, with everything that it published before its first participant. */
public record Trial(
    String id,
    UUID eventId,
    Protocol protocol,
    Hash commitment,
    Optional<Hash> merkleRoot,
    Hash shareCommitment,
    String publicKey,
    KeyMode keyMode,
    Instant openedAt) {
  /** Amendments will count on from here. */
  public static final int FIRST_VERSION = 1;

  /** Who contributed to the key. */
  public enum KeyMode {
    SINGLE_SHARE
  }

  /**
   * Tells whether the participant allocated at this position, from 1, belongs to the internal
   * pilot.
   */
  public boolean isPilot(int position) {
    return position <= protocol.recruitment().pilot();
  }
}
