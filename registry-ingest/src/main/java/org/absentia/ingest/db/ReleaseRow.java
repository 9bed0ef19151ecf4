package org.absentia.ingest.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.absentia.ingest.intake.Enrolment;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "release")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ReleaseRow extends PanacheEntityBase {
  @Id String participantId;
  String trialId;
  String candidateId;
  @Nullable UUID personId;
  LocalDate historyFrom;
  Instant createdAt;
  @Nullable Instant endedAt;

  static ReleaseRow of(Enrolment enrolment, @Nullable UUID person, Instant now) {
    ReleaseRow row = new ReleaseRow();
    row.participantId = enrolment.participantId();
    row.trialId = enrolment.trialId();
    row.candidateId = enrolment.candidateId();
    row.personId = person;
    row.historyFrom = enrolment.historyFrom();
    row.createdAt = now;
    return row;
  }
}
