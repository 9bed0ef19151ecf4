package org.absentia.outcome.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.absentia.outcome.computation.Generation;
import org.absentia.outcome.computation.Replay;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Follows how far the consumer groups have come towards where the topics ended when this process
 * first looked. A new database then takes back what this service had published itself, knowing by
 * then of whom nothing may come back.
 */
@ApplicationScoped
class TopicReplay implements Replay {
  private static final Logger LOG = Logger.getLogger(TopicReplay.class);
  private static final long PATIENCE_SECONDS = 20;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final List<String> CHANNELS =
      List.of(
          "trial-opened",
          "participant-enrolled",
          "participant-withdrawn",
          "record-released",
          "release-ended");

  private final Map<String, Object> broker;
  private final Config config;
  private final Generation generation;
  private final DatabaseGroups groups;
  private final HistoryRestoration restoration;
  private final Map<String, Map<TopicPartition, Long>> ends = new HashMap<>();
  private boolean looked;
  private boolean complete;

  TopicReplay(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      Config config,
      Generation generation,
      DatabaseGroups groups,
      HistoryRestoration restoration) {
    this.broker = broker;
    this.config = config;
    this.generation = generation;
    this.groups = groups;
    this.restoration = restoration;
  }

  @Override
  public synchronized boolean isComplete() {
    if (!complete) {
      complete = hasCaughtUp() && isRestored();
    }
    return complete;
  }

  private boolean isRestored() {
    if (!generation.isRestored()) {
      restoration.restore();
      generation.noteRestored();
    }
    return true;
  }

  private boolean hasCaughtUp() {
    try (Admin admin = Admin.create(broker)) {
      if (!looked) {
        noteEnds(admin);
      }
      for (String channel : List.copyOf(ends.keySet())) {
        if (behind(admin, channel)) {
          return false;
        }
        ends.remove(channel);
      }
      LOG.info("event=topics-read-through");
      return true;
    } catch (ExecutionException | TimeoutException away) {
      throw new IllegalStateException("the broker does not answer", away);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void noteEnds(Admin admin)
      throws ExecutionException, TimeoutException, InterruptedException {
    for (String channel : CHANNELS) {
      String topic = config.getValue("mp.messaging.incoming." + channel + ".topic", String.class);
      Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
      admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .values()
          .forEach(
              described ->
                  described
                      .partitions()
                      .forEach(
                          p ->
                              wanted.put(
                                  new TopicPartition(topic, p.partition()), OffsetSpec.latest())));
      Map<TopicPartition, Long> end = new HashMap<>();
      admin
          .listOffsets(wanted)
          .all()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .forEach((partition, offset) -> end.put(partition, offset.offset()));
      ends.put(channel, end);
    }
    looked = true;
  }

  private boolean behind(Admin admin, String channel)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin
            .listConsumerGroupOffsets(groups.name(channel))
            .partitionsToOffsetAndMetadata()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return ends.getOrDefault(channel, Map.of()).entrySet().stream()
        .anyMatch(
            end -> {
              long from = offset(committed, end.getKey());
              return end.getValue() > from && holdsAny(end.getKey(), from, end.getValue());
            });
  }

  /**
   * Tells whether there is a message between two offsets. Compaction and retention leave gaps, also
   * at the end of a partition, and nobody commits what was never delivered.
   */
  private boolean holdsAny(TopicPartition partition, long from, long to) {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put("enable.auto.commit", false);
    settings.put("max.poll.records", 1);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      long first = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, from);
      consumer.seek(partition, Math.max(from, first));
      while (consumer.position(partition) < to) {
        for (ConsumerRecord<byte[], byte[]> next : consumer.poll(POLL)) {
          return next.offset() < to;
        }
      }
      return false;
    }
  }

  private static long offset(
      Map<TopicPartition, OffsetAndMetadata> committed, TopicPartition partition) {
    OffsetAndMetadata offset = committed.get(partition);
    return offset == null ? 0 : offset.offset();
  }

  static Duration patience() {
    return Duration.ofSeconds(PATIENCE_SECONDS);
  }
}
