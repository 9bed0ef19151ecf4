package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.questionnaire.ProgrammeDays;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "programme_days")
class ProgrammeDaysRow extends PanacheEntityBase {
  @Id UUID participantId = new UUID(0, 0);
  String trialId = "";
  LocalDate startedOn = LocalDate.EPOCH;
  @Nullable LocalDate endedOn;
  Instant recordedAt = Instant.EPOCH;

  ProgrammeDays toProgrammeDays() {
    return new ProgrammeDays(startedOn, Optional.ofNullable(endedOn));
  }
}
