package org.absentia.analysis.dataset;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A locked dataset as others see it.
 *
 * @param participants rows at the lock, the erased ones included
 * @param hash SHA-256 of the manifest; there from the moment on when all labels have come
 */
public record Dataset(
    UUID datasetId,
    String trialId,
    Status status,
    int participants,
    Instant requestedAt,
    Optional<Instant> lockedAt,
    Optional<String> hash) {

  public enum Status {
    /** Frozen; the randomisation-service is asked for the labels. */
    AWAITING_LABELS,
    /** Labelled, hashed, unchangeable. */
    LOCKED,
    /** The randomisation-service counts other participants than were frozen: lock again. */
    VOID
  }

  /** Open a dataset that waits for its labels. */
  public static Dataset requested(UUID datasetId, String trialId, int participants, Instant at) {
    return new Dataset(
        datasetId,
        trialId,
        Status.AWAITING_LABELS,
        participants,
        at,
        Optional.empty(),
        Optional.empty());
  }
}
