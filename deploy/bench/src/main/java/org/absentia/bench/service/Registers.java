package org.absentia.bench.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.absentia.bench.outcome.Person;
import org.absentia.local.RunningStack;
import org.absentia.outcome.json.RecordWriting;
import org.absentia.outcome.record.RegistryRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/** Tells outcome-service what randomisation-service and registry-ingest would tell it. */
final class Registers implements AutoCloseable {
  static final String TRIAL = "bench";
  static final String RELEASED = "registry.record-released.v1";

  private final KafkaProducer<String, byte[]> producer;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();
  private final int partitions;

  Registers(RunningStack stack) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.bootstrapServers(), "acks", "all", "linger.ms", "2"),
            new StringSerializer(),
            new ByteArraySerializer());
    partitions = producer.partitionsFor(RELEASED).size();
  }

  /** Names a participant after a person's number, spread evenly. */
  static UUID participant(Person person) {
    return new UUID(
        0x0197_0000_0000_7000L + person.number(), 0x8000_0000_0000_0000L | mixed(person.number()));
  }

  private static long mixed(int number) {
    long mixed = (number + 1) * 0x9E37_79B9_7F4A_7C15L;
    return (mixed ^ mixed >>> 29) >>> 2;
  }

  void openTrial(String definition) {
    send(
        "randomisation.trial-opened.v1",
        TRIAL,
        TRIAL,
        """
        {"trialId":"%s","version":1,"digest":"00","openedAt":"2022-03-01T08:00:00Z",
         "protocol":{"format":"absentia-protocol-1","trial":"%s","outcome":{"definition":"%s"}}}
        """
            .formatted(TRIAL, TRIAL, definition));
    flush();
  }

  void enrol(Person person) {
    String id = participant(person).toString();
    send(
        "randomisation.participant-enrolled.v1",
        id,
        id,
        """
        {"participantId":"%s","trialId":"%s","candidateId":"c","indexDate":"%s","stratum":"HIGH",
         "pilot":false,"enrolledAt":"2022-03-02T09:00:00Z"}
        """
            .formatted(id, TRIAL, person.indexDate()));
  }

  /** Releases all that the registers know of a person. */
  void release(Person person) {
    person.versions().forEach(version -> release(person, RecordWriting.write(version), 0));
  }

  /** Releases a person's first record once more, with a higher version. */
  void correct(Person person, int correction) {
    RegistryRecord first = person.versions().getFirst();
    release(person, RecordWriting.write(first), correction);
  }

  private void release(Person person, ObjectNode record, int correction) {
    String id = participant(person).toString();
    long version = record.path("version").asLong() + 100L * correction;
    record.put("version", version);
    ObjectNode event =
        JsonNodeFactory.instance.objectNode().put("participantId", id).put("trialId", TRIAL);
    event.set("record", record);
    send(
        RELEASED,
        id + "/" + record.path("recordId").asText() + "/" + version,
        id,
        event.toString());
  }

  private synchronized void send(String topic, String key, String partitionKey, String value) {
    int partition =
        Utils.toPositive(Utils.murmur2(partitionKey.getBytes(StandardCharsets.UTF_8))) % partitions;
    sent.add(
        producer.send(
            new ProducerRecord<>(topic, partition, key, value.getBytes(StandardCharsets.UTF_8))));
    if (sent.size() >= 10_000) {
      flush();
    }
  }

  /** Waits until the broker has everything. */
  synchronized void flush() {
    try {
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
      sent.clear();
    } catch (ExecutionException refused) {
      throw new IllegalStateException("Kafka refuses an event", refused);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
