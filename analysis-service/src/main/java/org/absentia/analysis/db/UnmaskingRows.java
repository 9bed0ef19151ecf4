package org.absentia.analysis.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.absentia.analysis.dataset.Canonical;
import org.absentia.analysis.dataset.Unmasked;
import org.absentia.analysis.dataset.Unmasking;
import org.absentia.analysis.dataset.Unmaskings;
import org.absentia.analysis.dataset.Withdrawal;

/** Keeps what unmaskings told, in a table of its own. */
@ApplicationScoped
class UnmaskingRows implements Unmaskings {

  private final EntityManager database;
  private final Canonical canonical;

  UnmaskingRows(EntityManager database, Canonical canonical) {
    this.database = database;
    this.canonical = canonical;
  }

  @Override
  public boolean keep(Unmasked unmasked) {
    holdAgainstErasure(unmasked.participantId());
    if (labelledOtherwise(unmasked)) {
      return false;
    }
    database
        .createNativeQuery(
            """
            insert into unmasked_participant
              (dataset_id, participant_id, trial_id, label, arm, arm_label, columns)
            select :dataset, :participant, :trial, :label, :arm, :armLabel, :columns
            where not exists (select from withdrawal
              where participant_id = :participant and level = 'WITHDRAW_AND_ERASE')
            on conflict do nothing
            """)
        .setParameter("dataset", unmasked.datasetId())
        .setParameter("participant", unmasked.participantId())
        .setParameter("trial", unmasked.trialId())
        .setParameter("label", unmasked.label())
        .setParameter("arm", unmasked.arm().name())
        .setParameter("armLabel", unmasked.arm().label())
        .setParameter("columns", canonical.write(unmasked.columns()))
        .executeUpdate();
    return true;
  }

  private boolean labelledOtherwise(Unmasked unmasked) {
    return !database
        .createNativeQuery(
            """
            select label from dataset_row
            where dataset_id = :dataset and participant_id = :participant and label <> :label
            """,
            String.class)
        .setParameter("dataset", unmasked.datasetId())
        .setParameter("participant", unmasked.participantId())
        .setParameter("label", unmasked.label())
        .getResultList()
        .isEmpty();
  }

  /** As whatever else is kept of a person: an erasure and this must not pass each other by. */
  private void holdAgainstErasure(UUID participantId) {
    database
        .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:participant, 0))")
        .setParameter("participant", participantId.toString())
        .getResultList();
  }

  @Override
  public void drop(UUID datasetId, UUID participantId) {
    database
        .createNativeQuery(
            """
            delete from unmasked_participant
            where dataset_id = :dataset and participant_id = :participant
            """)
        .setParameter("dataset", datasetId)
        .setParameter("participant", participantId)
        .executeUpdate();
  }

  @Override
  public Optional<Unmasking> find(UUID datasetId) {
    List<Tuple> rows = rows(datasetId);
    if (rows.isEmpty() || rows.stream().anyMatch(row -> row.get("arm") == null)) {
      return Optional.empty();
    }
    SortedMap<String, Unmasked.Arm> arms = new TreeMap<>();
    Map<UUID, Unmasking.Entry> entries = new HashMap<>();
    for (Tuple row : rows) {
      Unmasked.Arm arm =
          new Unmasked.Arm(row.get("arm", String.class), row.get("arm_label", String.class));
      String label = row.get("label", String.class);
      Unmasked.Arm known = arms.put(label, arm);
      if (known != null && !known.equals(arm)) {
        throw new IllegalStateException("a label stands for two arms");
      }
      entries.put(row.get("row_id", UUID.class), entry(row, label));
    }
    return Optional.of(new Unmasking(arms, entries));
  }

  private Unmasking.Entry entry(Tuple row, String label) {
    return new Unmasking.Entry(
        label,
        canonical.read(row.get("columns", String.class), Unmasked.Columns.class),
        Optional.ofNullable(row.get("withdrawal_level", String.class))
            .map(Withdrawal.Level::valueOf));
  }

  /**
   * The rows of a locked dataset, each with what was told of it if it was. Of who was erased
   * nothing is told, whether the row is empty or gone.
   */
  private List<Tuple> rows(UUID datasetId) {
    return database
        .createNativeQuery(
            """
            select r.row_id, r.label, r.withdrawal_level, u.arm, u.arm_label, u.columns
            from dataset_row r left join unmasked_participant u
              on u.dataset_id = r.dataset_id and u.participant_id = r.participant_id
              and u.label = r.label
            where r.dataset_id = :dataset and r.content is not null
              and not exists (select from withdrawal w
                where w.participant_id = r.participant_id and w.level = 'WITHDRAW_AND_ERASE')
            order by r.place
            """,
            Tuple.class)
        .setParameter("dataset", datasetId)
        .getResultStream()
        .map(Tuple.class::cast)
        .toList();
  }
}
