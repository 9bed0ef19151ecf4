package org.absentia.outcome.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.computation.Snapshot;
import org.jspecify.annotations.Nullable;

/** A snapshot; unpublished until the relay has sent it. */
@Entity
@Table(name = "snapshot")
public class SnapshotRow {
  @Id String hash = "";
  UUID id = new UUID(0, 0);

  @Column(name = "trial_id")
  String trialId = "";

  @Column(name = "known_at")
  Instant knownAt = Instant.EPOCH;

  int participants;

  @Column(name = "taken_by")
  @Nullable String takenBy;

  @Column(name = "taken_at")
  Instant takenAt = Instant.EPOCH;

  @Column(name = "published_at")
  @Nullable Instant publishedAt;

  static SnapshotRow of(Snapshot snapshot) {
    SnapshotRow row = new SnapshotRow();
    row.hash = snapshot.hash();
    row.id = snapshot.id();
    row.trialId = snapshot.trialId();
    row.knownAt = snapshot.knownAt();
    row.participants = snapshot.participants();
    row.takenBy = snapshot.takenBy().orElse(null);
    row.takenAt = snapshot.takenAt();
    return row;
  }

  Snapshot toSnapshot() {
    return new Snapshot(
        id, hash, trialId, knownAt, participants, takenAt, Optional.ofNullable(takenBy));
  }
}
