package org.absentia.outcome.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Outcome versions, and which of them are not yet sent. */
@ApplicationScoped
class OutcomeVersionRows implements PanacheRepositoryBase<OutcomeVersionRow, UUID> {
  List<OutcomeVersionRow> unpublished(int limit) {
    return find("publishedAt is null order by place").page(0, limit).list();
  }

  List<OutcomeVersionRow> unkept(int limit) {
    return find("keptAt is null order by place").page(0, limit).list();
  }

  List<OutcomeVersionRow> versionsOf(UUID participantId) {
    return list("participantId = ?1 order by number", participantId);
  }

  List<OutcomeVersionRow> newestOf(String trialId, Optional<UUID> after, int limit) {
    return find(
            """
            from OutcomeVersionRow o join ParticipantRow p
            on p.participantId = o.participantId and p.outcomeNumber = o.number
            where p.trialId = ?1 and p.participantId > ?2 order by p.participantId
            """,
            trialId,
            after.orElse(new UUID(0, 0)))
        .page(0, limit)
        .list();
  }

  /** Of each participant the newest version that had been computed by an instant. */
  List<OutcomeVersionRow> knownOf(
      String trialId, Instant knownAt, Optional<UUID> after, int limit) {
    return find(
            """
            from OutcomeVersionRow o where o.trialId = ?1 and o.participantId > ?2
            and o.number = (select max(v.number) from OutcomeVersionRow v
              where v.participantId = o.participantId and v.trialId = ?1 and v.computedAt <= ?3)
            order by o.participantId
            """,
            trialId,
            after.orElse(new UUID(0, 0)),
            knownAt)
        .page(0, limit)
        .list();
  }

  /** The versions of a trial after one of them, in order of participant and number. */
  List<OutcomeVersionRow> after(String trialId, UUID participantId, int number, int limit) {
    return find(
            """
            trialId = ?1 and (participantId > ?2 or participantId = ?2 and number > ?3)
            order by participantId, number
            """,
            trialId,
            participantId,
            number)
        .page(0, limit)
        .list();
  }

  Optional<Instant> newestComputation(String trialId) {
    return Optional.ofNullable(
        getEntityManager()
            .createQuery(
                "select max(o.computedAt) from OutcomeVersionRow o where o.trialId = :trial",
                Instant.class)
            .setParameter("trial", trialId)
            .getSingleResult());
  }

  /**
   * Empties the versions of an erased participant. What was not sent yet is not sent any more; what
   * was kept on the topic is sent there again without its values.
   */
  void forgetValues(UUID participantId, Instant now) {
    update(
        """
        outcome = null, inputs = '[]', publishedAt = coalesce(publishedAt, ?2), keptAt = null
        where participantId = ?1 and outcome is not null
        """,
        participantId,
        now);
  }
}
