package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.absentia.randomisation.trial.AllocationRequests;

/** The requests for slots in PostgreSQL. */
@ApplicationScoped
class AllocationRequestRows implements AllocationRequests {
  private final Database database;

  AllocationRequestRows(Database database) {
    this.database = database;
  }

  @Override
  public void answersChanged(String trialId, UUID participantId, Instant at) {
    database
        .entities()
        .createNativeQuery(
            """
            insert into allocation_request (participant_id, trial_id, answers_changed_at)
            values (:participant, :trial, :at)
            on conflict (participant_id) do update set answers_changed_at = excluded.answers_changed_at""")
        .setParameter("participant", participantId)
        .setParameter("trial", trialId)
        .setParameter("at", at)
        .executeUpdate();
  }

  @Override
  public void requested(String trialId, Map<UUID, String> recruiters, Instant at) {
    List<UUID> participants = List.copyOf(recruiters.keySet());
    database
        .entities()
        .createNativeQuery(
            """
            insert into allocation_request (participant_id, trial_id, requested_by, requested_at)
            select participant, :trial, recruiter, :at
            from unnest(cast(:participants as uuid[]), cast(:recruiters as text[]))
              as asked (participant, recruiter)
            on conflict (participant_id) do update
            set requested_by = excluded.requested_by, requested_at = excluded.requested_at""")
        .setParameter("participants", participants.toArray(UUID[]::new))
        .setParameter("trial", trialId)
        .setParameter(
            "recruiters", participants.stream().map(recruiters::get).toArray(String[]::new))
        .setParameter("at", at)
        .executeUpdate();
  }

  @Override
  public List<Lag> lags(String trialId) {
    return database
        .entities()
        .createNativeQuery(
            """
            select r.requested_by,
              extract(epoch from r.requested_at - coalesce(r.answers_changed_at, p.enrolled_at)) * 1000
            from allocation_request r join participant p on p.participant_id = r.participant_id
            where r.trial_id = :trial and r.requested_by is not null
            order by 1, 2""",
            Object[].class)
        .setParameter("trial", trialId)
        .getResultStream()
        .map(row -> lag((Object[]) row))
        .toList();
  }

  @Override
  public void erase(UUID participantId) {
    database
        .entities()
        .createNativeQuery("delete from allocation_request where participant_id = :participant")
        .setParameter("participant", participantId)
        .executeUpdate();
  }

  @Override
  public String removes() {
    return "who requested the slot and when";
  }

  private static Lag lag(Object[] row) {
    return new Lag((String) row[0], Duration.ofMillis(((Number) row[1]).longValue()));
  }
}
