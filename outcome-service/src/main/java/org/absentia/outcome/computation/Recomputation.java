package org.absentia.outcome.computation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An order to derive the outcomes of a trial, or of all, anew.
 *
 * @param trialId of which trial; empty for all
 */
public record Recomputation(
    UUID id,
    Optional<String> trialId,
    Cause cause,
    String reason,
    Optional<String> requestedBy,
    Instant requestedAt) {
  /** Why there is the order. */
  public enum Cause {
    REQUESTED,
    DEFINITION_CHANGED
  }

  /**
   * How far it has come.
   *
   * @param participants how many there were when the order came
   * @param recomputed how many have been derived anew
   * @param changed how many of these got a new outcome version
   * @param failed how many could not be derived
   * @param finishedAt when the last was through
   */
  public record Progress(
      Recomputation order,
      long participants,
      long recomputed,
      long changed,
      long failed,
      Optional<Instant> finishedAt,
      Optional<Instant> cancelledAt) {}

  /**
   * The part of an order in one bucket.
   *
   * @param lastParticipant up to whom, in order of id, it has come
   */
  public record Slice(
      UUID recomputationId, Optional<String> trialId, int bucket, Optional<UUID> lastParticipant) {}
}
