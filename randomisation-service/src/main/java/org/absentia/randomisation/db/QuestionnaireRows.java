package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.absentia.randomisation.questionnaire.Expected;
import org.absentia.randomisation.questionnaire.ProgrammeDays;
import org.absentia.randomisation.questionnaire.Questionnaire;
import org.absentia.randomisation.questionnaire.Questionnaires;
import org.absentia.randomisation.trial.Erasable;
import org.absentia.randomisation.trial.Trial;

/** The questionnaires in PostgreSQL. */
@ApplicationScoped
class QuestionnaireRows implements Questionnaires, Erasable {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  // the latest version of a timepoint counts as answered unless it takes all back
  private static final String EXPECTED =
      """
      select p.participant_id, p.inclusion_date, d.started_on, d.ended_on,
        (select string_agg(latest.timepoint, ',')
         from (select distinct on (q.timepoint) q.timepoint, q.answered_items
               from questionnaire q where q.participant_id = p.participant_id
               order by q.timepoint, q.version desc) latest
         where latest.answered_items > 0) as answered
      from participant p
      join allocation a on a.participant_id = p.participant_id
      left join programme_days d on d.participant_id = p.participant_id
      where p.trial_id = :trial and p.participant_id > :after
        and not exists (select 1 from withdrawal w
          where w.participant_id = p.participant_id and w.level <> 'STOP_INTERVENTION')
      order by p.participant_id limit :limit
      """;

  private final Database database;

  QuestionnaireRows(Database database) {
    this.database = database;
  }

  @Override
  public List<Questionnaire> latest(Trial trial, UUID participantId) {
    return QuestionnaireRow.<QuestionnaireRow>list(
            "from QuestionnaireRow q where q.participantId = ?1 and q.version = (select max(o.version)"
                + " from QuestionnaireRow o where o.participantId = ?1 and o.timepoint = q.timepoint)",
            participantId)
        .stream()
        .map(row -> row.toQuestionnaire(trial))
        .toList();
  }

  @Override
  public List<Questionnaire> versions(Trial trial, UUID participantId, String timepoint) {
    return QuestionnaireRow.<QuestionnaireRow>list(
            "participantId = ?1 and timepoint = ?2", Sort.by("version"), participantId, timepoint)
        .stream()
        .map(row -> row.toQuestionnaire(trial))
        .toList();
  }

  @Override
  public void add(Questionnaire questionnaire) {
    QuestionnaireRow.of(questionnaire).persist();
  }

  @Override
  public List<Expected> expected(String trialId, Optional<UUID> after, int limit) {
    return database
        .entities()
        .createNativeQuery(EXPECTED, Tuple.class)
        .setParameter("trial", trialId)
        .setParameter("after", after.orElse(BEFORE_ALL))
        .setParameter("limit", limit)
        .getResultStream()
        .map(row -> expected((Tuple) row))
        .toList();
  }

  @Override
  public String removes() {
    return "answers to questionnaires, every version of them";
  }

  @Override
  public void erase(UUID participantId) {
    QuestionnaireRow.delete("participantId", participantId);
  }

  private static Expected expected(Tuple row) {
    Optional<String> answered = Optional.ofNullable(row.get("answered", String.class));
    return new Expected(
        row.get("participant_id", UUID.class),
        row.get("inclusion_date", LocalDate.class),
        Optional.ofNullable(row.get("started_on", LocalDate.class))
            .map(
                start ->
                    new ProgrammeDays(
                        start, Optional.ofNullable(row.get("ended_on", LocalDate.class)))),
        answered.map(names -> Set.of(names.split(",", -1))).orElse(Set.of()));
  }
}
