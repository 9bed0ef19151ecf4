package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.absentia.outcome.computation.ParticipantCase;
import org.absentia.outcome.computation.WaitingParticipant;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.jspecify.annotations.Nullable;

/** Reads all that is known of some participants at once. */
@ApplicationScoped
class CaseReading {
  /** Held shared by whoever computes, alone by whoever takes a snapshot. */
  private static final long COMPUTING = 0x4F55_5443_4F4D_4553L; // "OUTCOMES"

  private final EntityManager database;
  private final TrialRows trials;
  private final ReleasedRecordRows records;
  private final WithdrawalRows withdrawals;

  CaseReading(
      EntityManager database,
      TrialRows trials,
      ReleasedRecordRows records,
      WithdrawalRows withdrawals) {
    this.database = database;
    this.trials = trials;
    this.records = records;
    this.withdrawals = withdrawals;
  }

  /** Keeps snapshots from being taken until the transaction ends. */
  void beginComputing() {
    lock("select cast(pg_advisory_xact_lock_shared(:key) as text)");
  }

  /** Waits for computations in progress; others wait until the transaction ends. */
  void holdComputing() {
    lock("select cast(pg_advisory_xact_lock(:key) as text)");
  }

  private void lock(String statement) {
    database
        .createNativeQuery(statement, String.class)
        .setParameter("key", COMPUTING)
        .getSingleResult();
  }

  /** What a trial's outcomes have in common. */
  private record Trial(OutcomeDefinition definition, Optional<Instant> snapshotAt) {}

  /** A locked participant, whose rows are understood only when asked for. */
  private record Waiting(UUID participantId, Supplier<ParticipantCase> reading)
      implements WaitingParticipant {
    @Override
    public ParticipantCase read() {
      return reading.get();
    }
  }

  List<WaitingParticipant> waiting(List<ParticipantRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = rows.stream().map(row -> row.participantId).toList();
    Map<UUID, List<String>> recordsOf = records.contentsOf(ids);
    Map<UUID, List<WithdrawalRow>> withdrawalsOf = withdrawals.of(ids);
    Map<UUID, Instant> newestOf = newestOf(ids);
    Map<String, Trial> trialOf = new HashMap<>();
    return rows.stream()
        .<WaitingParticipant>map(
            row ->
                new Waiting(
                    row.participantId,
                    () ->
                        toCase(
                            row,
                            trialOf.computeIfAbsent(
                                Objects.requireNonNull(row.trialId), this::trial),
                            newestOf.get(row.participantId),
                            recordsOf.getOrDefault(row.participantId, List.of()),
                            withdrawalsOf.getOrDefault(row.participantId, List.of()))))
        .toList();
  }

  private Trial trial(String trialId) {
    Instant snapshotAt =
        (Instant)
            database
                .createNativeQuery(
                    "select max(known_at) from snapshot where trial_id = :trial", Instant.class)
                .setParameter("trial", trialId)
                .getSingleResult();
    return new Trial(trials.findById(trialId).toDefinition(), Optional.ofNullable(snapshotAt));
  }

  /** When the newest outcome version of each was computed. */
  private Map<UUID, Instant> newestOf(List<UUID> participantIds) {
    return database
        .createQuery(
            """
            select o.participantId, max(o.computedAt) from OutcomeVersionRow o
            where o.participantId in :participants group by o.participantId
            """,
            Object[].class)
        .setParameter("participants", participantIds)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
  }

  private static ParticipantCase toCase(
      ParticipantRow row,
      Trial trial,
      @Nullable Instant newestAt,
      List<String> records,
      List<WithdrawalRow> withdrawals) {
    return new ParticipantCase(
        row.participantId,
        Objects.requireNonNull(row.trialId),
        Objects.requireNonNull(row.indexDate),
        trial.definition(),
        records.stream().map(ReleasedRecordRow::record).toList(),
        withdrawals.stream().map(WithdrawalRow::toWithdrawal).toList(),
        Optional.ofNullable(row.releaseEndedAt),
        row.latest(),
        Stream.concat(trial.snapshotAt().stream(), Stream.ofNullable(newestAt))
            .max(Instant::compareTo));
  }
}
