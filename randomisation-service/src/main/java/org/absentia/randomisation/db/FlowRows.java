package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.absentia.randomisation.conduct.FlowFigures;
import org.absentia.randomisation.conduct.Stage;
import org.absentia.randomisation.trial.Withdrawal;

/** The figures of the flow chart, counted in PostgreSQL. */
@ApplicationScoped
class FlowRows implements FlowFigures {
  // a contact that came to something outweighs one that reached nobody, a later one an earlier;
  // what a candidate said after the assessment outweighs that the team found him or her eligible;
  // an erased participant is no longer the candidate of the list and counts under a name of its own
  private static final String PLACES =
      """
      with listed as (
        select candidate_id from listed_candidate where trial_id = :trial and not erased
        union
        select candidate_id from participant where trial_id = :trial
      ), contacted as (
        select distinct on (candidate_id) candidate_id, outcome, reason_codes, contacted_on
        from contact where trial_id = :trial
        order by candidate_id, (outcome = 'NOT_REACHED'), contacted_on desc, recorded_at desc, id desc
      ), assessed as (
        select distinct on (candidate_id) candidate_id, outcome, reason_codes, assessed_on
        from team_assessment where trial_id = :trial
        order by candidate_id, recorded_at desc, id desc
      ), judged as (
        select distinct on (participant_id) participant_id, eligible, reason_codes
        from eligibility_judgement where trial_id = :trial
        order by participant_id, recorded_at desc, id desc
      ), placed as (
        select
          case
            when a.participant_id is not null then 'RANDOMISED'
            when p.participant_id is not null and not j.eligible then 'INELIGIBLE_AT_LOCK'
            when p.participant_id is not null and exists (
              select 1 from withdrawal w where w.participant_id = p.participant_id)
              then 'WITHDRAWN_BEFORE'
            when p.participant_id is not null then 'AWAITING_SLOT'
            when t.outcome = 'NOT_ELIGIBLE' then 'NOT_ELIGIBLE'
            when t.outcome = 'DECLINED' then 'ASSESSMENT_DECLINED'
            when t.outcome = 'UNKNOWN' then 'ASSESSMENT_UNKNOWN'
            when t.outcome = 'ELIGIBLE' and c.contacted_on > t.assessed_on and c.outcome = 'DECLINED'
              then 'ASSESSMENT_DECLINED'
            when t.outcome = 'ELIGIBLE' and c.contacted_on > t.assessed_on and c.outcome = 'EXCLUDED'
              then 'NOT_ELIGIBLE'
            when t.outcome = 'ELIGIBLE' or c.outcome = 'CONSENTED' then 'AWAITING_CONSENT'
            when c.outcome is not null then c.outcome
            else 'NOT_CONTACTED'
          end as stage,
          t.candidate_id is not null as assessed,
          j.reason_codes as at_lock, t.reason_codes as at_assessment, t.outcome as found,
          c.reason_codes as at_contact
        from listed l
        left join contacted c using (candidate_id)
        left join assessed t using (candidate_id)
        left join participant p on p.trial_id = :trial and p.candidate_id = l.candidate_id
        left join allocation a on a.participant_id = p.participant_id
        left join judged j on j.participant_id = p.participant_id
      )
      select stage, assessed, count(*) as candidates,
        case
          when stage = 'INELIGIBLE_AT_LOCK' then at_lock
          when stage in ('NOT_ELIGIBLE', 'ASSESSMENT_DECLINED', 'ASSESSMENT_UNKNOWN')
            and found <> 'ELIGIBLE' then at_assessment
          when stage in ('NOT_REACHED', 'DECLINED', 'EXCLUDED', 'NOT_ELIGIBLE', 'ASSESSMENT_DECLINED')
            then at_contact
          else '[]'
        end as codes
      from placed group by 1, 2, 4
      """;

  private static final String WITHDRAWN =
      """
      select level, count(*) as participants from (
        select distinct on (w.participant_id) w.level
        from withdrawal w join allocation a on a.participant_id = w.participant_id
        where w.trial_id = :trial
        order by w.participant_id, array_position(cast(:levels as text[]), w.level) desc
      ) as furthest group by level
      """;

  private final Database database;

  FlowRows(Database database) {
    this.database = database;
  }

  @Override
  public List<Place> places(String trialId) {
    return database.rows(PLACES, Map.of("trial", trialId)).stream()
        .map(
            row ->
                new Place(
                    Stage.valueOf(Columns.text(row, "stage")),
                    TextList.read(Columns.text(row, "codes")),
                    row.get("assessed", Boolean.class),
                    Columns.number(row, "candidates")))
        .toList();
  }

  @Override
  public long attempts(String trialId) {
    return ContactRow.count("trialId", trialId);
  }

  @Override
  public Map<Withdrawal.Level, Long> withdrawnAfterSlot(String trialId) {
    Map<Withdrawal.Level, Long> levels = new EnumMap<>(Withdrawal.Level.class);
    for (Withdrawal.Level level : Withdrawal.Level.values()) {
      levels.put(level, 0L);
    }
    String[] names =
        Arrays.stream(Withdrawal.Level.values()).map(Enum::name).toArray(String[]::new);
    database
        .rows(WITHDRAWN, Map.of("trial", trialId, "levels", names))
        .forEach(
            row ->
                levels.put(
                    Withdrawal.Level.valueOf(Columns.text(row, "level")),
                    Columns.number(row, "participants")));
    return levels;
  }

  @Override
  public AdverseEventCount adverseEvents(String trialId) {
    return database
        .rows(
            """
            select count(*) as reported, count(*) filter (where seriousness <> '[]') as serious
            from (
              select distinct on (event_id) seriousness from adverse_event
              where trial_id = :trial order by event_id, version desc
            ) as newest
            """,
            Map.of("trial", trialId))
        .stream()
        .map(
            row ->
                new AdverseEventCount(
                    Columns.number(row, "reported"), Columns.number(row, "serious")))
        .findFirst()
        .orElseThrow();
  }
}
