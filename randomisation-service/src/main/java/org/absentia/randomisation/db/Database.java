package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Table;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

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

  /**
   * Returns the rows of a table that a native query selects. Give many values as an array, for
   * {@code = any(...)}: a list after {@code in} is another statement for each length, which
   * Hibernate translates and PostgreSQL plans anew.
   */
  <R> List<R> rows(Class<R> row, String query, Map<String, Object> parameters) {
    NativeQuery<R> asked = entities.unwrap(Session.class).createNativeQuery(query, row);
    parameters.forEach(asked::setParameter);
    return asked.getResultList();
  }

  static UUID[] array(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }

  /** Holds a name until the transaction ends, so that looking and inserting are one step. */
  void reserve(String kind, String name) {
    entities
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as text)", String.class)
        .setParameter("name", kind + "/" + name)
        .getSingleResult();
  }

  /**
   * Returns the oldest rows of an outbox.
   *
   * @param id column of the events' ids, which are ordered by time
   */
  <R> List<R> unpublished(Class<R> row, String id, int limit) {
    return rows(
        row,
        "select * from %s where published_at is null order by %s limit :limit"
            .formatted(row.getAnnotation(Table.class).name(), id),
        Map.of("limit", limit));
  }

  /**
   * Marks rows of an outbox as sent.
   *
   * @param id column of the events' ids
   */
  void markPublished(Class<?> row, String id, List<UUID> ids) {
    entities
        .createNativeQuery(
            "update %s set published_at = :now where %s = any(cast(:ids as uuid[]))"
                .formatted(row.getAnnotation(Table.class).name(), id))
        .setParameter("now", clock.instant())
        .setParameter("ids", array(ids))
        .executeUpdate();
  }
}
