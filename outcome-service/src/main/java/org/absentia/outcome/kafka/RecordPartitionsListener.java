package org.absentia.outcome.kafka;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.absentia.outcome.computation.Share;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Hears which partitions of the records' topic this process gets and loses. */
@ApplicationScoped
@Identifier("owned-partitions")
public class RecordPartitionsListener implements KafkaConsumerRebalanceListener {
  private final OwnedPartitions owned;

  RecordPartitionsListener(OwnedPartitions owned) {
    this.owned = owned;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> added) {
    owned.change(share(consumer, consumer.assignment()));
  }

  @Override
  public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> removed) {
    Set<TopicPartition> left = new HashSet<>(consumer.assignment());
    left.removeAll(removed);
    owned.change(share(consumer, left));
  }

  private static Share share(Consumer<?, ?> consumer, Set<TopicPartition> partitions) {
    return partitions.isEmpty()
        ? new Share(1, Set.of())
        : new Share(
            consumer.partitionsFor(partitions.iterator().next().topic()).size(),
            partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet()));
  }
}
