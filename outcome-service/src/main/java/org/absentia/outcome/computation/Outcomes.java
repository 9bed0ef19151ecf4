package org.absentia.outcome.computation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.definition.OutcomeDefinition;

/** What can be asked about outcomes. */
public interface Outcomes {
  /** The definition of a trial, if the trial is known. */
  Optional<OutcomeDefinition> definitionOf(String trialId);

  /** The trial of a participant, if both are known. */
  Optional<String> trialOf(UUID participantId);

  /** All versions of a participant's outcome, the first first. */
  List<OutcomeVersion> versionsOf(UUID participantId);

  /** The newest outcome of each participant of a trial, in order of participant id. */
  List<OutcomeVersion> newestOf(String trialId, Optional<UUID> after, int limit);

  /** How far a trial's outcomes have come. */
  Completeness completenessOf(String trialId);

  /**
   * How far a trial's outcomes have come.
   *
   * @param participants how many are enrolled
   * @param recordVersions how many record versions are kept
   * @param pending participants whose newest outcome does not yet agree with the facts
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
}
