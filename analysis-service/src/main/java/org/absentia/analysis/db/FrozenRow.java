package org.absentia.analysis.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Only changed columns are written, so that a label never brings back what was erased. */
@Entity
@DynamicUpdate
@Table(name = "dataset_row")
@IdClass(FrozenRow.Key.class)
class FrozenRow extends PanacheEntityBase {
  @Id UUID datasetId = new UUID(0, 0);
  @Id UUID participantId = new UUID(0, 0);
  @Nullable UUID rowId;
  @Nullable Integer place;
  @Nullable String frozen;
  @Nullable String label;
  @Nullable String digest;
  @Nullable String content;
  @Nullable String withdrawalLevel;

  record Key(UUID datasetId, UUID participantId) {}

  static List<FrozenRow> of(UUID datasetId) {
    return list("datasetId = ?1 order by place, rowId", datasetId);
  }
}
