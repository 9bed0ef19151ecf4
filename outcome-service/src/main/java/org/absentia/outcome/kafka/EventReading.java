package org.absentia.outcome.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.absentia.outcome.computation.Fact;
import org.absentia.outcome.computation.Fact.ParticipantEnrolled;
import org.absentia.outcome.computation.Fact.ParticipantWithdrawn;
import org.absentia.outcome.computation.Fact.RecordErased;
import org.absentia.outcome.computation.Fact.RecordReleased;
import org.absentia.outcome.computation.Fact.ReleaseEnded;
import org.absentia.outcome.computation.Fact.TrialOpened;
import org.absentia.outcome.computation.WithdrawalLevel;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.json.DefinitionReading;
import org.absentia.outcome.json.RecordReading;
import org.absentia.outcome.json.RecordReading.Manner;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.platform.event.Inbox;
import org.absentia.platform.event.MalformedMessage;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads events into facts. Members that this service does not need are not looked at. */
final class EventReading {
  private static final UUID PLACEHOLDER = new UUID(0, 0);

  private EventReading() {}

  static Fact trialOpened(JsonNode event) {
    return read(
        event,
        in -> {
          String trialId = in.requiredText("trialId");
          int version = in.requiredInteger("version");
          Instant openedAt = in.requiredInstant("openedAt");
          // an amendment elsewhere must not outrank a definition set here since
          Instant outcomeSince = in.instant("outcomeSince").orElse(openedAt);
          JsonReader outcome = in.requiredObject("protocol").requiredObject("outcome");
          OutcomeDefinition definition = DefinitionReading.read(outcome, "definition");
          return new TrialOpened(trialId, version, outcomeSince, definition);
        });
  }

  static Fact participantEnrolled(JsonNode event) {
    return read(
        event,
        in -> {
          UUID participantId = participantId(in);
          String trialId = in.requiredText("trialId");
          LocalDate indexDate = in.requiredDate("indexDate");
          Instant enrolledAt = in.requiredInstant("enrolledAt");
          return new ParticipantEnrolled(participantId, trialId, indexDate, enrolledAt);
        });
  }

  static JsonNode json(byte @Nullable [] value) {
    if (value == null) {
      throw new MalformedMessage("a value is needed; this topic knows no tombstones");
    }
    return Inbox.parsed(value);
  }

  static Fact recordReleasedOrErased(ConsumerRecord<String, byte @Nullable []> message) {
    byte[] value = message.value();
    return value == null ? recordErased(message.key()) : recordReleased(Inbox.parsed(value));
  }

  static Fact recordReleased(JsonNode event) {
    return read(
        event,
        in -> {
          UUID participantId = participantId(in);
          String trialId = in.requiredText("trialId");
          Optional<RegistryRecord> record =
              RecordReading.read(in.requiredObject("record"), Manner.TOLERANT);
          // without a record there is a fault, and then nobody looks at the fact
          return record
              .<Fact>map(known -> new RecordReleased(participantId, trialId, known))
              .orElseGet(() -> new RecordErased(participantId, "", 0));
        });
  }

  /** A tombstone: its key names the version to forget, participantId/recordId/version. */
  static Fact recordErased(String key) {
    int first = key.indexOf('/');
    int last = key.lastIndexOf('/');
    try {
      if (first < 0 || first == last) {
        throw new IllegalArgumentException();
      }
      return new RecordErased(
          UUID.fromString(key.substring(0, first)),
          key.substring(first + 1, last),
          Long.parseLong(key.substring(last + 1)));
    } catch (IllegalArgumentException malformed) {
      throw new MalformedMessage("the key of a tombstone is participantId/recordId/version");
    }
  }

  static Fact releaseEnded(JsonNode event) {
    return read(
        event,
        in -> {
          UUID participantId = participantId(in);
          String trialId = in.requiredText("trialId");
          return new ReleaseEnded(participantId, trialId, in.requiredInstant("endedAt"));
        });
  }

  static Fact participantWithdrawn(JsonNode event) {
    return read(
        event,
        in -> {
          UUID participantId = participantId(in);
          String trialId = in.requiredText("trialId");
          WithdrawalLevel level = in.requiredChoice("level", WithdrawalLevel.class);
          LocalDate withdrawnOn = in.requiredDate("withdrawnOn");
          return new ParticipantWithdrawn(participantId, trialId, level, withdrawnOn);
        });
  }

  private static Fact read(JsonNode event, Function<JsonReader, Fact> reading) {
    Faults faults = new Faults();
    Fact fact = reading.apply(JsonReader.of(event, faults));
    if (faults.any()) {
      throw new MalformedMessage(faults.list());
    }
    return fact;
  }

  private static UUID participantId(JsonReader in) {
    String text = in.requiredText("participantId");
    try {
      return text.isEmpty() ? PLACEHOLDER : UUID.fromString(text);
    } catch (IllegalArgumentException malformed) {
      in.fault("participantId", "must be a UUID");
      return PLACEHOLDER;
    }
  }
}
