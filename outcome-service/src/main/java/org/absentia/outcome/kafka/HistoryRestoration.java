package org.absentia.outcome.kafka;

import static org.absentia.outcome.json.HistoryJson.DEFINITION_SET;
import static org.absentia.outcome.json.HistoryJson.SNAPSHOT_TAKEN;
import static org.absentia.outcome.json.HistoryJson.VERSION_KEPT;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.absentia.outcome.computation.History;
import org.absentia.outcome.computation.Share;
import org.absentia.outcome.json.HistoryJson;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topics on which this service keeps its own decisions from their start to their end.
 * Only a new database needs it; beginning again after a crash changes nothing.
 */
@ApplicationScoped
class HistoryRestoration {
  private static final Logger LOG = Logger.getLogger(HistoryRestoration.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<String, Object> broker;
  private final History history;

  HistoryRestoration(
      @Identifier("default-kafka-broker") Map<String, Object> broker, History history) {
    this.broker = broker;
    this.history = history;
  }

  /** Takes back definitions first, since versions were computed by them. */
  void restore() {
    read(DEFINITION_SET, in -> history.restore(HistoryJson.readDefinition(in)));
    read(VERSION_KEPT, in -> history.restore(HistoryJson.readVersion(in)));
    read(SNAPSHOT_TAKEN, in -> history.restore(HistoryJson.readSnapshot(in)));
    for (int bucket = 0; bucket < Share.BUCKETS; bucket++) {
      int next = bucket;
      QuarkusTransaction.requiringNew().run(() -> history.publishAgain(next));
    }
  }

  private void read(String topic, Consumer<JsonReader> restoring) {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put("enable.auto.commit", false);
    long read = 0;
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic, TopicReplay.patience()).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, TopicReplay.patience());
      while (isBefore(consumer, ends)) {
        read += restored(consumer.poll(POLL), restoring);
      }
    }
    LOG.infof("event=history-restored topic=%s messages=%d", topic, read);
  }

  private static boolean isBefore(
      KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  private static int restored(
      ConsumerRecords<String, byte[]> messages, Consumer<JsonReader> restoring) {
    if (!messages.isEmpty()) {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                for (ConsumerRecord<String, byte[]> message : messages) {
                  restore(message.value(), restoring);
                }
              });
    }
    return messages.count();
  }

  private static void restore(byte @Nullable [] value, Consumer<JsonReader> restoring) {
    if (value != null) {
      Faults faults = new Faults();
      restoring.accept(JsonReader.of(JsonReader.parse(value), faults));
      if (faults.any()) {
        throw new IllegalStateException("a message of this service is faulty: " + faults.list());
      }
    }
  }
}
