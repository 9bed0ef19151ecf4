package org.absentia.outcome.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.computation.OutcomeStatus;
import org.absentia.outcome.computation.Snapshots.Held;

/** Outcome versions, and which of them are not yet sent. */
@ApplicationScoped
class OutcomeVersionRows implements PanacheRepositoryBase<OutcomeVersionRow, UUID> {
  /** Those that are kept: what others see must outlive this database. */
  List<OutcomeVersionRow> unpublished(int limit) {
    return find("publishedAt is null and keptAt is not null order by place").page(0, limit).list();
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
            where p.trialId = ?1 and o.trialId = ?1 and p.participantId > ?2
            order by p.participantId
            """,
            trialId,
            after.orElse(new UUID(0, 0)))
        .page(0, limit)
        .list();
  }

  /** Of each participant the newest version that had been computed by an instant. */
  List<OutcomeVersionRow> knownOf(
      String trialId, Instant knownAt, Optional<UUID> after, int limit) {
    List<UUID> ids =
        getEntityManager()
            .createNativeQuery(
                """
                select id from (
                  select distinct on (participant_id) participant_id, id from outcome_version
                  where trial_id = :trial and participant_id > :after and computed_at <= :knownAt
                  order by participant_id, number desc
                  limit :limit) held
                """,
                UUID.class)
            .setParameter("trial", trialId)
            .setParameter("after", after.orElse(new UUID(0, 0)))
            .setParameter("knownAt", knownAt)
            .setParameter("limit", limit)
            .getResultStream()
            .map(UUID.class::cast)
            .toList();
    return list("id in ?1 order by participantId", ids);
  }

  /** What a snapshot's hash covers of the same versions, without their values. */
  List<Held> heldOf(String trialId, Instant knownAt, Optional<UUID> after, int limit) {
    List<?> rows =
        getEntityManager()
            .createNativeQuery(
                """
                select distinct on (participant_id)
                  participant_id, number, status, input_hash, outcome_hash
                from outcome_version
                where trial_id = :trial and participant_id > :after and computed_at <= :knownAt
                order by participant_id, number desc
                limit :limit
                """)
            .setParameter("trial", trialId)
            .setParameter("after", after.orElse(new UUID(0, 0)))
            .setParameter("knownAt", knownAt)
            .setParameter("limit", limit)
            .getResultList();
    return rows.stream().map(OutcomeVersionRows::held).toList();
  }

  private static Held held(Object found) {
    Object[] row = (Object[]) found;
    return new Held(
        (UUID) row[0],
        ((Number) row[1]).intValue(),
        OutcomeStatus.valueOf((String) row[2]),
        (String) row[3],
        Optional.ofNullable((String) row[4]));
  }

  /** The definitions by which what was known at an instant had been derived. */
  List<DefinitionRow> definitionsOf(String trialId, Instant knownAt) {
    List<?> rows =
        getEntityManager()
            .createNativeQuery(
                """
                select * from definition where hash in (
                  select definition_hash from (
                    select distinct on (participant_id) definition_hash, outcome_hash
                    from outcome_version
                    where trial_id = :trial and computed_at <= :knownAt
                    order by participant_id, number desc) held
                  where outcome_hash is not null)
                """,
                DefinitionRow.class)
            .setParameter("trial", trialId)
            .setParameter("knownAt", knownAt)
            .getResultList();
    return rows.stream().map(DefinitionRow.class::cast).toList();
  }

  /** The versions of a trial after one of them, in order of participant and number. */
  List<OutcomeVersionRow> after(String trialId, UUID participantId, int number, int limit) {
    return find(
            """
            trialId = ?1 and participantId >= ?2 and (participantId > ?2 or number > ?3)
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
