package org.absentia.ingest.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.absentia.platform.Ids;

@Entity
@Table(name = "identifier_access")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class IdentifierAccessRow extends PanacheEntityBase {
  @Id UUID id;
  UUID candidateId;
  String caller;
  Instant accessedAt;

  static IdentifierAccessRow of(UUID candidateId, String caller, Instant now) {
    IdentifierAccessRow row = new IdentifierAccessRow();
    row.id = Ids.next();
    row.candidateId = candidateId;
    row.caller = caller;
    row.accessedAt = now;
    return row;
  }
}
