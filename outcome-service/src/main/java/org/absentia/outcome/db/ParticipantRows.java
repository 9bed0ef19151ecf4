package org.absentia.outcome.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.absentia.outcome.computation.Recomputation.Slice;
import org.absentia.outcome.computation.Share;

/** Participants, and who of them waits. */
@ApplicationScoped
class ParticipantRows implements PanacheRepositoryBase<ParticipantRow, UUID> {
  /**
   * Locks those who wait and can be computed, leaving out whom another worker holds. Those whose
   * facts changed and those whose follow-up has ended are asked for one after the other, so that
   * each query follows an index no further than its limit, however many wait.
   */
  List<ParticipantRow> lockWaiting(Share share, Instant changedBefore, LocalDate today, int limit) {
    List<ParticipantRow> changed =
        lock(
            "p.changed_at <= :changedBefore order by p.changed_at",
            share,
            limit,
            Map.of("changedBefore", changedBefore));
    if (changed.size() == limit) {
      return changed;
    }
    List<ParticipantRow> due =
        lock(
            """
            p.due_on <= :today and (p.changed_at is null or p.changed_at > :changedBefore)
            order by p.due_on
            """,
            share,
            limit - changed.size(),
            Map.of("changedBefore", changedBefore, "today", today));
    return Stream.concat(changed.stream(), due.stream()).toList();
  }

  @SuppressWarnings("unchecked") // the native query selects rows of this entity
  private List<ParticipantRow> lock(
      String which, Share share, int limit, Map<String, Object> parameters) {
    var query =
        getEntityManager()
            .createNativeQuery(
                """
                select p.* from participant p
                where p.index_date is not null
                and p.bucket % :parts in (:mine)
                and exists (select 1 from trial t where t.trial_id = p.trial_id)
                and """
                    + " "
                    + which
                    + " limit :limit for no key update of p skip locked",
                ParticipantRow.class)
            .setParameter("parts", share.parts())
            .setParameter("mine", share.mine())
            .setParameter("limit", limit);
    parameters.forEach(query::setParameter);
    return query.getResultList();
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
            for no key update of p
            """,
            ParticipantRow.class)
        .setParameter("bucket", slice.bucket())
        .setParameter("last", slice.lastParticipant().orElse(new UUID(0, 0)))
        .setParameter("trial", slice.trialId().orElse(null))
        .setParameter("limit", limit)
        .getResultList();
  }
}
