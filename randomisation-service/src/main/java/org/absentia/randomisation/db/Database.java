package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What the rows of all tables do alike. */
@ApplicationScoped
class Database {
  private final EntityManager entities;
  private final Clock clock;

  Database(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  EntityManager entities() {
    return entities;
  }

  /** Holds a name until the transaction ends, so that looking and inserting are one step. */
  void reserve(String kind, String name) {
    entities
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as text)", String.class)
        .setParameter("name", kind + "/" + name)
        .getSingleResult();
  }

  /** Returns the oldest rows of an outbox; ids are ordered by time. */
  <R> List<R> unpublished(Class<R> row, String id, int limit) {
    return entities
        .createQuery(
            "from %s where publishedAt is null order by %s".formatted(row.getSimpleName(), id), row)
        .setMaxResults(limit)
        .getResultList();
  }

  void markPublished(Class<?> row, String id, List<UUID> ids) {
    entities
        .createQuery(
            "update %s set publishedAt = :now where %s in :ids".formatted(row.getSimpleName(), id))
        .setParameter("now", clock.instant())
        .setParameter("ids", ids)
        .executeUpdate();
  }
}
