package org.absentia.randomisation.witness;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.absentia.randomisation.trial.Heads;
import org.absentia.randomisation.trial.KeepHeads;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Signs the heads of each day and sends them on. What was not taken is tried again the next time;
 * one that is sent twice is the same head.
 */
@ApplicationScoped
public class HeadSender {
  private static final Logger LOG = Logger.getLogger(HeadSender.class);
  private static final int BATCH = 100;

  private final KeepHeads keepHeads;
  private final Optional<HeadAddress> address;

  HeadSender(
      KeepHeads keepHeads, @ConfigProperty(name = "absentia.heads.address") Optional<URI> address) {
    this.keepHeads = keepHeads;
    this.address = address.map(HeadAddress::new);
  }

  @Scheduled(
      every = "{absentia.heads.every}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void work() throws InterruptedException {
    keepHeads.signToday();
    if (address.isPresent()) {
      send(address.orElseThrow());
    }
  }

  private void send(HeadAddress to) throws InterruptedException {
    for (Heads.Kept kept : keepHeads.unsent(BATCH)) {
      try {
        if (!to.take(kept)) {
          LOG.warnf("event=head-refused trial=%s count=%d", kept.trialId(), kept.head().count());
          return;
        }
      } catch (IOException away) {
        LOG.warnf("event=head-not-sent cause=%s", away.getClass().getSimpleName());
        return;
      }
      keepHeads.sent(kept);
    }
  }
}
