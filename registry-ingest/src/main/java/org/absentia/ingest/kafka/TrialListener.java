package org.absentia.ingest.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.absentia.ingest.intake.Enrolment;
import org.absentia.ingest.intake.OpenTrial;
import org.absentia.ingest.intake.Participants;
import org.absentia.ingest.intake.Trial;
import org.absentia.ingest.intake.Withdrawal;
import org.absentia.platform.event.Inbox;
import org.absentia.platform.event.MalformedMessage;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Follows the trials: which are open, who takes part, who withdrew. */
@ApplicationScoped
class TrialListener {
  private static final List<String> SECTIONS = List.of("recruitment", "screening");

  private final Inbox inbox;
  private final OpenTrial openTrial;
  private final Participants participants;

  TrialListener(Inbox inbox, OpenTrial openTrial, Participants participants) {
    this.inbox = inbox;
    this.openTrial = openTrial;
    this.participants = participants;
  }

  @Incoming("trial-opened")
  @Blocking
  void opened(ConsumerRecord<String, byte @Nullable []> message) {
    inbox.receive(message, json -> openTrial.open(read(json, in -> trial(in, json))));
  }

  @Incoming("participant-enrolled")
  @Blocking
  void enrolled(ConsumerRecord<String, byte @Nullable []> message) {
    inbox.receive(message, json -> participants.enrol(read(json, TrialListener::enrolment)));
  }

  @Incoming("participant-withdrawn")
  @Blocking
  void withdrawn(ConsumerRecord<String, byte @Nullable []> message) {
    inbox.receive(message, json -> participants.withdraw(read(json, TrialListener::withdrawal)));
  }

  /** Says again of whom nothing may be kept, for a database restored from before it. */
  @Incoming("participant-erased")
  @Blocking
  void erased(ConsumerRecord<String, byte @Nullable []> message) {
    inbox.receive(
        message,
        json -> {
          if (json.path("randomised").asBoolean()) {
            participants.withdraw(read(json, TrialListener::withdrawal));
          }
        });
  }

  private static <T> T read(JsonNode json, Function<JsonReader, T> reader) {
    Faults faults = new Faults();
    T read = reader.apply(JsonReader.of(json, faults));
    if (faults.any()) {
      throw new MalformedMessage(faults.list());
    }
    return read;
  }

  static Trial trial(JsonReader in, JsonNode json) {
    ObjectNode sections = JsonNodeFactory.instance.objectNode();
    for (String section : SECTIONS) {
      JsonNode content = json.path("protocol").path(section);
      if (content.isObject()) {
        sections.set(section, content);
      }
    }
    in.requiredObject("protocol");
    return new Trial(
        name(in, "trialId"),
        in.integer("version").orElse(1),
        in.requiredInstant("openedAt"),
        sections.toString());
  }

  static Enrolment enrolment(JsonReader in) {
    return new Enrolment(
        name(in, "participantId"),
        name(in, "trialId"),
        name(in, "candidateId"),
        in.requiredDate("indexDate"));
  }

  static Withdrawal withdrawal(JsonReader in) {
    return new Withdrawal(
        name(in, "participantId"),
        name(in, "trialId"),
        in.requiredChoice("level", Withdrawal.Level.class),
        in.requiredInstant("withdrawnAt"));
  }

  /** An opaque name; it goes on into keys and documents. */
  private static String name(JsonReader in, String member) {
    String name = in.requiredText(member);
    if (!name.isEmpty() && !name.matches("[A-Za-z0-9._-]{1,100}")) {
      in.fault(member, "must be at most 100 letters, digits, dots, hyphens or underscores");
    }
    return name;
  }
}
