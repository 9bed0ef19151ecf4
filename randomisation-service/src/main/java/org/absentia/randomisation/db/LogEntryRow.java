package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.absentia.randomisation.allocation.LogEntry;
import org.absentia.randomisation.scheme.Hash;

@Entity
@Table(name = "log_entry")
@IdClass(LogEntryRow.Key.class)
class LogEntryRow extends PanacheEntityBase {
  record Key(String trialId, long seq) implements Serializable {}

  @Id String trialId = "";
  @Id long seq;
  String type = "";
  String entry = "";
  String hash = "";

  LogEntry toEntry() {
    return new LogEntry(seq, type, entry, new Hash(hash));
  }
}
