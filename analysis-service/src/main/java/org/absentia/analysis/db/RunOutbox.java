package org.absentia.analysis.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.absentia.analysis.dataset.Canonical;
import org.absentia.platform.event.Outbox;
import org.absentia.platform.event.OutgoingEvent;

/** Announces each completed run with the hash of its result. */
@ApplicationScoped
class RunOutbox implements Outbox {

  private static final String TOPIC = "analysis.run-completed.v1";

  private final Canonical canonical;
  private final Clock clock;

  RunOutbox(Canonical canonical, Clock clock) {
    this.canonical = canonical;
    this.clock = clock;
  }

  private record RunCompleted(
      UUID runId, UUID datasetId, String trialId, String completedAt, String resultHash) {}

  @Override
  public int order() {
    return 2;
  }

  @Override
  public List<OutgoingEvent> unpublished(int limit) {
    return RunRow.unpublished(limit).stream().map(this::event).toList();
  }

  private OutgoingEvent event(RunRow row) {
    RunCompleted message =
        new RunCompleted(
            row.runId, row.datasetId, row.trialId, row.completedAt.toString(), row.resultHash);
    byte[] payload = canonical.write(message).getBytes(StandardCharsets.UTF_8);
    return new OutgoingEvent(
        row.runId, TOPIC, row.runId.toString(), row.trialId, row.completedAt, payload);
  }

  @Override
  public void markPublished(List<UUID> ids) {
    RunRow.update("publishedAt = ?1 where runId in ?2", clock.instant(), ids);
  }
}
