package org.absentia.analysis.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.absentia.analysis.dataset.Canonical;
import org.absentia.platform.event.Outbox;
import org.absentia.platform.event.OutgoingEvent;

/** Asks the randomisation-service for the labels of each frozen dataset. */
@ApplicationScoped
class DatasetOutbox implements Outbox {

  private static final String TOPIC = "analysis.data-locked.v1";

  private final Canonical canonical;
  private final Clock clock;

  DatasetOutbox(Canonical canonical, Clock clock) {
    this.canonical = canonical;
    this.clock = clock;
  }

  private record DataLocked(UUID datasetId, String trialId, String lockedAt, int participants) {}

  @Override
  public int order() {
    return 1;
  }

  @Override
  public List<OutgoingEvent> unpublished(int limit) {
    return DatasetRow.unpublished(limit).stream().map(this::event).toList();
  }

  private OutgoingEvent event(DatasetRow row) {
    DataLocked message =
        new DataLocked(row.datasetId, row.trialId, row.requestedAt.toString(), row.participants);
    String id = row.datasetId.toString();
    byte[] payload = canonical.write(message).getBytes(StandardCharsets.UTF_8);
    return new OutgoingEvent(row.datasetId, TOPIC, id, id, row.requestedAt, payload);
  }

  @Override
  public void markPublished(List<UUID> ids) {
    DatasetRow.update("publishedAt = ?1 where datasetId in ?2", clock.instant(), ids);
  }
}
