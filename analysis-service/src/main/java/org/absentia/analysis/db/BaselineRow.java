package org.absentia.analysis.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Entity
@Table(name = "baseline")
class BaselineRow extends PanacheEntityBase {
  @Id UUID participantId = new UUID(0, 0);
  String trialId = "";
  Instant recordedAt = Instant.EPOCH;
  String variables = "";

  static List<BaselineRow> of(String trialId) {
    return list("trialId", trialId);
  }
}
