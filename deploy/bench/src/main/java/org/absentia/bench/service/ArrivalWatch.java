package org.absentia.bench.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.absentia.local.RunningStack;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Notes when the next outcome version of each participant arrives on the topic. */
final class ArrivalWatch implements AutoCloseable {
  private static final String COMPUTED = "outcome.computed.v1";

  private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
  private final List<Double> delays = new ArrayList<>();
  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread thread = new Thread(this::watch, "arrivals");
  private volatile boolean stopping;

  ArrivalWatch(RunningStack stack) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", stack.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(COMPUTED).stream()
            .map(partition -> new TopicPartition(COMPUTED, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    while (!stopping) {
      consumer
          .poll(Duration.ofMillis(100))
          .forEach(message -> arrived(message.key(), System.nanoTime()));
    }
    consumer.close();
  }

  private synchronized void arrived(String participant, long now) {
    Long sent = sentAt.remove(participant);
    if (sent != null) {
      delays.add((now - sent) / 1e6);
    }
  }

  /** Notes that a correction is being sent; of one that still waits the first time counts. */
  void sending(UUID participant) {
    sentAt.putIfAbsent(participant.toString(), System.nanoTime());
  }

  /** How many participants have not had their version yet. */
  int outstanding() {
    return sentAt.size();
  }

  /** The delays since this was last asked, in milliseconds. */
  synchronized List<Double> takeDelays() {
    List<Double> taken = List.copyOf(delays);
    delays.clear();
    return taken;
  }

  @Override
  public void close() throws InterruptedException {
    stopping = true;
    thread.join(5_000);
  }
}
