package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.outcome.computation.Freshness;
import org.absentia.outcome.computation.Freshness.Heard;
import org.absentia.outcome.computation.Freshness.Register;
import org.absentia.outcome.computation.Outcomes.Completeness;
import org.absentia.outcome.json.RegisterDelays;
import org.jspecify.annotations.Nullable;

/** Counts what is kept of a trial. */
@ApplicationScoped
class Figures {
  private final EntityManager database;
  private final TrialRows trials;

  Figures(EntityManager database, TrialRows trials) {
    this.database = database;
    this.trials = trials;
  }

  Completeness completenessOf(String trialId) {
    Object[] counts =
        one(
            """
            select count(*) filter (where index_date is not null),
              (select count(*) from released_record r join participant q using (participant_id)
               where q.trial_id = :trial and r.content is not null),
              count(*) filter (where outcome_status = 'COMPLETE'),
              count(*) filter (where outcome_status = 'PARTIAL'),
              count(*) filter (where outcome_status = 'WITHDRAWN'),
              count(*) filter (where index_date is not null
                and (changed_at is not null or outcome_status is null
                  or exists (select 1 from recomputation_slice s
                    join recomputation o on o.id = s.recomputation_id
                    where s.bucket = participant.bucket and s.finished_at is null
                    and (o.trial_id is null or o.trial_id = :trial)
                    and (s.last_participant is null or s.last_participant < participant_id)))),
              (select count(*) from outcome_version
               where trial_id = :trial and published_at is null)
            from participant where trial_id = :trial
            """,
            trialId);
    return new Completeness(
        trialId,
        number(counts[0]),
        number(counts[1]),
        number(counts[2]),
        number(counts[3]),
        number(counts[4]),
        number(counts[5]),
        number(counts[6]));
  }

  Freshness freshnessOf(String trialId, LocalDate today) {
    LocalDate expectedUntil = lastFollowUpEnd(trialId).filter(today::isAfter).orElse(today);
    Map<String, Heard> heard = heardOf(trialId);
    List<Register> registers =
        RegisterDelays.BY_TYPE.entrySet().stream()
            .map(
                register ->
                    Register.of(
                        heard.getOrDefault(register.getKey(), silent(register.getKey())),
                        register.getValue(),
                        expectedUntil))
            .toList();
    return new Freshness(trialId, expectedUntil, followUpOf(trialId), registers);
  }

  private Optional<LocalDate> lastFollowUpEnd(String trialId) {
    Object[] latest =
        one("select max(index_date), count(*) from participant where trial_id = :trial", trialId);
    return Optional.ofNullable(day(latest[0]))
        .map(index -> trials.findById(trialId).toDefinition().longestWindow(index).after(index));
  }

  private Freshness.FollowUp followUpOf(String trialId) {
    Object[] counts =
        one(
            """
            select count(*) filter (where outcome_status = 'COMPLETE'),
              count(*) filter (where outcome_status = 'PARTIAL'),
              count(*) filter (where outcome_status = 'WITHDRAWN'),
              count(*) filter (where index_date is not null and outcome_status is null),
              min(due_on)
            from participant where trial_id = :trial
            """,
            trialId);
    return new Freshness.FollowUp(
        number(counts[0]),
        number(counts[1]),
        number(counts[2]),
        number(counts[3]),
        Optional.ofNullable(day(counts[4])));
  }

  private Map<String, Heard> heardOf(String trialId) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select r.type, count(*), count(distinct participant_id),
                  max(r.issued_at), max(r.created_at)
                from released_record r join participant p using (participant_id)
                where p.trial_id = :trial and r.content is not null group by r.type
                """)
            .setParameter("trial", trialId)
            .getResultList();
    Map<String, Heard> heard = new HashMap<>();
    for (Object found : rows) {
      Object[] row = (Object[]) found;
      heard.put(
          (String) row[0],
          new Heard(
              (String) row[0],
              number(row[1]),
              number(row[2]),
              Optional.ofNullable((Instant) row[3]),
              Optional.of((Instant) row[4])));
    }
    return heard;
  }

  private static Heard silent(String type) {
    return new Heard(type, 0, 0, Optional.empty(), Optional.empty());
  }

  private Object[] one(String query, String trialId) {
    return (Object[])
        database.createNativeQuery(query).setParameter("trial", trialId).getSingleResult();
  }

  private static @Nullable LocalDate day(@Nullable Object value) {
    return switch (value) {
      case java.sql.Date date -> date.toLocalDate();
      case LocalDate date -> date;
      case null, default -> null;
    };
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
