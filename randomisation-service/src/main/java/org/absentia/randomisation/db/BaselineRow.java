package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.trial.Baseline;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "baseline")
class BaselineRow extends PanacheEntityBase {
  @Id UUID id = new UUID(0, 0);
  UUID participantId = new UUID(0, 0);
  String trialId = "";
  @Nullable String variables;
  Instant recordedAt = Instant.EPOCH;
  @Nullable Instant publishedAt;

  Baseline toBaseline() {
    return new Baseline(id, participantId, trialId, Optional.ofNullable(variables), recordedAt);
  }
}
