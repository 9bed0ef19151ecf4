package org.absentia.outcome.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.json.RecordReading;
import org.absentia.outcome.json.RecordReading.Manner;
import org.absentia.outcome.json.StoredJson;
import org.absentia.outcome.record.RegistryRecord;
import org.jspecify.annotations.Nullable;

/** One version of a record, or the place where an erased one was. */
@Entity
@Table(name = "released_record")
@IdClass(ReleasedRecordRow.Key.class)
public class ReleasedRecordRow {
  /** What identifies a version. */
  public record Key(UUID participantId, String recordId, long version) implements Serializable {}

  @Id
  @Column(name = "participant_id")
  UUID participantId = new UUID(0, 0);

  @Id
  @Column(name = "record_id")
  String recordId = "";

  @Id long version;

  @Nullable String content;

  Key key() {
    return new Key(participantId, recordId, version);
  }

  /** The record, unless it is erased. */
  Optional<RegistryRecord> toRecord() {
    return Optional.ofNullable(content).map(ReleasedRecordRow::record);
  }

  /** Reads a content as tolerantly as when it was accepted. */
  static RegistryRecord record(String content) {
    return StoredJson.read(content, in -> RecordReading.read(in, Manner.TOLERANT).orElseThrow());
  }
}
