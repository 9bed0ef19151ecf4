package org.absentia.outcome.work;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.absentia.outcome.computation.RecomputeOutcomes;
import org.absentia.outcome.computation.Replay;
import org.absentia.outcome.computation.Share;
import org.absentia.outcome.computation.WorkShare;
import org.absentia.platform.event.Relay;
import org.absentia.platform.problem.Trace;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Recomputes this process's share batch by batch, each batch one transaction: a process killed in
 * the middle leaves the rest to whoever gets its share. Those whose facts changed go before those
 * whom an order asks for.
 */
@ApplicationScoped
class RecomputationWorker {
  private static final Logger LOG = Logger.getLogger(RecomputationWorker.class);
  private static final int WAITING_AT_ONCE = 50;
  private static final int ORDERED_AT_ONCE = 200;
  private static final long PAUSE_AFTER_TROUBLE_MILLIS = 1_000;

  private final RecomputeOutcomes recomputation;
  private final Replay replay;
  private final WorkShare workShare;
  private final Relay relay;
  private final long pollMillis;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "recomputation");

  RecomputationWorker(
      RecomputeOutcomes recomputation,
      Replay replay,
      WorkShare workShare,
      Relay relay,
      @ConfigProperty(name = "absentia.recomputation.poll-millis", defaultValue = "100")
          long pollMillis) {
    this.recomputation = recomputation;
    this.replay = replay;
    this.workShare = workShare;
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
      Share share = workShare.current();
      if (!replay.isComplete() || share.isEmpty()) {
        return pollMillis;
      }
      int waiting = batch(() -> recomputation.recompute(share, WAITING_AT_ONCE));
      if (waiting == WAITING_AT_ONCE) {
        return 0;
      }
      int ordered = batch(() -> recomputation.carryOn(share, ORDERED_AT_ONCE));
      return ordered == 0 ? pollMillis : 0;
    } catch (RuntimeException trouble) {
      LOG.warnf("event=recomputation-interrupted trace=%s", Trace.of(trouble));
      return PAUSE_AFTER_TROUBLE_MILLIS;
    }
  }

  private int batch(IntSupplier work) {
    int recomputed = QuarkusTransaction.requiringNew().call(work::getAsInt);
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
