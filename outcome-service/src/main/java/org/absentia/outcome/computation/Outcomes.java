package org.absentia.outcome.computation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.record.RegistryRecord;

/** What can be asked about outcomes. */
public interface Outcomes {
  /** The definition that counts for a trial, if the trial is known. */
  Optional<OutcomeDefinition> definitionOf(String trialId);

  /** The trial of a participant, if both are known. */
  Optional<String> trialOf(UUID participantId);

  /** All versions of a participant's outcome, the first first. */
  List<OutcomeVersion> versionsOf(UUID participantId);

  /** The record versions that an outcome version was derived from; none when it was erased. */
  List<RegistryRecord> recordsOf(OutcomeVersion version);

  /** The newest outcome of each participant of a trial, in order of participant id. */
  List<OutcomeVersion> newestOf(String trialId, Optional<UUID> after, int limit);

  /** The outcomes of a snapshot, in order of participant id. */
  List<OutcomeVersion> heldBy(Snapshot snapshot, Optional<UUID> after, int limit);

  /** The definitions by which the outcomes of a snapshot were derived, the widest first. */
  List<OutcomeDefinition> definitionsOf(Snapshot snapshot);

  /** How far a trial's outcomes have come. */
  Completeness completenessOf(String trialId);

  /** How recent what the registers say of a trial's participants is, as seen on a day. */
  Freshness freshnessOf(String trialId, LocalDate today);

  /** One number for all outcome versions of a trial. */
  Fingerprint fingerprintOf(String trialId);

  /**
   * How far a trial's outcomes have come.
   *
   * @param participants how many are enrolled
   * @param recordVersions how many record versions are kept
   * @param pending participants whose newest outcome does not yet agree with the facts or with the
   *     definition
   * @param unpublished outcome versions that are not yet on the topic
   */
  record Completeness(
      String trialId,
      long participants,
      long recordVersions,
      long complete,
      long partial,
      long withdrawn,
      long pending,
      long unpublished) {}

  /**
   * What two databases that hold the same outcomes have in common.
   *
   * @param versions how many outcome versions there are
   * @param hash SHA-256 over a line for each version, in order of participant and number: both,
   *     status, time of computation, input hash and outcome hash
   */
  record Fingerprint(String trialId, long participants, long versions, String hash) {}
}
