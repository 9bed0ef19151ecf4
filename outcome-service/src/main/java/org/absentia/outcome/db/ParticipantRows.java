package org.absentia.outcome.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Participants, and who of them waits. */
@ApplicationScoped
class ParticipantRows implements PanacheRepositoryBase<ParticipantRow, UUID> {
  /** Locks those who wait and can be computed, leaving out whom another worker holds. */
  @SuppressWarnings("unchecked") // the native query selects rows of this entity
  List<ParticipantRow> lockWaiting(Instant changedBefore, LocalDate today, int limit) {
    return getEntityManager()
        .createNativeQuery(
            """
            select p.* from participant p
            where p.index_date is not null
            and (p.changed_at <= :changedBefore or p.due_on <= :today)
            and exists (select 1 from trial t where t.trial_id = p.trial_id)
            order by p.changed_at
            limit :limit
            for update skip locked
            """,
            ParticipantRow.class)
        .setParameter("changedBefore", changedBefore)
        .setParameter("today", today)
        .setParameter("limit", limit)
        .getResultList();
  }
}
