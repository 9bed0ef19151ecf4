package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.trial.Erasure;
import org.absentia.randomisation.trial.Erasures;

/** The erasures in PostgreSQL. */
@ApplicationScoped
class ErasureRows implements Erasures {
  private final Database database;

  ErasureRows(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Erasure> find(String trialId, UUID participantId) {
    return ErasureRow.<ErasureRow>findByIdOptional(participantId)
        .filter(row -> row.trialId.equals(trialId))
        .map(ErasureRow::toErasure);
  }

  @Override
  public void add(Erasure erasure) {
    database.entities().merge(ErasureRow.of(erasure));
  }

  @Override
  public void confirm(UUID participantId, String service, Instant at) {
    database
        .entities()
        .createNativeQuery(
            """
            insert into erasure_confirmation (participant_id, service, confirmed_at)
            select participant_id, :service, :at from participant
            where participant_id = :participant
            on conflict do nothing
            """)
        .setParameter("participant", participantId)
        .setParameter("service", service)
        .setParameter("at", at)
        .executeUpdate();
  }

  @Override
  public List<Erasure.Confirmation> confirmations(UUID participantId) {
    return database
        .entities()
        .createNativeQuery(
            """
            select service, confirmed_at from erasure_confirmation
            where participant_id = :participant order by service
            """,
            Object[].class)
        .setParameter("participant", participantId)
        .getResultStream()
        .map(row -> confirmation((Object[]) row))
        .toList();
  }

  @Override
  public List<Erasure> unpublished(int limit) {
    return database.unpublished(ErasureRow.class, "certificate_id", limit).stream()
        .map(ErasureRow::toErasure)
        .toList();
  }

  @Override
  public void markPublished(List<UUID> eventIds) {
    database.markPublished(ErasureRow.class, "certificate_id", eventIds);
  }

  private static Erasure.Confirmation confirmation(Object[] row) {
    return new Erasure.Confirmation((String) row[0], (Instant) row[1]);
  }
}
