package org.absentia.randomisation.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.absentia.platform.event.Inbox;
import org.absentia.platform.event.MalformedMessage;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.randomisation.trial.ConfirmErasure;
import org.absentia.randomisation.trial.ReapplyErasure;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears all erasures again at each start, since the database may have been restored from before
 * them, and what other services say about theirs.
 */
@ApplicationScoped
class ErasureListener {
  private static final Logger LOG = Logger.getLogger(ErasureListener.class);
  private static final String REGISTRY = "registry-ingest";
  private static final String ERASED = "WITHDRAW_AND_ERASE";

  private final Inbox inbox;
  private final ReapplyErasure reapply;
  private final ConfirmErasure confirm;

  ErasureListener(Inbox inbox, ReapplyErasure reapply, ConfirmErasure confirm) {
    this.inbox = inbox;
    this.reapply = reapply;
    this.confirm = confirm;
  }

  @Incoming("participant-erased")
  @Blocking // ordered, on a worker thread
  void onErasure(ConsumerRecord<String, byte @Nullable []> message) {
    inbox.receive(message, this::reapply);
  }

  @Incoming("release-ended")
  @Blocking
  void onReleaseEnded(ConsumerRecord<String, byte @Nullable []> message) {
    inbox.receive(message, this::confirm);
  }

  private void reapply(JsonNode json) {
    Faults faults = new Faults();
    JsonReader in = JsonReader.of(json, faults);
    String trial = in.requiredText("trialId");
    String participant = in.requiredText("participantId");
    LocalDate day = in.requiredDate("withdrawnOn");
    if (faults.any()) {
      throw new MalformedMessage(faults.list());
    }
    if (reapply.reapply(trial, id(participant), day)) {
      LOG.warn("event=erasure-reapplied");
    }
  }

  private void confirm(JsonNode json) {
    Faults faults = new Faults();
    JsonReader in = JsonReader.of(json, faults);
    String participant = in.requiredText("participantId");
    String reason = in.requiredText("reason");
    if (faults.any()) {
      throw new MalformedMessage(faults.list());
    }
    if (reason.equals(ERASED)) {
      confirm.confirm(id(participant), REGISTRY);
    }
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException malformed) {
      throw new MalformedMessage("/participantId must be a UUID");
    }
  }
}
