package org.absentia.ingest.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.absentia.platform.Ids;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "release_ending")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ReleaseEndingRow extends PanacheEntityBase {
  @Id UUID id;
  String participantId;
  String reason;
  Instant endedAt;
  @Nullable Instant publishedAt;

  static ReleaseEndingRow of(String participantId, String reason, Instant endedAt) {
    ReleaseEndingRow row = new ReleaseEndingRow();
    row.id = Ids.next();
    row.participantId = participantId;
    row.reason = reason;
    row.endedAt = endedAt;
    return row;
  }
}
