package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.computation.Outcomes;
import org.absentia.outcome.computation.ParticipantCase;
import org.absentia.outcome.computation.TimelineSource;
import org.absentia.outcome.json.DefinitionReading;
import org.absentia.outcome.json.StoredJson;
import org.absentia.outcome.record.CurrentRecords;

/** Looks up what the newest outcome was derived by and from. */
@ApplicationScoped
@Transactional
class StoredTimelineSource implements TimelineSource {
  private final ParticipantRows participants;
  private final CaseReading reading;
  private final Outcomes outcomes;

  StoredTimelineSource(ParticipantRows participants, CaseReading reading, Outcomes outcomes) {
    this.participants = participants;
    this.reading = reading;
    this.outcomes = outcomes;
  }

  @Override
  public Optional<Followed> of(UUID participantId) {
    return participants
        .findByIdOptional(participantId)
        .flatMap(row -> Optional.ofNullable(row.trialId).map(trialId -> followed(row, trialId)));
  }

  private Followed followed(ParticipantRow row, String trialId) {
    List<OutcomeVersion> versions = outcomes.versionsOf(row.participantId);
    if (row.indexDate == null || versions.isEmpty() || outcomes.definitionOf(trialId).isEmpty()) {
      return new WithoutValues(trialId, Reason.NOT_YET_DERIVED);
    }
    ParticipantCase known = reading.waiting(List.of(row)).getFirst().read();
    OutcomeVersion newest = versions.getLast();
    if (newest.outcome().isEmpty()) {
      return new WithoutValues(
          trialId, known.isErased() ? Reason.ERASED : Reason.WITHDRAWN_BEFORE_ANY_WINDOW);
    }
    return new Derived(
        trialId,
        StoredJson.read(newest.basis().definition(), DefinitionReading::read),
        newest.basis().indexDate(),
        CurrentRecords.of(outcomes.recordsOf(newest)),
        known.knownUntil());
  }
}
