package org.absentia.platform.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.event.Outbox;
import org.absentia.platform.event.OutgoingEvent;

@ApplicationScoped
class NoteOutbox implements Outbox {
  static final String TOPIC = "analysis.data-locked.v1";

  private final EntityManager entities;

  NoteOutbox(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public int order() {
    return 1;
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<OutgoingEvent> unpublished(int limit) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select id, text from note where published_at is null order by created_at limit :n")
            .setParameter("n", limit)
            .getResultList();
    return rows.stream().map(row -> event((UUID) row[0], (String) row[1])).toList();
  }

  private static OutgoingEvent event(UUID id, String text) {
    byte[] payload =
        text.equals("malformed")
            ? "{".getBytes(UTF_8)
            : ("{\"text\":\"" + text + "\"}").getBytes(UTF_8);
    return new OutgoingEvent(
        id, TOPIC, id.toString(), "one", Instant.now(), text.equals("gone") ? null : payload);
  }

  @Override
  public void markPublished(List<UUID> ids) {
    entities
        .createNativeQuery("update note set published_at = now() where id in (:ids)")
        .setParameter("ids", ids)
        .executeUpdate();
  }
}
