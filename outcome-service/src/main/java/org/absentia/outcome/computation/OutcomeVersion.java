package org.absentia.outcome.computation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of a participant's outcome. Versions are kept for ever; only erasure empties them.
 *
 * @param number counts the versions of a participant from 1
 * @param inputHash digest of all that the outcome was derived from; equal input, equal outcome
 * @param inputs the record versions it was derived from, in order of record id
 * @param outcome the values as canonical JSON; absent when withdrawn before any window was over
 */
public record OutcomeVersion(
    UUID id,
    UUID participantId,
    String trialId,
    int number,
    OutcomeStatus status,
    String inputHash,
    List<Input> inputs,
    Instant computedAt,
    Optional<String> outcome) {
  public OutcomeVersion {
    inputs = List.copyOf(inputs);
  }

  /** The version of a record that counted. */
  public record Input(String recordId, long version) {}
}
