package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.absentia.outcome.computation.Cases;
import org.absentia.outcome.computation.OutcomeStatus;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.computation.ParticipantCase;
import org.absentia.outcome.computation.WaitingParticipant;
import org.absentia.outcome.definition.OutcomeDefinition;

/** Takes waiting participants by locking their rows until the transaction ends. */
@ApplicationScoped
class StoredCases implements Cases {
  private final ParticipantRows participants;
  private final TrialRows trials;
  private final ReleasedRecordRows records;
  private final WithdrawalRows withdrawals;
  private final OutcomeVersionRows outcomes;
  private final Clock clock;

  StoredCases(
      ParticipantRows participants,
      TrialRows trials,
      ReleasedRecordRows records,
      WithdrawalRows withdrawals,
      OutcomeVersionRows outcomes,
      Clock clock) {
    this.participants = participants;
    this.trials = trials;
    this.records = records;
    this.withdrawals = withdrawals;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  @Override
  public List<WaitingParticipant> take(Instant changedBefore, LocalDate today, int limit) {
    List<ParticipantRow> waiting = participants.lockWaiting(changedBefore, today, limit);
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = waiting.stream().map(row -> row.participantId).toList();
    Map<UUID, List<ReleasedRecordRow>> recordsOf = records.of(ids);
    Map<UUID, List<WithdrawalRow>> withdrawalsOf = withdrawals.of(ids);
    Map<String, OutcomeDefinition> definitions = new HashMap<>();
    return waiting.stream()
        .<WaitingParticipant>map(
            row ->
                new Waiting(
                    row.participantId,
                    () ->
                        toCase(
                            row,
                            definitions.computeIfAbsent(
                                Objects.requireNonNull(row.trialId), this::definition),
                            recordsOf.getOrDefault(row.participantId, List.of()),
                            withdrawalsOf.getOrDefault(row.participantId, List.of()))))
        .toList();
  }

  /** A locked participant, whose rows are understood only when asked for. */
  private record Waiting(UUID participantId, Supplier<ParticipantCase> reading)
      implements WaitingParticipant {
    @Override
    public ParticipantCase read() {
      return reading.get();
    }
  }

  private OutcomeDefinition definition(String trialId) {
    return trials.findById(trialId).toDefinition();
  }

  static ParticipantCase toCase(
      ParticipantRow row,
      OutcomeDefinition definition,
      List<ReleasedRecordRow> records,
      List<WithdrawalRow> withdrawals) {
    return new ParticipantCase(
        row.participantId,
        Objects.requireNonNull(row.trialId),
        Objects.requireNonNull(row.indexDate),
        definition,
        records.stream().map(ReleasedRecordRow::toRecord).flatMap(Optional::stream).toList(),
        withdrawals.stream().map(WithdrawalRow::toWithdrawal).toList(),
        Optional.ofNullable(row.releaseEndedAt),
        row.latest());
  }

  @Override
  public void settle(ParticipantCase participant, OutcomeStatus status) {
    ParticipantRow row = participants.findById(participant.participantId());
    row.changedAt = null;
    row.dueOn = status == OutcomeStatus.PARTIAL ? participant.followUpEnd() : null;
  }

  @Override
  public void add(OutcomeVersion next) {
    outcomes.persist(OutcomeVersionRow.of(next));
    ParticipantRow row = participants.findById(next.participantId());
    row.outcomeNumber = next.number();
    row.outcomeStatus = next.status().name();
    row.inputHash = next.inputHash();
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
