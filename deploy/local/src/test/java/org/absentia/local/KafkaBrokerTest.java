package org.absentia.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {
  private static final String TOPIC = "outcome.computed.v1";
  private static final Instant LONG_AGO = Instant.parse("2019-04-08T00:00:00Z");

  @TempDir Path home;
  private final int port = Ports.free();
  private final int controllerPort = Ports.free();
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void messages_with_historic_timestamps_survive_a_kill_and_the_broker_is_soon_back()
      throws Exception {
    // Given
    Process first = launch();
    send("p-1", "before");

    // When
    first.destroyForcibly().waitFor();
    long killedAt = System.nanoTime();
    launch();
    Duration outage = Duration.ofNanos(System.nanoTime() - killedAt);
    send("p-1", "after");

    // Then
    assertThat(receive(2))
        .extracting(ConsumerRecord::value, record -> Instant.ofEpochMilli(record.timestamp()))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("before", LONG_AGO),
            org.assertj.core.groups.Tuple.tuple("after", LONG_AGO));
    assertThat(outage).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void every_topic_of_the_catalogue_stands_with_its_dead_letters() throws Exception {
    // Given
    try (KafkaBroker broker = KafkaBroker.start(home, port, controllerPort);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      // When
      Map<String, TopicDescription> topics =
          admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get();

      // Then
      assertThat(topics)
          .containsKeys(
              "tbd.utbetaling",
              "tbd.utbetaling.dead-letter.registry-ingest",
              "randomisation.trial-opened.v1.dead-letter.outcome-service",
              "registry.candidates-listed.v1.dead-letter.randomisation-service",
              "analysis.data-locked.v1.dead-letter.randomisation-service");
      assertThat(topics.values())
          .filteredOn(topic -> topic.name().equals("registry.record-released.v1"))
          .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(4))
          .hasSize(1);
      assertThat(Topics.ours().allExist(broker.bootstrapServers())).isTrue();
    }
  }

  private Process launch() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(JvmFlags.SMALL);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(KafkaBroker.class.getName(), home.toString()));
    command.addAll(List.of(Integer.toString(port), Integer.toString(controllerPort)));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
            .start();
    started.add(process);
    while (!Ports.answers(port) || !Topics.ours().allExist("127.0.0.1:" + port)) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(50);
    }
    return process;
  }

  private void send(String key, String value) throws ExecutionException, InterruptedException {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", "127.0.0.1:" + port, "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, null, LONG_AGO.toEpochMilli(), key, value)).get();
    }
  }

  private List<ConsumerRecord<String, String>> receive(int count) {
    List<ConsumerRecord<String, String>> received = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", "127.0.0.1:" + port,
                "group.id", "test",
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (received.size() < count && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(received::add);
      }
    }
    return received;
  }
}
