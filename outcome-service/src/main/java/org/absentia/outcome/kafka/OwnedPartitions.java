package org.absentia.outcome.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.absentia.outcome.computation.Share;
import org.absentia.outcome.computation.WorkShare;
import org.jboss.logging.Logger;

/**
 * The share of participants that goes with the partitions of the records' topic which the consumer
 * group has given this process: a second process gets half of them, and those of a dead one go to
 * whoever is left.
 */
@ApplicationScoped
class OwnedPartitions implements WorkShare {
  private static final Logger LOG = Logger.getLogger(OwnedPartitions.class);

  private volatile Share share = new Share(1, Set.of());

  @Override
  public Share current() {
    return share;
  }

  void change(Share next) {
    share = next;
    LOG.infof("event=share-changed parts=%d mine=%s", next.parts(), next.mine());
  }
}
