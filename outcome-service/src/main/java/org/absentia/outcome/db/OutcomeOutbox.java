package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.json.VersionWriting;
import org.absentia.platform.event.Outbox;
import org.absentia.platform.event.OutgoingEvent;

/** Outcome versions on their way to whoever analyses them. */
@ApplicationScoped
class OutcomeOutbox implements Outbox {
  static final String TOPIC = "outcome.computed.v1";

  private final OutcomeVersionRows outcomes;
  private final Clock clock;

  OutcomeOutbox(OutcomeVersionRows outcomes, Clock clock) {
    this.outcomes = outcomes;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 2;
  }

  @Override
  public List<OutgoingEvent> unpublished(int limit) {
    return outcomes.unpublished(limit).stream().map(row -> event(row.toVersion())).toList();
  }

  @Override
  public void markPublished(List<UUID> ids) {
    outcomes.update("publishedAt = ?1 where id in ?2", clock.instant(), ids);
  }

  private static OutgoingEvent event(OutcomeVersion version) {
    String participantId = version.participantId().toString();
    return new OutgoingEvent(
        version.id(),
        TOPIC,
        participantId,
        participantId,
        version.computedAt(),
        VersionWriting.write(version).toString().getBytes(StandardCharsets.UTF_8));
  }
}
