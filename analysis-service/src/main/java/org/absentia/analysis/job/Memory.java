package org.absentia.analysis.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The part of the heap that computations share, in megabytes. */
@ApplicationScoped
class Memory {
  private static final double MEGABYTE = 1 << 20;

  private final int megabytes;
  private final Semaphore free;

  Memory(@ConfigProperty(name = "absentia.statistics.memory-share") double share) {
    this.megabytes = (int) Math.max(1, share * Runtime.getRuntime().maxMemory() / MEGABYTE);
    this.free = new Semaphore(megabytes, true);
  }

  /** What one computation may take. */
  double mostBytes() {
    return megabytes * MEGABYTE;
  }

  /** Takes memory; tells whether it came free in time. */
  boolean take(double bytes, Duration patience) throws InterruptedException {
    return free.tryAcquire(count(bytes), patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  void giveBack(double bytes) {
    free.release(count(bytes));
  }

  private int count(double bytes) {
    return (int) Math.clamp(Math.ceil(bytes / MEGABYTE), 1, megabytes);
  }
}
