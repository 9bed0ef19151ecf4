package org.absentia.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.absentia.local.LocalStack;
import org.absentia.platform.json.JsonReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes to and reads from the topics as the other services do. */
public final class Topics {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Topics() {}

  /** Sends a value, or a tombstone, and waits until the broker has it. */
  public static void send(String topic, String key, @Nullable String value) {
    byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", LocalStack.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, key, bytes)).get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** Reads a topic from its start until a message of that key passes. */
  public static JsonNode await(String topic, String key, Predicate<JsonNode> passes) {
    return JsonReader.parse(
        await(
                topic,
                message ->
                    key.equals(message.key()) && passes.test(JsonReader.parse(message.value())))
            .value());
  }

  /** Reads a topic from its start until a message passes. */
  public static ConsumerRecord<String, byte[]> await(
      String topic, Predicate<ConsumerRecord<String, byte[]>> passes) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", LocalStack.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new org.apache.kafka.common.TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Instant deadline = Instant.now().plus(PATIENCE);
      while (Instant.now().isBefore(deadline)) {
        Optional<ConsumerRecord<String, byte[]>> found = find(consumer, passes);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw new AssertionError("no such message on " + topic + " within " + PATIENCE);
  }

  private static Optional<ConsumerRecord<String, byte[]>> find(
      KafkaConsumer<String, byte[]> consumer, Predicate<ConsumerRecord<String, byte[]>> passes) {
    List<ConsumerRecord<String, byte[]>> batch = new java.util.ArrayList<>();
    consumer.poll(Duration.ofMillis(100)).forEach(batch::add);
    return batch.stream().filter(passes).findFirst();
  }
}
