package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.conduct.TeamAssessment;
import org.absentia.randomisation.conduct.TeamAssessments;
import org.absentia.randomisation.trial.Erasable;

/** The assessments in PostgreSQL; an erasure takes the team's words and leaves what is counted. */
@ApplicationScoped
class TeamAssessmentRows implements TeamAssessments, Erasable {
  private static final Sort NEWEST_FIRST = Sort.descending("recordedAt", "id");

  private final Database database;

  TeamAssessmentRows(Database database) {
    this.database = database;
  }

  @Override
  public void reserve(String trialId, String candidateId) {
    database.reserve("assessment", trialId + "/" + candidateId);
  }

  @Override
  public Optional<TeamAssessment> last(String trialId, String candidateId) {
    return TeamAssessmentRow.<TeamAssessmentRow>find(
            "trialId = ?1 and candidateId = ?2", NEWEST_FIRST, trialId, candidateId)
        .firstResultOptional()
        .map(TeamAssessmentRow::toAssessment);
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
