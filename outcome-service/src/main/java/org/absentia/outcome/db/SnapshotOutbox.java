package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.absentia.outcome.computation.Snapshot;
import org.absentia.outcome.json.HistoryJson;
import org.absentia.platform.event.Outbox;
import org.absentia.platform.event.OutgoingEvent;

/** Snapshots on their way to the topic from which they are read back. */
@ApplicationScoped
class SnapshotOutbox implements Outbox {
  private final SnapshotRows snapshots;
  private final Clock clock;

  SnapshotOutbox(SnapshotRows snapshots, Clock clock) {
    this.snapshots = snapshots;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 4;
  }

  @Override
  public List<OutgoingEvent> unpublished(int limit) {
    return snapshots.unpublished(limit).stream().map(row -> event(row.toSnapshot())).toList();
  }

  @Override
  public void markPublished(List<UUID> ids) {
    snapshots.update("publishedAt = ?1 where id in ?2", clock.instant(), ids);
  }

  private static OutgoingEvent event(Snapshot snapshot) {
    return new OutgoingEvent(
        snapshot.id(),
        HistoryJson.SNAPSHOT_TAKEN,
        snapshot.hash(),
        snapshot.trialId(),
        snapshot.takenAt(),
        HistoryJson.write(snapshot).toString().getBytes(StandardCharsets.UTF_8));
  }
}
