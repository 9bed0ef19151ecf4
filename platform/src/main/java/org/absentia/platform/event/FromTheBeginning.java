package org.absentia.platform.event;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes a channel read its topic whole at each start, whatever was read before: {@code
 * consumer-rebalance-listener.name=from-the-beginning}. Meant for what must hold even after the
 * database was restored from a backup, while the offsets stayed.
 */
@ApplicationScoped
@Identifier("from-the-beginning")
public class FromTheBeginning implements KafkaConsumerRebalanceListener {
  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    consumer.seekToBeginning(partitions);
  }
}
