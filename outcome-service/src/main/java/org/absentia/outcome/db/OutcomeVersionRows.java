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

  /** Empties the versions of an erased participant; what was not sent yet is not sent any more. */
  void forgetValues(UUID participantId, Instant now) {
    update(
        """
        outcome = null, inputs = '[]', publishedAt = coalesce(publishedAt, ?2)
        where participantId = ?1 and outcome is not null
        """,
        participantId,
        now);
  }
}
