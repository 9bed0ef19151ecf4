package org.absentia.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.absentia.suite.world.Message;
import org.absentia.suite.world.Wire;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Pushes registry messages the way NAV's systems would: certificates and employments over HTTP,
 * payments and deletions over Kafka, each record there with the time at which it was written.
 */
final class Feed implements AutoCloseable {
  private static final int BATCH = 400;
  private static final String NDJSON = "application/x-ndjson";
  private static final String XML = "application/xml";
  private static final String PAYMENTS = "tbd.utbetaling";
  private static final String CERTIFICATES = "tsm.sykmeldinger-input";

  private final Calls calls;
  private final KafkaProducer<String, byte @Nullable []> producer;
  private final Tally tally = new Tally();

  Feed(Site site, Calls calls) {
    this.calls = calls;
    Properties settings = new Properties();
    settings.setProperty("bootstrap.servers", site.kafka());
    settings.setProperty("acks", "all");
    settings.setProperty("enable.idempotence", "true");
    settings.setProperty("linger.ms", "20");
    settings.setProperty("compression.type", "gzip");
    settings.setProperty("delivery.timeout.ms", "180000");
    settings.setProperty("max.block.ms", "180000");
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  Tally tally() {
    return tally;
  }

  /** Push messages and come back when all of them are answered for. */
  void push(List<Message> messages) {
    List<Map<String, @Nullable Object>> persons = new ArrayList<>();
    List<Map<String, @Nullable Object>> employments = new ArrayList<>();
    List<Map<String, @Nullable Object>> pensions = new ArrayList<>();
    List<Map<String, @Nullable Object>> certificates = new ArrayList<>();
    List<Message.Certificate> documents = new ArrayList<>();
    for (Message message : messages) {
      switch (message) {
        case Message.PersonEntry entry -> persons.add(Wire.json(entry));
        case Message.Employment employment -> employments.add(Wire.json(employment));
        case Message.PensionDecision decision -> pensions.add(Wire.json(decision));
        case Message.Certificate certificate -> {
          if (certificate.form() == Message.Form.XML) {
            documents.add(certificate);
          } else {
            certificates.add(Wire.json(certificate));
          }
        }
        case Message.CertificateDeleted deleted ->
            produce(CERTIFICATES, deleted.id().toString(), deleted, null);
        case Message.Payment payment ->
            produce(PAYMENTS, payment.person().identifier(), payment, Wire.json(payment));
        case Message.Annulment annulment ->
            produce(PAYMENTS, annulment.person().identifier(), annulment, Wire.json(annulment));
      }
    }
    lines("/persons", "persons", persons);
    lines("/nav/arbeidsforhold", "employments", employments);
    lines("/records", "pensions", pensions);
    lines("/nav/sykmeldinger", "certificates (JSON)", certificates);
    Together.each(documents, this::document);
    producer.flush();
  }

  /** Push one body as it is and answer what the service said. */
  Reply raw(String path, String contentType, byte[] body) {
    return calls.post(Service.REGISTRY_INGEST, Roles.INTEGRATOR, path, contentType, body);
  }

  /** Put one value on a topic as it is. */
  void rawOnTopic(String topic, String key, byte[] value) {
    producer.send(new ProducerRecord<>(topic, key, value));
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }

  private void lines(String path, String kind, List<Map<String, @Nullable Object>> trees) {
    List<List<Map<String, @Nullable Object>>> batches = new ArrayList<>();
    for (int from = 0; from < trees.size(); from += BATCH) {
      batches.add(trees.subList(from, Math.min(trees.size(), from + BATCH)));
    }
    Together.each(batches, batch -> accept(raw(path, NDJSON, ndjson(batch)).expecting(200)));
    tally.sent(kind, trees.size());
  }

  private void document(Message.Certificate certificate) {
    byte[] body = Wire.xml(certificate).getBytes(StandardCharsets.UTF_8);
    accept(raw("/nav/sykmeldinger-xml", XML, body).expecting(200));
    tally.sent("certificates (XML)", 1);
  }

  private void accept(JsonNode answer) {
    tally.answered(answer);
  }

  private void produce(
      String topic, String key, Message message, @Nullable Map<String, @Nullable Object> value) {
    byte[] body = value == null ? null : Calls.bytes(value);
    producer.send(new ProducerRecord<>(topic, null, message.writtenAt().toEpochMilli(), key, body));
    tally.sent(value == null ? "deletions (Kafka)" : "payments (Kafka)", 1);
  }

  private static byte[] ndjson(List<Map<String, @Nullable Object>> trees) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Map<String, @Nullable Object> tree : trees) {
      lines.writeBytes(Calls.bytes(tree));
      lines.write('\n');
    }
    return lines.toByteArray();
  }
}
