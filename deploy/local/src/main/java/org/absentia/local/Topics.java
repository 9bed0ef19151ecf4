package org.absentia.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** All topics of Absentia, read from {@code topics.json}, with a dead-letter topic per consumer. */
public record Topics(List<Topic> topics) {
  private static final short REPLICATION = 1;
  private static final String COMPACTION_LAG_MILLIS = "86400000";

  /** One topic: who may read it decides which dead-letter topics stand beside it. */
  public record Topic(
      String name, int partitions, String cleanup, String owner, List<String> consumers) {
    public Topic {
      consumers = List.copyOf(consumers);
    }

    Stream<NewTopic> withDeadLetters() {
      NewTopic self = new NewTopic(name, partitions, REPLICATION).configs(settings());
      return Stream.concat(
          Stream.of(self), consumers.stream().map(consumer -> deadLetterTopic(name, consumer)));
    }

    /** What is erased by a tombstone must be gone within a day, also from the newest segment. */
    Map<String, String> settings() {
      return cleanup.equals("compact")
          ? Map.of("cleanup.policy", cleanup, "max.compaction.lag.ms", COMPACTION_LAG_MILLIS)
          : Map.of("cleanup.policy", cleanup);
    }

    private static NewTopic deadLetterTopic(String topic, String consumer) {
      return new NewTopic(topic + ".dead-letter." + consumer, 1, REPLICATION)
          .configs(Map.of("cleanup.policy", "delete"));
    }
  }

  public Topics {
    topics = List.copyOf(topics);
  }

  /** Reads the topics that the services agreed on. */
  public static Topics ours() {
    try (InputStream json =
        Objects.requireNonNull(Topics.class.getResourceAsStream("/topics.json"), "topics.json")) {
      return new ObjectMapper().readValue(json, Topics.class);
    } catch (IOException broken) {
      throw new UncheckedIOException("topics.json", broken);
    }
  }

  /** Creates what the broker lacks; existing topics keep their messages and get our settings. */
  public void createMissing(String bootstrapServers) {
    try (Admin admin = admin(bootstrapServers)) {
      List<NewTopic> missing = missing(admin);
      if (!missing.isEmpty()) {
        admin.createTopics(missing).all().get();
      }
      admin.incrementalAlterConfigs(settings()).all().get();
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("cannot create the topics", failed.getCause());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topics", stopped);
    }
  }

  /** Tells whether the broker answers and has every topic. */
  public boolean allExist(String bootstrapServers) {
    try (Admin admin = admin(bootstrapServers)) {
      return missing(admin).isEmpty();
    } catch (ExecutionException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Of every topic, since one that was made by an earlier release may not have been compacted. */
  private Map<ConfigResource, Collection<AlterConfigOp>> settings() {
    Map<ConfigResource, Collection<AlterConfigOp>> settings = new HashMap<>();
    for (Topic topic : topics) {
      settings.put(
          new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
          topic.settings().entrySet().stream()
              .map(
                  setting ->
                      new AlterConfigOp(
                          new ConfigEntry(setting.getKey(), setting.getValue()),
                          AlterConfigOp.OpType.SET))
              .toList());
    }
    return settings;
  }

  private List<NewTopic> missing(Admin admin) throws ExecutionException, InterruptedException {
    Set<String> existing = admin.listTopics().names().get();
    List<NewTopic> missing = new ArrayList<>();
    topics.stream()
        .flatMap(Topic::withDeadLetters)
        .filter(topic -> !existing.contains(topic.name()))
        .forEach(missing::add);
    return missing;
  }

  private static Admin admin(String bootstrapServers) {
    return Admin.create(
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "request.timeout.ms", "5000",
            "default.api.timeout.ms", "30000"));
  }
}
