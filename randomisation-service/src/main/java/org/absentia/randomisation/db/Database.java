package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** Returns the rows of a native query, their columns by name. */
  List<Tuple> rows(String query, Map<String, Object> parameters) {
    Query asked = entities.createNativeQuery(query, Tuple.class);
    parameters.forEach(asked::setParameter);
    List<Tuple> rows = new ArrayList<>();
    for (Object row : asked.getResultList()) {
      rows.add((Tuple) row);
    }
    return rows;
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
