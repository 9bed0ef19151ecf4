package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.absentia.outcome.computation.TrialDefinition;
import org.absentia.outcome.json.HistoryJson;
import org.absentia.platform.event.Outbox;
import org.absentia.platform.event.OutgoingEvent;

/** Definitions that were set here, on their way to the topic from which they are read back. */
@ApplicationScoped
class DefinitionOutbox implements Outbox {
  private final TrialDefinitionRows definitions;
  private final Clock clock;

  DefinitionOutbox(TrialDefinitionRows definitions, Clock clock) {
    this.definitions = definitions;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 3;
  }

  @Override
  public List<OutgoingEvent> unpublished(int limit) {
    return definitions.unpublished(limit).stream().map(row -> event(row.toDefinition())).toList();
  }

  @Override
  public void markPublished(List<UUID> ids) {
    definitions.update("publishedAt = ?1 where id in ?2", clock.instant(), ids);
  }

  private static OutgoingEvent event(TrialDefinition definition) {
    return new OutgoingEvent(
        definition.id(),
        HistoryJson.DEFINITION_SET,
        definition.trialId() + "/" + definition.setAt(),
        definition.trialId(),
        definition.setAt(),
        HistoryJson.write(definition).toString().getBytes(StandardCharsets.UTF_8));
  }
}
