package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.Ids;
import org.absentia.randomisation.delivery.Deliveries;
import org.absentia.randomisation.delivery.RecordedStatus;
import org.absentia.randomisation.delivery.Session;
import org.absentia.randomisation.seal.Vault;
import org.absentia.randomisation.trial.Erasable;

/** The deliveries in PostgreSQL, sealed like the arms that they tell. */
@ApplicationScoped
class DeliveryRows implements Deliveries, Erasable {
  private final Database database;
  private final Vault vault;
  private final Clock clock;

  DeliveryRows(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public List<Session> sessions(UUID participantId) {
    return sessions("participantId = ?1 and aboutSession = true", participantId);
  }

  @Override
  public List<Session> versions(UUID sessionId) {
    // whoever else says something of this session waits until the transaction ends
    database.reserve("session", sessionId.toString());
    return sessions("subjectId = ?1 and aboutSession = true", sessionId);
  }

  @Override
  public Optional<RecordedStatus> status(UUID participantId) {
    return DeliveryEntryRow.<DeliveryEntryRow>find(
            "subjectId = ?1 and aboutSession = false",
            Sort.by("version").descending(),
            participantId)
        .firstResultOptional()
        .map(row -> row.toStatus(vault));
  }

  @Override
  public void add(Session session) {
    DeliveryEntryRow.of(session, vault).persist();
    changed(session.participantId(), session.trialId(), session.recordedAt());
  }

  @Override
  public void add(RecordedStatus status) {
    DeliveryEntryRow.of(status, vault).persist();
    changed(status.participantId(), status.trialId(), status.recordedAt());
  }

  @Override
  public List<Untold> untold(int limit) {
    return database
        .entities()
        .createNativeQuery(
            """
            select r.event_id, r.participant_id, r.trial_id, r.changed_at, r.erased
            from delivery_report r
            where r.published_at is null and exists (
              select from proposal p
              where p.trial_id = r.trial_id and p.kind = 'OPEN_BUNDLE' and p.approved)
            order by r.event_id
            """,
            Object[].class)
        .setMaxResults(limit)
        .getResultStream()
        .map(row -> untold((Object[]) row))
        .toList();
  }

  @Override
  public void markTold(List<UUID> eventIds) {
    database
        .entities()
        .createNativeQuery(
            """
            update delivery_report set published_at = :now
            where event_id = any(cast(:events as uuid[]))
            """)
        .setParameter("now", clock.instant())
        .setParameter("events", eventIds.toArray(UUID[]::new))
        .executeUpdate();
  }

  @Override
  public void erase(UUID participantId) {
    DeliveryEntryRow.delete("participantId", participantId);
    database
        .entities()
        .createNativeQuery(
            """
            update delivery_report
            set erased = true, event_id = :event, changed_at = :now, published_at = null
            where participant_id = :participant and not erased
            """)
        .setParameter("event", Ids.next())
        .setParameter("now", clock.instant())
        .setParameter("participant", participantId)
        .executeUpdate();
  }

  @Override
  public String removes() {
    return "sessions delivered, their corrections and fidelity scores, and what was known of the programme";
  }

  private List<Session> sessions(String condition, UUID id) {
    return DeliveryEntryRow.<DeliveryEntryRow>list(
            condition, Sort.by("subjectId").and("version"), id)
        .stream()
        .map(row -> row.toSession(vault))
        .toList();
  }

  /** Under a new id: what the relay is sending at this moment must not mark this as sent. */
  private void changed(UUID participantId, String trialId, Instant at) {
    database
        .entities()
        .createNativeQuery(
            """
            insert into delivery_report (participant_id, trial_id, event_id, changed_at)
            values (:participant, :trial, :event, :at)
            on conflict (participant_id) do update
            set event_id = excluded.event_id, changed_at = excluded.changed_at, published_at = null
            """)
        .setParameter("participant", participantId)
        .setParameter("trial", trialId)
        .setParameter("event", Ids.next())
        .setParameter("at", at)
        .executeUpdate();
  }

  private static Untold untold(Object[] row) {
    return new Untold(
        (UUID) row[0], (UUID) row[1], (String) row[2], (Instant) row[3], (Boolean) row[4]);
  }
}
