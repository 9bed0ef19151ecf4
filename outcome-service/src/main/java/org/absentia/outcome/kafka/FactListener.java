package org.absentia.outcome.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.absentia.outcome.computation.ContradictoryFact;
import org.absentia.outcome.computation.Fact;
import org.absentia.outcome.computation.FactStore;
import org.absentia.platform.event.Inbox;
import org.absentia.platform.event.MalformedMessage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps every fact that arrives; the topics may be read in any order and again from the start. */
@ApplicationScoped
class FactListener {
  private final Inbox inbox;
  private final FactStore facts;

  FactListener(Inbox inbox, FactStore facts) {
    this.inbox = inbox;
    this.facts = facts;
  }

  @Incoming("trial-opened")
  @Blocking
  void trialOpened(ConsumerRecord<String, byte[]> message) {
    inbox.receive(message, event -> keep(EventReading.trialOpened(event)));
  }

  @Incoming("participant-enrolled")
  @Blocking
  void participantEnrolled(ConsumerRecord<String, byte[]> message) {
    inbox.receive(message, event -> keep(EventReading.participantEnrolled(event)));
  }

  @Incoming("participant-withdrawn")
  @Blocking
  void participantWithdrawn(ConsumerRecord<String, byte[]> message) {
    inbox.receive(message, event -> keep(EventReading.participantWithdrawn(event)));
  }

  @Incoming("record-released")
  @Blocking
  void recordReleased(ConsumerRecord<String, byte[]> message) {
    inbox.receive(
        message,
        event -> keep(EventReading.recordReleased(event)),
        key -> keep(EventReading.recordErased(key)));
  }

  @Incoming("release-ended")
  @Blocking
  void releaseEnded(ConsumerRecord<String, byte[]> message) {
    inbox.receive(message, event -> keep(EventReading.releaseEnded(event)));
  }

  private void keep(Fact fact) {
    try {
      facts.keep(fact);
    } catch (ContradictoryFact contradiction) {
      throw new MalformedMessage(String.valueOf(contradiction.getMessage()));
    }
  }
}
