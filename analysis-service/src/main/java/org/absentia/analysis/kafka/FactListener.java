package org.absentia.analysis.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.absentia.analysis.dataset.Facts;
import org.absentia.platform.event.Inbox;
import org.absentia.platform.event.MalformedMessage;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps the facts that the other services publish. */
@ApplicationScoped
class FactListener {

  private final Inbox inbox;
  private final Facts facts;

  FactListener(Inbox inbox, Facts facts) {
    this.inbox = inbox;
    this.facts = facts;
  }

  @Incoming("trial-opened")
  @Blocking
  void trialOpened(ConsumerRecord<String, byte[]> message) {
    inbox.receive(message, json -> facts.opened(read(json, Wire::trialOpened)));
  }

  @Incoming("participant-enrolled")
  @Blocking
  void participantEnrolled(ConsumerRecord<String, byte[]> message) {
    inbox.receive(message, json -> facts.enrolled(read(json, Wire::enrolment)));
  }

  @Incoming("participant-withdrawn")
  @Blocking
  void participantWithdrawn(ConsumerRecord<String, byte[]> message) {
    inbox.receive(message, json -> read(json, Wire::withdrawal).to(facts));
  }

  /** Says again of whom nothing may be kept, for a database restored from before it. */
  @Incoming("participant-erased")
  @Blocking
  void participantErased(ConsumerRecord<String, byte[]> message) {
    inbox.receive(
        message,
        json -> {
          if (json.path("randomised").asBoolean()) {
            read(json, Wire::withdrawal).to(facts);
          }
        });
  }

  @Incoming("baseline-recorded")
  @Blocking
  void baselineRecorded(ConsumerRecord<String, byte @Nullable []> message) {
    inbox.receive(
        message,
        json -> read(json, Wire::baseline).to(facts),
        key -> facts.unanswered(participantId(key)));
  }

  @Incoming("outcome-computed")
  @Blocking
  void outcomeComputed(ConsumerRecord<String, byte[]> message) {
    inbox.receive(message, json -> read(json, Wire::outcome).to(facts));
  }

  @Incoming("candidate-contacted")
  @Blocking
  void candidateContacted(ConsumerRecord<String, byte[]> message) {
    inbox.receive(message, json -> read(json, Wire::contact).to(facts));
  }

  @Incoming("candidates-listed")
  @Blocking
  void candidatesListed(ConsumerRecord<String, byte[]> message) {
    inbox.receive(message, json -> read(json, Wire::candidateList).to(facts));
  }

  private static UUID participantId(@Nullable String key) {
    try {
      return UUID.fromString(key == null ? "" : key);
    } catch (IllegalArgumentException malformed) {
      throw new MalformedMessage("the key of a tombstone must be a participant's id");
    }
  }

  /** Read a message and refuse it with all its faults if it has any. */
  static <T> T read(JsonNode json, Function<JsonReader, T> reading) {
    Faults faults = new Faults();
    T message = reading.apply(JsonReader.of(json, faults));
    if (faults.any()) {
      throw new MalformedMessage(faults.list());
    }
    return message;
  }
}
