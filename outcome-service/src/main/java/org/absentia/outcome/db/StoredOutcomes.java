package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.computation.Outcomes;
import org.absentia.outcome.definition.OutcomeDefinition;

/** Answers questions about outcomes. */
@ApplicationScoped
@Transactional
class StoredOutcomes implements Outcomes {
  private final EntityManager database;
  private final TrialRows trials;
  private final ParticipantRows participants;
  private final OutcomeVersionRows outcomes;

  StoredOutcomes(
      EntityManager database,
      TrialRows trials,
      ParticipantRows participants,
      OutcomeVersionRows outcomes) {
    this.database = database;
    this.trials = trials;
    this.participants = participants;
    this.outcomes = outcomes;
  }

  @Override
  public Optional<OutcomeDefinition> definitionOf(String trialId) {
    return trials.findByIdOptional(trialId).map(TrialRow::toDefinition);
  }

  @Override
  public Optional<String> trialOf(UUID participantId) {
    return participants
        .findByIdOptional(participantId)
        .flatMap(row -> Optional.ofNullable(row.trialId));
  }

  @Override
  public List<OutcomeVersion> versionsOf(UUID participantId) {
    return outcomes.versionsOf(participantId).stream().map(OutcomeVersionRow::toVersion).toList();
  }

  @Override
  public List<OutcomeVersion> newestOf(String trialId, Optional<UUID> after, int limit) {
    return outcomes.newestOf(trialId, after, limit).stream()
        .map(OutcomeVersionRow::toVersion)
        .toList();
  }

  @Override
  public Completeness completenessOf(String trialId) {
    Object[] counts =
        (Object[])
            database
                .createNativeQuery(
                    """
                    select count(*) filter (where index_date is not null),
                      (select count(*) from released_record r join participant q using (participant_id)
                       where q.trial_id = :trial and r.content is not null),
                      count(*) filter (where outcome_status = 'COMPLETE'),
                      count(*) filter (where outcome_status = 'PARTIAL'),
                      count(*) filter (where outcome_status = 'WITHDRAWN'),
                      count(*) filter (where index_date is not null
                        and (changed_at is not null or outcome_status is null)),
                      (select count(*) from outcome_version
                       where trial_id = :trial and published_at is null)
                    from participant where trial_id = :trial
                    """)
                .setParameter("trial", trialId)
                .getSingleResult();
    return new Completeness(
        trialId,
        count(counts[0]),
        count(counts[1]),
        count(counts[2]),
        count(counts[3]),
        count(counts[4]),
        count(counts[5]),
        count(counts[6]));
  }

  private static long count(Object number) {
    return ((Number) number).longValue();
  }
}
