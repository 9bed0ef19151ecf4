package org.absentia.ingest.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.absentia.ingest.intake.JsonTree;
import org.absentia.ingest.intake.Message;
import org.absentia.ingest.intake.Outcome;
import org.absentia.ingest.intake.Source;
import org.absentia.ingest.intake.TakeInRecords;
import org.absentia.ingest.nav.ArbeidsforholdReader;
import org.absentia.ingest.nav.SykmeldingReader;
import org.absentia.ingest.nav.SykmeldingXmlReader;
import org.absentia.ingest.nav.UtbetalingReader;
import org.absentia.ingest.person.Secrecy;
import org.absentia.ingest.record.Fault;
import org.absentia.ingest.record.Reading;
import org.absentia.ingest.record.RejectReason;
import org.absentia.platform.event.Inbox;
import org.absentia.platform.event.MalformedMessage;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Problem;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Takes in NAV's messages; a rejected one stays in quarantine and goes to the dead letters. */
@ApplicationScoped
class NavListener {
  private final Inbox inbox;
  private final TakeInRecords records;
  private final Secrecy secrecy;

  NavListener(Inbox inbox, TakeInRecords records, Secrecy secrecy) {
    this.inbox = inbox;
    this.records = records;
    this.secrecy = secrecy;
  }

  @Incoming("sykmeldinger")
  @Blocking
  void sykmelding(ConsumerRecord<String, byte @Nullable []> message) {
    byte[] value = message.value();
    if (value == null) {
      Instant written = Instant.ofEpochMilli(message.timestamp());
      String key = message.key() == null ? "" : message.key();
      take(
          Source.SYKMELDING,
          SykmeldingReader.tombstone(key, written),
          key.getBytes(StandardCharsets.UTF_8));
    } else {
      take(Source.SYKMELDING, json(value, SykmeldingReader::read), value);
    }
  }

  @Incoming("sykmeldinger-xml")
  @Blocking
  void sykmeldingXml(ConsumerRecord<String, byte @Nullable []> message) {
    byte[] value = required(message);
    take(
        Source.SYKMELDING_XML,
        SykmeldingXmlReader.read(value, secrecy::certificateFingerprint),
        value);
  }

  @Incoming("utbetalinger")
  @Blocking
  void utbetaling(ConsumerRecord<String, byte @Nullable []> message) {
    byte[] value = required(message);
    Optional<Instant> sentAt =
        message.timestamp() < 0
            ? Optional.empty()
            : Optional.of(Instant.ofEpochMilli(message.timestamp()));
    take(Source.UTBETALING, json(value, tree -> UtbetalingReader.read(tree, sentAt)), value);
  }

  @Incoming("arbeidsforhold")
  @Blocking
  void arbeidsforhold(ConsumerRecord<String, byte @Nullable []> message) {
    byte[] value = required(message);
    take(Source.ARBEIDSFORHOLD, json(value, ArbeidsforholdReader::read), value);
  }

  private void take(Source source, Reading reading, byte[] raw) {
    List<Outcome> outcomes = new ArrayList<>();
    inbox.persist(
        () -> {
          outcomes.clear();
          outcomes.addAll(records.takeHere(source, List.of(new Message(1, reading, () -> raw))));
        });
    if (outcomes.getFirst() instanceof Outcome.Rejected rejected) {
      throw new MalformedMessage(faults(rejected.faults()));
    }
  }

  private static Reading json(byte[] value, Function<@Nullable Object, Reading> reader) {
    try {
      return reader.apply(JsonTree.of(JsonReader.parse(value)));
    } catch (Problem malformed) {
      return Reading.Refused.of(RejectReason.MALFORMED, "", malformed.detail());
    } catch (NumberFormatException immense) {
      return Reading.Refused.of(RejectReason.MALFORMED, "", "holds a number that cannot be read");
    }
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
