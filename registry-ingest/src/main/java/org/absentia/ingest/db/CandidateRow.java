package org.absentia.ingest.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.absentia.ingest.intake.CandidateList;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "candidate")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class CandidateRow extends PanacheEntityBase {
  @Id UUID id;
  UUID listId;
  String trialId;
  UUID personId;
  int sickLeaveWeek;
  BigDecimal grade;
  @Nullable String diagnosis;
  @Nullable Integer age;

  static CandidateRow of(CandidateList list, CandidateList.Candidate candidate, UUID person) {
    CandidateRow row = new CandidateRow();
    row.id = candidate.candidateId();
    row.listId = list.listId();
    row.trialId = list.trialId();
    row.personId = person;
    row.sickLeaveWeek = candidate.sickLeaveWeek();
    row.grade = candidate.grade();
    row.diagnosis = candidate.diagnosis().orElse(null);
    row.age = candidate.age().orElse(null);
    return row;
  }

  CandidateList.Candidate toCandidate() {
    BigDecimal plain = grade.stripTrailingZeros();
    return new CandidateList.Candidate(
        id,
        sickLeaveWeek,
        plain.scale() < 0 ? plain.setScale(0) : plain,
        Optional.ofNullable(diagnosis),
        Optional.ofNullable(age));
  }
}
