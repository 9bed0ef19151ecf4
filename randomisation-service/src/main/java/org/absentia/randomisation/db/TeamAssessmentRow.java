package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.absentia.randomisation.conduct.TeamAssessment;

@Entity
@Table(name = "team_assessment")
class TeamAssessmentRow extends PanacheEntityBase {
  @Id UUID id = new UUID(0, 0);
  String trialId = "";
  String candidateId = "";
  String outcome = "";
  String reasonCodes = "";
  String reasons = "";
  LocalDate assessedOn = LocalDate.EPOCH;
  Instant recordedAt = Instant.EPOCH;

  static TeamAssessmentRow of(TeamAssessment assessment) {
    TeamAssessmentRow row = new TeamAssessmentRow();
    row.id = assessment.id();
    row.trialId = assessment.trialId();
    row.candidateId = assessment.candidateId();
    row.outcome = assessment.outcome().name();
    row.reasonCodes = TextList.write(assessment.reasonCodes());
    row.reasons = TextList.write(assessment.reasons());
    row.assessedOn = assessment.assessedOn();
    row.recordedAt = assessment.recordedAt();
    return row;
  }

  TeamAssessment toAssessment() {
    return new TeamAssessment(
        id,
        trialId,
        candidateId,
        TeamAssessment.Outcome.valueOf(outcome),
        TextList.read(reasonCodes),
        TextList.read(reasons),
        assessedOn,
        recordedAt);
  }
}
