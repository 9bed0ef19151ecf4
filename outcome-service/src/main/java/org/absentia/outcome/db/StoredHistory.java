package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.absentia.outcome.computation.History;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.computation.Snapshot;
import org.absentia.outcome.computation.TrialDefinition;
import org.absentia.outcome.computation.WithdrawalLevel;
import org.absentia.outcome.json.InputsJson;
import org.jspecify.annotations.Nullable;

/** Takes back versions, definitions and snapshots; what is there already stays as it is. */
@ApplicationScoped
class StoredHistory implements History {
  private final EntityManager database;
  private final DefinitionRows contents;
  private final StoredDefinitions definitions;
  private final SnapshotRows snapshots;
  private final Clock clock;

  StoredHistory(
      EntityManager database,
      DefinitionRows contents,
      StoredDefinitions definitions,
      SnapshotRows snapshots,
      Clock clock) {
    this.database = database;
    this.contents = contents;
    this.definitions = definitions;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  @Override
  public void restore(OutcomeVersion version) {
    database
        .createNativeQuery(
            """
            insert into participant (participant_id, trial_id) values (:participant, :trial)
            on conflict do nothing
            """)
        .setParameter("participant", version.participantId())
        .setParameter("trial", version.trialId())
        .executeUpdate();
    boolean erased = version.outcome().isPresent() && isErased(version.participantId());
    insert(erased ? version.erased() : version, erased ? null : clock.instant());
    makeNewestKnown(version);
  }

  /** Whether the values must not come back; the withdrawals are read before the versions. */
  private boolean isErased(UUID participantId) {
    return (Boolean)
        database
            .createNativeQuery(
                """
                select exists (select 1 from withdrawal
                  where participant_id = :participant and level = :erase)
                """,
                Boolean.class)
            .setParameter("participant", participantId)
            .setParameter("erase", WithdrawalLevel.WITHDRAW_AND_ERASE.name())
            .getSingleResult();
  }

  @Override
  public void publishAgain(int bucket) {
    database
        .createNativeQuery(
            """
            update outcome_version o set published_at = null from participant p
            where p.bucket = :bucket and o.participant_id = p.participant_id
            and o.number = p.outcome_number and o.published_at is not null
            """)
        .setParameter("bucket", bucket)
        .executeUpdate();
  }

  /**
   * Adds a version; an emptied one replaces the one with values.
   *
   * @param keptAt null for one that the topic still holds with its values
   */
  private void insert(OutcomeVersion version, @Nullable Instant keptAt) {
    database
        .createNativeQuery(
            """
            insert into outcome_version (id, participant_id, trial_id, number, status,
              definition_hash, index_date, input_hash, inputs, outcome, outcome_hash, computed_at,
              published_at, kept_at)
            values (:id, :participant, :trial, :number, :status, :definition, :indexDate,
              :inputHash, :inputs, cast(:outcome as text), cast(:outcomeHash as text), :computedAt,
              :now, cast(:keptAt as timestamptz))
            on conflict (participant_id, number) do update set outcome = null, inputs = '[]'
            where cast(:outcome as text) is null
            """)
        .setParameter("id", version.id())
        .setParameter("participant", version.participantId())
        .setParameter("trial", version.trialId())
        .setParameter("number", version.number())
        .setParameter("status", version.status().name())
        .setParameter("definition", contents.of(version.basis().definition()).hash)
        .setParameter("indexDate", version.basis().indexDate())
        .setParameter("inputHash", version.inputHash())
        .setParameter("inputs", InputsJson.write(version.inputs()))
        .setParameter("outcome", version.outcome().orElse(null))
        .setParameter("outcomeHash", version.outcomeHash().orElse(null))
        .setParameter("computedAt", version.computedAt())
        .setParameter("keptAt", keptAt)
        .setParameter("now", clock.instant())
        .executeUpdate();
  }

  private void makeNewestKnown(OutcomeVersion version) {
    database
        .createNativeQuery(
            """
            update participant set outcome_number = :number, outcome_status = :status,
              input_hash = :inputHash, outcome_hash = cast(:outcomeHash as text)
            where participant_id = :participant and outcome_number < :number
            """)
        .setParameter("participant", version.participantId())
        .setParameter("number", version.number())
        .setParameter("status", version.status().name())
        .setParameter("inputHash", version.inputHash())
        .setParameter("outcomeHash", version.outcomeHash().orElse(null))
        .executeUpdate();
  }

  @Override
  public void restore(TrialDefinition definition) {
    definitions.keep(definition, clock.instant());
  }

  @Override
  public void restore(Snapshot snapshot) {
    if (snapshots.findByIdOptional(snapshot.hash()).isEmpty()) {
      SnapshotRow row = SnapshotRow.of(snapshot);
      row.publishedAt = clock.instant();
      snapshots.persistAndFlush(row);
    }
  }
}
