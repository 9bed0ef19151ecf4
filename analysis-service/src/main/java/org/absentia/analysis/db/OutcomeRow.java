package org.absentia.analysis.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

@Entity
@Table(name = "outcome")
class OutcomeRow extends PanacheEntityBase {
  @Id UUID participantId = new UUID(0, 0);
  String trialId = "";
  int outcomeVersion;
  String outcome = "";

  static List<OutcomeRow> of(String trialId) {
    return list("trialId", trialId);
  }
}
