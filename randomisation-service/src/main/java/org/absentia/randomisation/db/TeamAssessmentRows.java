package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.absentia.randomisation.conduct.TeamAssessment;
import org.absentia.randomisation.conduct.TeamAssessments;
import org.absentia.randomisation.trial.Erasable;

/** The assessments in PostgreSQL; an erasure takes the team's words and leaves what is counted. */
@ApplicationScoped
class TeamAssessmentRows implements TeamAssessments, Erasable {
  private final Database database;

  TeamAssessmentRows(Database database) {
    this.database = database;
  }

  @Override
  public void reserve(String trialId, String candidateId) {
    database.reserve("assessment", trialId + "/" + candidateId);
  }

  @Override
  public Map<String, TeamAssessment> last(String trialId, Collection<String> candidateIds) {
    Map<String, TeamAssessment> last = new HashMap<>();
    database
        .rows(
            TeamAssessmentRow.class,
            """
            select * from team_assessment
            where trial_id = :trial and candidate_id = any(cast(:candidates as text[]))
            order by recorded_at, id
            """,
            Map.of("trial", trialId, "candidates", candidateIds.toArray(String[]::new)))
        .forEach(row -> last.put(row.candidateId, row.toAssessment()));
    return last;
  }

  @Override
  public void add(TeamAssessment assessment) {
    TeamAssessmentRow.of(assessment).persist();
  }

  @Override
  public String removes() {
    return "the team's assessment";
  }

  @Override
  public void erase(UUID participantId) {
    forget("team_assessment", participantId);
    forget("contact", participantId);
  }

  private void forget(String table, UUID participantId) {
    database
        .entities()
        .createNativeQuery(
            """
            update %s set reasons = :none from participant p
            where p.participant_id = :participant
              and %s.trial_id = p.trial_id and %s.candidate_id = p.candidate_id
            """
                .formatted(table, table, table))
        .setParameter("none", TextList.EMPTY)
        .setParameter("participant", participantId)
        .executeUpdate();
  }
}
