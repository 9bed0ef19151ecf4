package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "masking")
class MaskingRow extends PanacheEntityBase {
  @Id String datasetId = "";
  String trialId = "";
  byte[] sealedPermutation = {};
  int participants;
  Instant maskedAt = Instant.EPOCH;
}
