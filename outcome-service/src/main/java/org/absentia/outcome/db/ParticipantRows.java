package org.absentia.outcome.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.absentia.outcome.computation.Recomputation.Slice;
import org.absentia.outcome.computation.Share;

/** Participants, and who of them waits. */
@ApplicationScoped
class ParticipantRows implements PanacheRepositoryBase<ParticipantRow, UUID> {
  /** Locks those who wait and can be computed, leaving out whom another worker holds. */
  @SuppressWarnings("unchecked") // the native query selects rows of this entity
  List<ParticipantRow> lockWaiting(Share share, Instant changedBefore, LocalDate today, int limit) {
    return getEntityManager()
        .createNativeQuery(
            """
            select p.* from participant p
            where p.index_date is not null
            and (p.changed_at <= :changedBefore or p.due_on <= :today)
            and p.bucket % :parts in (:mine)
            and exists (select 1 from trial t where t.trial_id = p.trial_id)
            order by p.changed_at
            limit :limit
            for update skip locked
            """,
            ParticipantRow.class)
        .setParameter("changedBefore", changedBefore)
        .setParameter("today", today)
        .setParameter("parts", share.parts())
        .setParameter("mine", share.mine())
        .setParameter("limit", limit)
        .getResultList();
  }

  /** Locks the next of a bucket in order of id, waiting for whoever holds one of them. */
  @SuppressWarnings("unchecked") // the native query selects rows of this entity
  List<ParticipantRow> lockNext(Slice slice, int limit) {
    return getEntityManager()
        .createNativeQuery(
            """
            select p.* from participant p
            where p.bucket = :bucket and p.participant_id > :last and p.index_date is not null
            and (cast(:trial as text) is null or p.trial_id = :trial)
            and exists (select 1 from trial t where t.trial_id = p.trial_id)
            order by p.participant_id
            limit :limit
            for update
            """,
            ParticipantRow.class)
        .setParameter("bucket", slice.bucket())
        .setParameter("last", slice.lastParticipant().orElse(new UUID(0, 0)))
        .setParameter("trial", slice.trialId().orElse(null))
        .setParameter("limit", limit)
        .getResultList();
  }
}
