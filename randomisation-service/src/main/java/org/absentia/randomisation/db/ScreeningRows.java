package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.conduct.ScreeningLog;

/** The screening log, read from the tables where each step stands. Ids are ordered by time. */
@ApplicationScoped
class ScreeningRows implements ScreeningLog {
  private static final String STEPS =
      """
      select * from (
        select id, candidate_id, 'CONTACT' as step, outcome, reason_codes, reasons,
          contacted_on as day, recorded_at, trial_id from contact
        union all
        select id, candidate_id, 'ASSESSMENT', outcome, reason_codes, reasons,
          assessed_on, recorded_at, trial_id from team_assessment
        union all
        select participant_id, candidate_id, 'ENROLMENT', 'ENROLLED', '[]', '[]',
          inclusion_date, enrolled_at, trial_id from participant
        union all
        select j.id, p.candidate_id, 'ELIGIBILITY_AT_LOCK',
          case when j.eligible then 'ELIGIBLE' else 'NOT_ELIGIBLE' end, j.reason_codes, '[]',
          j.judged_on, j.recorded_at, j.trial_id
        from eligibility_judgement j join participant p using (participant_id)
        union all
        select a.id, p.candidate_id, 'ALLOCATION', 'ALLOCATED', '[]', '[]',
          cast(a.allocated_at at time zone 'UTC' as date), a.allocated_at, a.trial_id
        from allocation a join participant p using (participant_id)
        union all
        select w.id, p.candidate_id, 'WITHDRAWAL', w.level, '[]', '[]',
          w.withdrawn_on, w.withdrawn_at, w.trial_id
        from withdrawal w join participant p using (participant_id)
      ) as step
      where trial_id = :trial and id > :after order by id limit :limit
      """;

  private final Database database;

  ScreeningRows(Database database) {
    this.database = database;
  }

  @Override
  public List<Entry> page(String trialId, Optional<UUID> after, int limit) {
    return database
        .rows(
            STEPS, Map.of("trial", trialId, "after", after.orElse(new UUID(0, 0)), "limit", limit))
        .stream()
        .map(ScreeningRows::entry)
        .toList();
  }

  private static Entry entry(Tuple row) {
    return new Entry(
        row.get("id", UUID.class),
        Columns.text(row, "candidate_id"),
        Step.valueOf(Columns.text(row, "step")),
        Columns.text(row, "outcome"),
        TextList.read(Columns.text(row, "reason_codes")),
        TextList.read(Columns.text(row, "reasons")),
        Columns.day(row, "day"),
        Columns.instant(row, "recorded_at"));
  }
}
