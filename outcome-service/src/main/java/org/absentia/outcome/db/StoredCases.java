package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.absentia.outcome.computation.Cases;
import org.absentia.outcome.computation.OutcomeStatus;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.computation.ParticipantCase;
import org.absentia.outcome.computation.Share;
import org.absentia.outcome.computation.WaitingParticipant;

/** Takes waiting participants by locking their rows until the transaction ends. */
@ApplicationScoped
class StoredCases implements Cases {
  private final ParticipantRows participants;
  private final CaseReading reading;
  private final OutcomeVersionRows outcomes;
  private final DefinitionRows definitions;
  private final Clock clock;

  StoredCases(
      ParticipantRows participants,
      CaseReading reading,
      OutcomeVersionRows outcomes,
      DefinitionRows definitions,
      Clock clock) {
    this.participants = participants;
    this.reading = reading;
    this.outcomes = outcomes;
    this.definitions = definitions;
    this.clock = clock;
  }

  @Override
  public List<WaitingParticipant> take(
      Share share, Instant changedBefore, LocalDate today, int limit) {
    reading.beginComputing();
    return reading.waiting(participants.lockWaiting(share, changedBefore, today, limit));
  }

  @Override
  public void settle(ParticipantCase participant, OutcomeStatus status) {
    ParticipantRow row = participants.findById(participant.participantId());
    row.changedAt = null;
    row.dueOn = status == OutcomeStatus.PARTIAL ? participant.followUpEnd() : null;
  }

  @Override
  public void add(OutcomeVersion next) {
    outcomes.persist(OutcomeVersionRow.of(next, definitions.of(next.basis().definition())));
    ParticipantRow row = participants.findById(next.participantId());
    row.outcomeNumber = next.number();
    row.outcomeStatus = next.status().name();
    row.inputHash = next.inputHash();
    row.outcomeHash = next.outcomeHash().orElse(null);
  }

  @Override
  public void forgetValues(UUID participantId) {
    outcomes.forgetValues(participantId, clock.instant());
  }

  @Override
  public void postpone(UUID participantId, Instant until) {
    ParticipantRow row = participants.findById(participantId);
    row.changedAt = until;
    row.dueOn = null;
  }
}
