package org.absentia.analysis.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "participant")
class ParticipantRow extends PanacheEntityBase {
  @Id UUID participantId = new UUID(0, 0);
  String trialId = "";
  @Nullable String stratum;
  @Nullable Integer epoch;
  boolean pilot;

  static List<ParticipantRow> of(String trialId) {
    return list("trialId = ?1 order by participantId", trialId);
  }
}
