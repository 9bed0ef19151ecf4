package org.absentia.ingest.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.absentia.ingest.intake.Dialects;
import org.absentia.ingest.intake.Message;
import org.absentia.ingest.intake.Outcome;
import org.absentia.ingest.intake.Source;
import org.absentia.ingest.intake.TakeInRecords;
import org.absentia.ingest.nav.SykmeldingReader;
import org.absentia.ingest.record.Fault;
import org.absentia.ingest.record.Reading;
import org.absentia.ingest.record.TopicPlace;
import org.absentia.platform.event.Inbox;
import org.absentia.platform.event.MalformedMessage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Takes in NAV's messages; a rejected one stays in quarantine and goes to the dead letters. */
@ApplicationScoped
class NavListener {
  private final Inbox inbox;
  private final TakeInRecords records;
  private final Dialects dialects;

  NavListener(Inbox inbox, TakeInRecords records, Dialects dialects) {
    this.inbox = inbox;
    this.records = records;
    this.dialects = dialects;
  }

  @Incoming("sykmeldinger")
  @Blocking
  void sykmelding(ConsumerRecord<String, byte @Nullable []> message) {
    if (message.value() == null) {
      tombstone(message);
    } else {
      take(Source.SYKMELDING, message);
    }
  }

  private void tombstone(ConsumerRecord<String, byte @Nullable []> message) {
    String key = message.key() == null ? "" : message.key();
    TopicPlace place = TopicPlace.of(message.timestamp(), message.offset());
    Reading reading = SykmeldingReader.tombstone(key, place);
    byte[] raw = key.getBytes(StandardCharsets.UTF_8);
    take(Source.SYKMELDING, new Message(1, reading, () -> raw, Optional.of(place)));
  }

  @Incoming("sykmeldinger-xml")
  @Blocking
  void sykmeldingXml(ConsumerRecord<String, byte @Nullable []> message) {
    take(Source.SYKMELDING_XML, message);
  }

  @Incoming("utbetalinger")
  @Blocking
  void utbetaling(ConsumerRecord<String, byte @Nullable []> message) {
    take(Source.UTBETALING, message);
  }

  @Incoming("arbeidsforhold")
  @Blocking
  void arbeidsforhold(ConsumerRecord<String, byte @Nullable []> message) {
    take(Source.ARBEIDSFORHOLD, message);
  }

  private void take(Source source, ConsumerRecord<String, byte @Nullable []> message) {
    byte[] value = required(message);
    Optional<TopicPlace> place = place(message);
    take(source, new Message(1, dialects.read(source, value, place), () -> value, place));
  }

  private void take(Source source, Message message) {
    List<Outcome> outcomes = new ArrayList<>();
    inbox.persist(
        () -> {
          outcomes.clear();
          outcomes.addAll(records.takeHere(source, List.of(message)));
        });
    if (outcomes.getFirst() instanceof Outcome.Rejected rejected) {
      throw new MalformedMessage(faults(rejected.faults()));
    }
  }

  /** Empty for a message that was written without its time. */
  private static Optional<TopicPlace> place(ConsumerRecord<String, ?> message) {
    return message.timestamp() < 0
        ? Optional.empty()
        : Optional.of(TopicPlace.of(message.timestamp(), message.offset()));
  }

  private static byte[] required(ConsumerRecord<String, byte @Nullable []> message) {
    byte[] value = message.value();
    if (value == null) {
      throw new MalformedMessage("a value is needed; this topic knows no tombstones");
    }
    return value;
  }

  private static List<org.absentia.platform.problem.Fault> faults(List<Fault> faults) {
    return faults.stream()
        .map(f -> new org.absentia.platform.problem.Fault(f.pointer(), f.detail()))
        .toList();
  }
}
