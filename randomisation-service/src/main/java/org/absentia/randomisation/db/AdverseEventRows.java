package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.conduct.AdverseEvent;
import org.absentia.randomisation.conduct.AdverseEvents;
import org.absentia.randomisation.trial.Erasable;

/** The adverse events in PostgreSQL; an erasure leaves what is counted, with nobody's name. */
@ApplicationScoped
class AdverseEventRows implements AdverseEvents, Erasable {
  private static final Sort IN_ORDER = Sort.by("eventId", "version");

  private final Database database;

  AdverseEventRows(Database database) {
    this.database = database;
  }

  @Override
  public List<AdverseEvent> ofParticipant(UUID participantId) {
    return AdverseEventRow.<AdverseEventRow>list(
            """
            from AdverseEventRow event where event.participantId = ?1 and event.version = (
              select max(other.version) from AdverseEventRow other where other.eventId = event.eventId)
            order by event.eventId
            """,
            participantId)
        .stream()
        .map(AdverseEventRow::toEvent)
        .toList();
  }

  @Override
  public Optional<AdverseEvent> newest(UUID participantId, UUID eventId) {
    return AdverseEventRow.<AdverseEventRow>find(
            "participantId = ?1 and eventId = ?2",
            Sort.descending("version"),
            participantId,
            eventId)
        .firstResultOptional()
        .map(AdverseEventRow::toEvent);
  }

  @Override
  public List<AdverseEvent> page(String trialId, Optional<UUID> afterEvent, int events) {
    List<UUID> ids =
        database
            .entities()
            .createQuery(
                """
                select distinct eventId from AdverseEventRow
                where trialId = :trial and eventId > :after order by eventId
                """,
                UUID.class)
            .setParameter("trial", trialId)
            .setParameter("after", afterEvent.orElse(new UUID(0, 0)))
            .setMaxResults(events)
            .getResultList();
    return AdverseEventRow.<AdverseEventRow>list("eventId in ?1", IN_ORDER, ids).stream()
        .map(AdverseEventRow::toEvent)
        .toList();
  }

  @Override
  public void add(AdverseEvent event) {
    AdverseEventRow.of(event).persist();
  }

  @Override
  public String removes() {
    return "descriptions of adverse events; their number stays";
  }

  @Override
  public void erase(UUID participantId) {
    AdverseEventRow.update(
        "participantId = null, term = null, onset = null, resolvedOn = null where participantId ="
            + " ?1",
        participantId);
  }
}
