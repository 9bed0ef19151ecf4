package org.absentia.ingest.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.absentia.local.LocalStack;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes to topics and reads them from their beginning, as the services around this one do. */
final class Topics {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(40);

  private Topics() {}

  static void send(String topic, String key, @Nullable String value) {
    send(topic, key, value, Instant.now());
  }

  static void send(String topic, String key, @Nullable String value, Instant at) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", LocalStack.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, null, at.toEpochMilli(), key, value)).get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Messages of a topic that match, once there are at least so many; fails after forty seconds. */
  static List<ConsumerRecord<String, String>> await(
      String topic, int atLeast, Predicate<ConsumerRecord<String, String>> wanted) {
    List<ConsumerRecord<String, String>> found = new ArrayList<>();
    Instant end = Instant.now().plus(LONGEST_WAIT);
    try (var consumer = consumer()) {
      consumer.subscribe(List.of(topic));
      while (found.size() < atLeast) {
        if (Instant.now().isAfter(end)) {
          throw new AssertionError(
              "only " + found.size() + " of " + atLeast + " messages on " + topic);
        }
        consumer.poll(Duration.ofMillis(200)).forEach(r -> addIf(wanted, r, found));
      }
      consumer.poll(Duration.ofMillis(500)).forEach(r -> addIf(wanted, r, found));
    }
    return found;
  }

  private static void addIf(
      Predicate<ConsumerRecord<String, String>> wanted,
      ConsumerRecord<String, String> message,
      List<ConsumerRecord<String, String>> found) {
    if (wanted.test(message)) {
      found.add(message);
    }
  }

  static String header(ConsumerRecord<?, ?> message, String name) {
    var header = message.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static KafkaConsumer<String, String> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            LocalStack.bootstrapServers(),
            "group.id",
            "test-" + UUID.randomUUID(),
            "auto.offset.reset",
            "earliest",
            "enable.auto.commit",
            "false"),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
