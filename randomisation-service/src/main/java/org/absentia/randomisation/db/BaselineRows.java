package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.Ids;
import org.absentia.randomisation.trial.Baseline;
import org.absentia.randomisation.trial.Baselines;
import org.absentia.randomisation.trial.Erasable;

/** The locked baselines in PostgreSQL. */
@ApplicationScoped
class BaselineRows implements Baselines, Erasable {
  private final Database database;

  BaselineRows(Database database) {
    this.database = database;
  }

  @Override
  public void add(List<Baseline> baselines) {
    database
        .entities()
        .createNativeQuery(
            """
            insert into baseline (id, participant_id, trial_id, variables, recorded_at)
            select b.id, b.participant, :trial, b.variables, :at
            from unnest(
              cast(:ids as uuid[]), cast(:participants as uuid[]), cast(:variables as text[]))
              as b (id, participant, variables)
            """)
        .setParameter("trial", baselines.getFirst().trialId())
        .setParameter("at", baselines.getFirst().recordedAt())
        .setParameter("ids", baselines.stream().map(Baseline::eventId).toArray(UUID[]::new))
        .setParameter(
            "participants", baselines.stream().map(Baseline::participantId).toArray(UUID[]::new))
        .setParameter(
            "variables",
            baselines.stream().map(one -> one.variables().orElseThrow()).toArray(String[]::new))
        .executeUpdate();
  }

  @Override
  public void erase(UUID participantId) {
    // under a new id: what the relay is sending at this moment must not mark the tombstone as sent
    database
        .entities()
        .createNativeQuery(
            """
            update baseline set id = :tombstone, variables = null, published_at = null
            where participant_id = :participant and variables is not null
            """)
        .setParameter("tombstone", Ids.next())
        .setParameter("participant", participantId)
        .executeUpdate();
  }

  @Override
  public String removes() {
    return "baseline variables, here and by a tombstone on their topic";
  }

  @Override
  public List<Baseline> unpublished(int limit) {
    return database.unpublished(BaselineRow.class, "id", limit).stream()
        .map(BaselineRow::toBaseline)
        .toList();
  }

  @Override
  public void markPublished(List<UUID> eventIds) {
    database.markPublished(BaselineRow.class, "id", eventIds);
  }
}
