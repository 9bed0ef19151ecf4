package org.absentia.randomisation.trial;

import java.time.Instant;
import java.util.UUID;

/**
 * A slot that was taken. The arm is the design's number of it and goes to nobody but the allocator.
 *
 * @param position place in the order of allocation within the trial, from 1
 * @param receipt the receipt's text
 */
public record Allocation(
    UUID eventId,
    UUID participantId,
    String trialId,
    int position,
    String stratum,
    int slot,
    int arm,
    String idempotencyKey,
    String receipt,
    Instant allocatedAt) {
  @Override
  public String toString() {
    // never the arm
    return "Allocation[" + participantId + "]";
  }
}
