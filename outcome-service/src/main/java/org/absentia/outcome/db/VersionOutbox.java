package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.json.HistoryJson;
import org.absentia.platform.event.Outbox;
import org.absentia.platform.event.OutgoingEvent;

/**
 * Outcome versions with all that they came from, on their way to the topic from which this service
 * reads them back when its database is lost. They go before those of {@link OutcomeOutbox}: a
 * number that others have seen must not be given again.
 */
@ApplicationScoped
class VersionOutbox implements Outbox {
  private final OutcomeVersionRows outcomes;
  private final Clock clock;

  VersionOutbox(OutcomeVersionRows outcomes, Clock clock) {
    this.outcomes = outcomes;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 1;
  }

  @Override
  public List<OutgoingEvent> unpublished(int limit) {
    return outcomes.unkept(limit).stream().map(row -> event(row.toVersion())).toList();
  }

  /** A version that was emptied since it was read here is not marked, and so goes again. */
  @Override
  public void markPublished(List<UUID> ids) {
    outcomes.update(
        "keptAt = ?1 where id in ?2 and (outcome is not null or outcomeHash is null)",
        clock.instant(),
        ids);
    outcomes.update(
        "keptAt = ?1 where id in ?2 and outcome is null and outcomeHash is not null",
        clock.instant(),
        ids.stream().map(VersionOutbox::counterpart).toList());
  }

  private static OutgoingEvent event(OutcomeVersion version) {
    String participantId = version.participantId().toString();
    return new OutgoingEvent(
        version.isErased() ? counterpart(version.id()) : version.id(),
        HistoryJson.VERSION_KEPT,
        participantId + "/" + version.number(),
        participantId,
        version.computedAt(),
        HistoryJson.write(version).toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The id of the event that empties a version, from that of the one that kept it; and back. */
  private static UUID counterpart(UUID id) {
    return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1);
  }
}
