package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.computation.OutcomeVersion.Input;
import org.absentia.outcome.computation.ParticipantCase;
import org.absentia.outcome.computation.TimelineSource;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.record.CurrentRecords;
import org.absentia.outcome.record.RegistryRecord;

/** Looks up the record versions that the newest outcome names as its inputs. */
@ApplicationScoped
@Transactional
class StoredTimelineSource implements TimelineSource {
  private final ParticipantRows participants;
  private final TrialRows trials;
  private final ReleasedRecordRows records;
  private final WithdrawalRows withdrawals;
  private final OutcomeVersionRows outcomes;

  StoredTimelineSource(
      ParticipantRows participants,
      TrialRows trials,
      ReleasedRecordRows records,
      WithdrawalRows withdrawals,
      OutcomeVersionRows outcomes) {
    this.participants = participants;
    this.trials = trials;
    this.records = records;
    this.withdrawals = withdrawals;
    this.outcomes = outcomes;
  }

  @Override
  public Optional<Followed> of(UUID participantId) {
    return participants
        .findByIdOptional(participantId)
        .flatMap(row -> Optional.ofNullable(row.trialId).map(trialId -> followed(row, trialId)));
  }

  private Followed followed(ParticipantRow row, String trialId) {
    Optional<TrialRow> trial = trials.findByIdOptional(trialId);
    List<OutcomeVersionRow> versions = outcomes.versionsOf(row.participantId);
    if (row.indexDate == null || trial.isEmpty() || versions.isEmpty()) {
      return new WithoutValues(trialId, Reason.NOT_YET_DERIVED);
    }
    return followed(known(row, trial.get()), versions.getLast().toVersion());
  }

  private ParticipantCase known(ParticipantRow row, TrialRow trial) {
    List<UUID> id = List.of(row.participantId);
    return StoredCases.toCase(
        row,
        trial.toDefinition(),
        records.of(id).getOrDefault(row.participantId, List.of()),
        withdrawals.of(id).getOrDefault(row.participantId, List.of()));
  }

  private static Followed followed(ParticipantCase known, OutcomeVersion newest) {
    if (known.isErased()) {
      return new WithoutValues(known.trialId(), Reason.ERASED);
    }
    Optional<OutcomeDefinition> definition = known.derivable();
    if (definition.isEmpty()) {
      return new WithoutValues(known.trialId(), Reason.WITHDRAWN_BEFORE_ANY_WINDOW);
    }
    if (newest.outcome().isEmpty()) {
      return new WithoutValues(known.trialId(), Reason.NOT_YET_DERIVED);
    }
    return new Derived(
        known.trialId(),
        definition.get(),
        known.indexDate(),
        CurrentRecords.of(inputs(known, newest)),
        known.knownUntil());
  }

  private static List<RegistryRecord> inputs(ParticipantCase known, OutcomeVersion newest) {
    Set<Input> inputs = new HashSet<>(newest.inputs());
    return known.versions().stream().filter(record -> inputs.contains(input(record))).toList();
  }

  private static Input input(RegistryRecord record) {
    return new Input(record.recordId(), record.version().number());
  }
}
