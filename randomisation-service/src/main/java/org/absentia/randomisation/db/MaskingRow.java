package org.absentia.randomisation.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "masking")
class MaskingRow {
  @Id String datasetId = "";
  String trialId = "";
  byte[] sealedPermutation = {};
  int participants;
  Instant maskedAt = Instant.EPOCH;
}
