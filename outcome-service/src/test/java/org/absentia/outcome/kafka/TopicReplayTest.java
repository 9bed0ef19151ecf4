package org.absentia.outcome.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.ServiceTest;
import org.absentia.outcome.Topics;
import org.absentia.outcome.computation.Generation;
import org.absentia.platform.Ids;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TopicReplayTest extends ServiceTest {
  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> broker;

  @Inject HistoryRestoration restoration;

  /** A database that no consumer group has read for yet. */
  private record Unread(UUID id) implements Generation {
    @Override
    public boolean isRestored() {
      return true;
    }

    @Override
    public void noteRestored() {}
  }

  @Test
  void it_is_complete_when_nothing_is_left_between_what_was_read_and_the_end() throws Exception {
    // Given
    String topic = "gap-" + Ids.next();
    try (Admin admin = Admin.create(broker)) {
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
          .all()
          .get();
      Topics.send(topic, "k", "{}");
      Topics.send(topic, "k", "{}");
      TopicReplay waiting = replay(topic);
      assertThat(waiting.isComplete()).isFalse();

      // When
      admin
          .deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(2)))
          .all()
          .get();

      // Then
      assertThat(waiting.isComplete()).isTrue();
      assertThat(replay(topic).isComplete()).isTrue();
    }
  }

  private TopicReplay replay(String topic) {
    Generation generation = new Unread(Ids.next());
    return new TopicReplay(
        broker,
        topics(topic),
        generation,
        new DatabaseGroups(generation, "outcome-service"),
        restoration);
  }

  private static Config topics(String topic) {
    Map<String, String> topics = new HashMap<>();
    for (String channel :
        List.of(
            "trial-opened",
            "participant-enrolled",
            "participant-withdrawn",
            "record-released",
            "release-ended")) {
      topics.put("mp.messaging.incoming." + channel + ".topic", topic);
    }
    return new SmallRyeConfigBuilder().withDefaultValues(topics).build();
  }
}
