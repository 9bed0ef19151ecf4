package org.absentia.outcome.computation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.record.RegistryRecord;

/** What another service says happened. Facts arrive in any order and more than once. */
public sealed interface Fact {
  /** A trial was opened by a version of its protocol; the definition opened last counts. */
  record TrialOpened(String trialId, int version, Instant openedAt, OutcomeDefinition definition)
      implements Fact {}

  /** A participant is followed from a date; the latest enrolment counts. */
  record ParticipantEnrolled(
      UUID participantId, String trialId, LocalDate indexDate, Instant enrolledAt)
      implements Fact {}

  /** One version of one record of a participant. */
  record RecordReleased(UUID participantId, String trialId, RegistryRecord record)
      implements Fact {}

  /** One version of one record must be forgotten, also if it arrives only later. */
  record RecordErased(UUID participantId, String recordId, long version) implements Fact {}

  /** No more records of a participant will be released. */
  record ReleaseEnded(UUID participantId, String trialId, Instant endedAt) implements Fact {}

  /** A participant withdrew to some degree. */
  record ParticipantWithdrawn(
      UUID participantId, String trialId, WithdrawalLevel level, LocalDate withdrawnOn)
      implements Fact {}
}
