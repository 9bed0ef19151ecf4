package org.absentia.outcome.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.absentia.outcome.computation.ContradictoryFact;
import org.absentia.outcome.computation.Fact;
import org.absentia.outcome.computation.FactStore;
import org.absentia.platform.event.Inbox;
import org.absentia.platform.event.MalformedMessage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps every fact that arrives; the topics may be read in any order and again from the start. What
 * comes in numbers is kept batch by batch.
 */
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
  void participantsEnrolled(ConsumerRecords<String, byte[]> messages) {
    inbox.receiveAll(
        messages,
        message -> EventReading.participantEnrolled(EventReading.json(message.value())),
        this::keepAll);
  }

  @Incoming("participant-withdrawn")
  @Blocking
  void participantWithdrawn(ConsumerRecord<String, byte[]> message) {
    inbox.receive(message, event -> keep(EventReading.participantWithdrawn(event)));
  }

  /** Says again of whom nothing may be kept, for a database restored from before it. */
  @Incoming("participant-erased")
  @Blocking
  void participantErased(ConsumerRecord<String, byte[]> message) {
    inbox.receive(
        message,
        event -> {
          if (event.path("randomised").asBoolean()) {
            keep(EventReading.participantWithdrawn(event));
          }
        });
  }

  @Incoming("record-released")
  @Blocking
  void recordsReleased(ConsumerRecords<String, byte[]> messages) {
    inbox.receiveAll(messages, EventReading::recordReleasedOrErased, this::keepAll);
  }

  @Incoming("release-ended")
  @Blocking
  void releaseEnded(ConsumerRecord<String, byte[]> message) {
    inbox.receive(message, event -> keep(EventReading.releaseEnded(event)));
  }

  private void keep(Fact fact) {
    keepAll(List.of(fact));
  }

  private void keepAll(List<Fact> together) {
    try {
      facts.keepAll(together);
    } catch (ContradictoryFact contradiction) {
      throw new MalformedMessage(String.valueOf(contradiction.getMessage()));
    }
  }
}
