package org.absentia.analysis.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.analysis.dataset.Dataset;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "dataset")
class DatasetRow extends PanacheEntityBase {
  @Id UUID datasetId = new UUID(0, 0);
  String trialId = "";

  @Enumerated(EnumType.STRING)
  Dataset.Status status = Dataset.Status.AWAITING_LABELS;

  int participants;
  Instant requestedAt = Instant.EPOCH;
  @Nullable Instant lockedAt;
  String flow = "";
  @Nullable String manifest;
  @Nullable String hash;
  @Nullable Instant publishedAt;

  static DatasetRow of(Dataset dataset, String flow) {
    DatasetRow row = new DatasetRow();
    row.datasetId = dataset.datasetId();
    row.trialId = dataset.trialId();
    row.status = dataset.status();
    row.participants = dataset.participants();
    row.requestedAt = dataset.requestedAt();
    row.flow = flow;
    return row;
  }

  static Optional<DatasetRow> of(String trialId, UUID datasetId) {
    return find("trialId = ?1 and datasetId = ?2", trialId, datasetId).firstResultOptional();
  }

  static List<DatasetRow> unpublished(int limit) {
    return find("publishedAt is null order by requestedAt, datasetId").page(0, limit).list();
  }

  Dataset toDataset() {
    return new Dataset(
        datasetId,
        trialId,
        status,
        participants,
        requestedAt,
        Optional.ofNullable(lockedAt),
        Optional.ofNullable(hash));
  }
}
