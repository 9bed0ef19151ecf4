package org.absentia.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka broker that is its own controller (KRaft), on the loopback address. Its settings suit a
 * single node whose messages carry historic timestamps and which must come back fast after kill -9.
 */
public final class KafkaBroker implements AutoCloseable {
  private static final int NODE = 1;

  private final KafkaRaftServer server;
  private final int port;

  private KafkaBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker on a data directory, formatting it first if it is new, and makes our topics.
   */
  public static KafkaBroker start(Path directory, int port, int controllerPort) {
    Ports.requireFree("Kafka", port);
    Ports.requireFree("Kafka's controller", controllerPort);
    Path data = directory.toAbsolutePath().resolve("data");
    format(data);
    KafkaConfig config = KafkaConfig.fromProps(settings(data, port, controllerPort), false);
    KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
    server.startup();
    KafkaBroker broker = new KafkaBroker(server, port);
    Topics.ours().createMissing(broker.bootstrapServers());
    return broker;
  }

  /** Runs a broker in this JVM until it is told to stop: DIRECTORY PORT CONTROLLER_PORT. */
  public static void main(String[] args) {
    Path directory = Path.of(args[0]);
    KafkaBroker broker = start(directory, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-kafka"));
    broker.server.awaitShutdown();
  }

  /** The address for {@code kafka.bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path data) {
    if (Files.exists(data.resolve("meta.properties"))) {
      return;
    }
    try {
      Directories.makePrivate(Objects.requireNonNull(data.getParent(), "a directory of its own"));
      Files.createDirectories(data);
      new Formatter()
          .setPrintStream(
              new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(NODE)
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(data.toString())
          .addDirectory(data.toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setIgnoreFormatted(true)
          .run();
    } catch (Exception failed) {
      throw new IllegalStateException("cannot format " + data, failed);
    }
  }

  private static Properties settings(Path data, int port, int controllerPort) {
    Properties settings = new Properties();
    set(settings, "node.id", NODE);
    set(settings, "process.roles", "broker,controller");
    set(settings, "log.dirs", data);
    set(
        settings,
        "listeners",
        "BROKER://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    set(settings, "advertised.listeners", "BROKER://127.0.0.1:" + port);
    set(settings, "listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
    set(settings, "inter.broker.listener.name", "BROKER");
    set(settings, "controller.listener.names", "CONTROLLER");
    set(settings, "controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
    quickRestart(settings);
    keepEverything(settings);
    singleNode(settings);
    return settings;
  }

  /** After kill -9 the controller waits for the dead broker's session before it admits the new. */
  private static void quickRestart(Properties settings) {
    set(settings, "broker.session.timeout.ms", 1500);
    set(settings, "broker.heartbeat.interval.ms", 300);
    set(settings, "controlled.shutdown.enable", true);
    set(settings, "group.initial.rebalance.delay.ms", 0);
    set(settings, "group.min.session.timeout.ms", 1000);
  }

  /** Records are years old by their timestamps; none may expire or be refused for that. */
  private static void keepEverything(Properties settings) {
    set(settings, "log.retention.ms", -1);
    set(settings, "log.retention.bytes", -1);
    set(settings, "log.message.timestamp.before.max.ms", Long.MAX_VALUE);
    set(settings, "log.message.timestamp.after.max.ms", Long.MAX_VALUE);
    set(settings, "log.cleaner.delete.retention.ms", 30L * 24 * 3600 * 1000);
    set(settings, "offsets.retention.minutes", 365 * 24 * 60);
    set(settings, "log.flush.interval.ms", 1000);
    set(settings, "log.flush.scheduler.interval.ms", 1000);
  }

  private static void singleNode(Properties settings) {
    set(settings, "auto.create.topics.enable", false);
    set(settings, "default.replication.factor", 1);
    set(settings, "offsets.topic.replication.factor", 1);
    set(settings, "offsets.topic.num.partitions", 4);
    set(settings, "transaction.state.log.replication.factor", 1);
    set(settings, "transaction.state.log.min.isr", 1);
    set(settings, "transaction.state.log.num.partitions", 1);
    set(settings, "share.coordinator.state.topic.replication.factor", 1);
    set(settings, "share.coordinator.state.topic.min.isr", 1);
    set(settings, "share.coordinator.state.topic.num.partitions", 1);
    set(settings, "num.network.threads", 2);
    set(settings, "num.io.threads", 4);
    set(settings, "background.threads", 2);
    set(settings, "log.cleaner.dedupe.buffer.size", 16 * 1024 * 1024);
    set(settings, "log.index.size.max.bytes", 1024 * 1024);
  }

  private static void set(Properties settings, String name, Object value) {
    settings.setProperty(name, value.toString());
  }
}
