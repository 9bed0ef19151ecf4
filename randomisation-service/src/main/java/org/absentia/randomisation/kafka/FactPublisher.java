package org.absentia.randomisation.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.event.Outbox;
import org.absentia.platform.event.OutgoingEvent;
import org.absentia.randomisation.trial.Facts;

/** An outbox over facts of one kind. */
abstract class FactPublisher<F> implements Outbox {
  private final int order;
  private final Facts<F> facts;
  private final ObjectMapper json;

  FactPublisher(int order, Facts<F> facts, ObjectMapper json) {
    this.order = order;
    this.facts = facts;
    this.json = json;
  }

  abstract OutgoingEvent event(F fact);

  @Override
  public int order() {
    return order;
  }

  @Override
  public List<OutgoingEvent> unpublished(int limit) {
    return facts.unpublished(limit).stream().map(this::event).toList();
  }

  @Override
  public void markPublished(List<UUID> ids) {
    facts.markPublished(ids);
  }

  byte[] bytes(Object wire) {
    try {
      return json.writeValueAsBytes(wire);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a wire record always has a JSON form", e);
    }
  }
}
