package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.absentia.outcome.computation.Generation;
import org.absentia.platform.Ids;

/** The one row of the table that tells this database from the one before it. */
@ApplicationScoped
@Transactional
class StoredGeneration implements Generation {
  private final EntityManager database;
  private final Clock clock;

  StoredGeneration(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public UUID id() {
    database
        .createNativeQuery("insert into generation (id) values (:id) on conflict do nothing")
        .setParameter("id", Ids.next())
        .executeUpdate();
    return (UUID)
        database.createNativeQuery("select id from generation", UUID.class).getSingleResult();
  }

  @Override
  public boolean isRestored() {
    return (Boolean)
        database
            .createNativeQuery(
                "select exists (select 1 from generation where restored_at is not null)",
                Boolean.class)
            .getSingleResult();
  }

  @Override
  public void noteRestored() {
    database
        .createNativeQuery("update generation set restored_at = :now where restored_at is null")
        .setParameter("now", clock.instant())
        .executeUpdate();
  }
}
