package org.absentia.outcome.work;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.absentia.outcome.computation.RecomputeOutcomes;
import org.absentia.platform.event.Relay;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Recomputes waiting participants batch by batch, each batch one transaction: a process killed in
 * the middle leaves them waiting for the next. Several services may run it side by side.
 */
@ApplicationScoped
class RecomputationWorker {
  private static final Logger LOG = Logger.getLogger(RecomputationWorker.class);
  private static final int BATCH = 50;
  private static final long PAUSE_AFTER_TROUBLE_MILLIS = 1_000;

  private final RecomputeOutcomes recomputation;
  private final Relay relay;
  private final long pollMillis;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "recomputation");

  RecomputationWorker(
      RecomputeOutcomes recomputation,
      Relay relay,
      @ConfigProperty(name = "absentia.recomputation.poll-millis", defaultValue = "100")
          long pollMillis) {
    this.recomputation = recomputation;
    this.relay = relay;
    this.pollMillis = pollMillis;
  }

  void start(@Observes StartupEvent started) {
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
    stopping.countDown();
    thread.join(5_000);
  }

  private void run() {
    long pause = 0;
    while (!stopped(pause)) {
      pause = pauseAfterBatch();
    }
  }

  /** Recomputes one batch and tells how long to wait before the next. */
  private long pauseAfterBatch() {
    try {
      int recomputed = QuarkusTransaction.requiringNew().call(this::recompute);
      return recomputed < BATCH ? pollMillis : 0;
    } catch (RuntimeException trouble) {
      LOG.warnf("event=recomputation-interrupted cause=%s", trouble.getClass().getSimpleName());
      return PAUSE_AFTER_TROUBLE_MILLIS;
    }
  }

  private int recompute() {
    int recomputed = recomputation.recompute(BATCH);
    if (recomputed > 0) {
      relay.wake();
    }
    return recomputed;
  }

  private boolean stopped(long pauseMillis) {
    try {
      return stopping.await(pauseMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
