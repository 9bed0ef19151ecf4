package org.absentia.platform.service;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.absentia.platform.event.Inbox;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class NoteListener {
  static final List<String> HEARD = new CopyOnWriteArrayList<>();

  private final Inbox inbox;
  private final EntityManager entities;

  NoteListener(Inbox inbox, EntityManager entities) {
    this.inbox = inbox;
    this.entities = entities;
  }

  @Incoming("notes")
  @Blocking
  void on(ConsumerRecord<String, byte[]> message) {
    inbox.receive(message, json -> hear(json.get("text").textValue()), key -> hear("tombstone"));
  }

  private void hear(String text) {
    entities
        .createNativeQuery("insert into heard values (:text) on conflict do nothing")
        .setParameter("text", text)
        .executeUpdate();
    HEARD.add(text);
  }
}
