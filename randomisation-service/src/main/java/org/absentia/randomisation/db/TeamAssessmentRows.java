package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
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
  private static final Sort OLDEST_FIRST = Sort.ascending("recordedAt", "id");

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
    TeamAssessmentRow.<TeamAssessmentRow>list(
            "trialId = ?1 and candidateId in ?2", OLDEST_FIRST, trialId, candidateIds)
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
