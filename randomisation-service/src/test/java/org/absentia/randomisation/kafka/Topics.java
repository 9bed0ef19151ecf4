package org.absentia.randomisation.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.absentia.local.LocalStack;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads and writes the topics of the test's broker. */
public final class Topics {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PATIENCE_FOR_EACH = Duration.ofMillis(10);

  private Topics() {}

  /**
   * Waits until a topic has so many matching messages, looks a little longer for more, and returns
   * them.
   */
  public static List<ConsumerRecord<String, String>> await(
      String topic, int count, Predicate<ConsumerRecord<String, String>> wanted) {
    List<ConsumerRecord<String, String>> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", LocalStack.bootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Instant end = Instant.now().plus(PATIENCE).plus(PATIENCE_FOR_EACH.multipliedBy(count));
      while (found.size() < count && Instant.now().isBefore(end)) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                message -> {
                  if (wanted.test(message)) {
                    found.add(message);
                  }
                });
      }
      consumer
          .poll(Duration.ofMillis(300))
          .forEach(
              message -> {
                if (wanted.test(message)) {
                  found.add(message);
                }
              });
    }
    assertThat(found).as(topic).hasSize(count);
    return found;
  }

  static void send(String topic, String key, String value) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", LocalStack.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new AssertionError("could not send", failed);
    }
  }

  public static String header(ConsumerRecord<String, String> message, String name) {
    return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
