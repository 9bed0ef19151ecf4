package org.absentia.analysis.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.absentia.analysis.dataset.Unmasked;
import org.absentia.analysis.dataset.Unmaskings;
import org.absentia.platform.event.Inbox;
import org.absentia.platform.event.MalformedMessage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps what the randomisation-service tells once two persons unmasked a dataset. */
@ApplicationScoped
class UnmaskedListener {

  private static final int IDS = 2;

  private final Inbox inbox;
  private final Unmaskings unmaskings;

  UnmaskedListener(Inbox inbox, Unmaskings unmaskings) {
    this.inbox = inbox;
    this.unmaskings = unmaskings;
  }

  @Incoming("unmasked")
  @Blocking
  void unmasked(ConsumerRecord<String, byte @Nullable []> message) {
    inbox.receive(
        message,
        json -> {
          Unmasked unmasked = FactListener.read(json, Wire::unmasked);
          if (!unmaskings.keep(unmasked)) {
            throw new MalformedMessage("the locked dataset says otherwise");
          }
        },
        this::drop);
  }

  private void drop(@Nullable String key) {
    String[] ids = (key == null ? "" : key).split("/", -1);
    try {
      if (ids.length == IDS) {
        unmaskings.drop(UUID.fromString(ids[0]), UUID.fromString(ids[1]));
        return;
      }
    } catch (IllegalArgumentException malformed) {
      // said below
    }
    throw new MalformedMessage("the key of a tombstone must be a dataset's and a participant's id");
  }
}
