package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.conduct.TrialEvent;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "trial_event")
class TrialEventRow extends PanacheEntityBase {
  @Id UUID id = new UUID(0, 0);
  String trialId = "";
  String kind = "";
  LocalDate fromDay = LocalDate.EPOCH;
  @Nullable LocalDate toDay;
  String description = "";
  @Nullable String mitigation;
  String recordedBy = "";
  Instant recordedAt = Instant.EPOCH;

  static TrialEventRow of(TrialEvent event) {
    TrialEventRow row = new TrialEventRow();
    row.id = event.id();
    row.trialId = event.trialId();
    row.kind = event.kind().name();
    row.fromDay = event.from();
    row.toDay = event.to().orElse(null);
    row.description = event.description();
    row.mitigation = event.mitigation().orElse(null);
    row.recordedBy = event.recordedBy();
    row.recordedAt = event.recordedAt();
    return row;
  }

  TrialEvent toEvent() {
    return new TrialEvent(
        id,
        trialId,
        TrialEvent.Kind.valueOf(kind),
        fromDay,
        Optional.ofNullable(toDay),
        description,
        Optional.ofNullable(mitigation),
        recordedBy,
        recordedAt);
  }
}
