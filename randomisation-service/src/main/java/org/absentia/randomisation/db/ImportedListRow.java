package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.trial.SealedList;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "imported_list")
class ImportedListRow extends PanacheEntityBase {
  @Id String trialId = "";
  UUID listId = new UUID(0, 0);
  String merkleRoot = "";
  int rowCount;
  String importedBy = "";
  Instant importedAt = Instant.EPOCH;
  @Nullable String approvedBy;
  @Nullable Instant approvedAt;

  static ImportedListRow of(SealedList list) {
    ImportedListRow row = new ImportedListRow();
    row.trialId = list.trialId();
    row.listId = list.listId();
    row.merkleRoot = list.merkleRoot().hex();
    row.rowCount = list.rows();
    row.importedBy = list.importedBy();
    row.importedAt = list.importedAt();
    return row;
  }

  SealedList toList() {
    return new SealedList(
        trialId, listId, new Hash(merkleRoot), rowCount, importedBy, importedAt, approval());
  }

  private Optional<SealedList.Approval> approval() {
    return approvedBy == null || approvedAt == null
        ? Optional.empty()
        : Optional.of(new SealedList.Approval(approvedBy, approvedAt));
  }
}
