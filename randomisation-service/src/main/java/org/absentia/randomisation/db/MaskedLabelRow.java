package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.absentia.randomisation.trial.MaskedLabel;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "masked_label")
class MaskedLabelRow extends PanacheEntityBase {
  @Id UUID id = new UUID(0, 0);
  String datasetId = "";
  String trialId = "";
  UUID participantId = new UUID(0, 0);
  String label = "";
  int participants;
  Instant maskedAt = Instant.EPOCH;
  @Nullable Instant publishedAt;

  static MaskedLabelRow of(MaskedLabel label) {
    MaskedLabelRow row = new MaskedLabelRow();
    row.id = label.eventId();
    row.datasetId = label.datasetId();
    row.trialId = label.trialId();
    row.participantId = label.participantId();
    row.label = label.label();
    row.participants = label.participants();
    row.maskedAt = label.maskedAt();
    return row;
  }

  MaskedLabel toLabel() {
    return new MaskedLabel(id, datasetId, trialId, participantId, label, participants, maskedAt);
  }
}
