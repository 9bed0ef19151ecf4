package org.absentia.platform.event;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/** Sends one event as a CloudEvents 1.0 Kafka message in binary mode. */
@ApplicationScoped
class EventPublisher {
  private static final String CHANNEL = "events";
  private static final Duration LONGEST_ASK = Duration.ofSeconds(60);

  private final MutinyEmitter<byte @Nullable []> emitter;
  private final KafkaClientService clients;
  private final String application;
  private final String source;
  private final Map<String, Integer> partitions = new ConcurrentHashMap<>();

  EventPublisher(
      @Channel(CHANNEL) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<byte[]> emitter,
      KafkaClientService clients,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.emitter = emitter;
    this.clients = clients;
    this.application = application;
    this.source = "/absentia/" + application;
  }

  /** Completes when the broker has acknowledged the event. */
  Uni<Void> send(OutgoingEvent event) {
    var metadata =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(event.topic())
            .withKey(event.key())
            .withPartition(partitionOf(event))
            .withHeaders(headers(event))
            .build();
    return emitter.sendMessage(Message.of(event.payload(), Metadata.of(metadata)));
  }

  /**
   * Sends a message that cannot be understood to the dead-letter topic of this service, with the
   * names of headers that SmallRye's own dead letters have.
   */
  Uni<Void> sendDeadLetter(
      ConsumerRecord<String, byte @Nullable []> message, MalformedMessage reason) {
    RecordHeaders headers = new RecordHeaders(message.headers());
    add(headers, "dead-letter-reason", String.valueOf(reason.getMessage()));
    add(headers, "dead-letter-exception-class-name", reason.getClass().getName());
    add(headers, "dead-letter-topic", message.topic());
    add(headers, "dead-letter-partition", Integer.toString(message.partition()));
    add(headers, "dead-letter-offset", Long.toString(message.offset()));
    var metadata =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(message.topic() + ".dead-letter." + application)
            .withKey(message.key())
            .withHeaders(headers)
            .build();
    return emitter.sendMessage(Message.of(message.value(), Metadata.of(metadata)));
  }

  private RecordHeaders headers(OutgoingEvent event) {
    RecordHeaders headers = new RecordHeaders();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", event.id().toString());
    add(headers, "ce_source", source);
    add(headers, "ce_type", event.topic());
    add(headers, "ce_time", event.time().truncatedTo(ChronoUnit.MILLIS).toString());
    add(headers, "content-type", "application/json");
    return headers;
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private int partitionOf(OutgoingEvent event) {
    int count = partitions.computeIfAbsent(event.topic(), this::countOf);
    byte[] key = event.partitionKey().getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % count;
  }

  private int countOf(String topic) {
    Function<Producer<String, byte[]>, Integer> ask = client -> client.partitionsFor(topic).size();
    return clients
        .<String, byte[]>getProducer(CHANNEL)
        .runOnSendingThread(ask)
        .await()
        .atMost(LONGEST_ASK);
  }
}
