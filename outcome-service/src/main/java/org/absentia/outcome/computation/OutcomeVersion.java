package org.absentia.outcome.computation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of a participant's outcome. Versions are kept for ever; only erasure empties them.
 *
 * @param number counts the versions of a participant from 1
 * @param basis what it was derived by
 * @param inputHash digest of all that the outcome was derived from; equal input, equal outcome
 * @param inputs the record versions it was derived from, in order of record id
 * @param outcome the values as canonical JSON; absent when withdrawn before any window was over
 * @param outcomeHash SHA-256 of the values; it outlives their erasure
 */
public record OutcomeVersion(
    UUID id,
    UUID participantId,
    String trialId,
    int number,
    OutcomeStatus status,
    Basis basis,
    String inputHash,
    List<Input> inputs,
    Instant computedAt,
    Optional<String> outcome,
    Optional<String> outcomeHash) {
  public OutcomeVersion {
    inputs = List.copyOf(inputs);
  }

  /** The version of a record that counted. */
  public record Input(String recordId, long version) {}

  /**
   * What records were measured by.
   *
   * @param definition as used, as canonical JSON; of whoever withdrew, what was left of it
   */
  public record Basis(String definition, LocalDate indexDate) {}

  /** Tells whether there were values that were erased. */
  public boolean isErased() {
    return outcome.isEmpty() && outcomeHash.isPresent();
  }

  /** The same version without anything that tells of the person. */
  public OutcomeVersion erased() {
    return new OutcomeVersion(
        id,
        participantId,
        trialId,
        number,
        status,
        basis,
        inputHash,
        List.of(),
        computedAt,
        Optional.empty(),
        outcomeHash);
  }
}
