package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.deviation.Deviation;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "deviation")
class DeviationRow extends PanacheEntityBase {
  @Id UUID id = new UUID(0, 0);
  String trialId = "";
  String kind = "";
  LocalDate noticedOn = LocalDate.EPOCH;
  @Nullable UUID participantId;
  @Nullable String stratum;
  @Nullable Integer slot;
  @Nullable String description;
  @Nullable String correctiveAction;
  String recordedBy = "";
  Instant recordedAt = Instant.EPOCH;

  static DeviationRow of(Deviation deviation) {
    DeviationRow row = new DeviationRow();
    row.id = deviation.id();
    row.trialId = deviation.trialId();
    row.kind = deviation.kind().name();
    row.noticedOn = deviation.noticedOn();
    Deviation.Notes notes = deviation.notes().orElseThrow();
    row.participantId = notes.participantId().orElse(null);
    row.stratum = notes.slot().map(Deviation.Slot::stratum).orElse(null);
    row.slot = notes.slot().map(Deviation.Slot::number).orElse(null);
    row.description = notes.description();
    row.correctiveAction = notes.correctiveAction();
    row.recordedBy = deviation.recordedBy();
    row.recordedAt = deviation.recordedAt();
    return row;
  }

  Deviation toDeviation() {
    return new Deviation(
        id, trialId, Deviation.Kind.valueOf(kind), noticedOn, notes(), recordedBy, recordedAt);
  }

  private Optional<Deviation.Notes> notes() {
    if (description == null || correctiveAction == null) {
      return Optional.empty();
    }
    Optional<Deviation.Slot> place =
        stratum == null || slot == null
            ? Optional.empty()
            : Optional.of(new Deviation.Slot(stratum, slot));
    return Optional.of(
        new Deviation.Notes(
            Optional.ofNullable(participantId), place, description, correctiveAction));
  }
}
