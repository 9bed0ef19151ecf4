package org.absentia.statistics.progress;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Counts the steps of a computation for who listens to the thread that began it, whatever thread
 * does them.
 */
public final class Steps {
  private final Progress progress;
  private final Progress ofPart;
  private final String unit;
  private final long of;
  private final AtomicLong done = new AtomicLong();

  private Steps(String unit, long of) {
    this.progress = Progress.current();
    this.ofPart = Listener.ofPart(progress);
    this.unit = unit;
    this.of = of;
    progress.at(0, of, unit);
  }

  /** Begins to count a known number of steps. */
  public static Steps of(String unit, long of) {
    return new Steps(unit, of);
  }

  /** Begins to count steps until something has settled. */
  public static Steps untilSettled(String unit) {
    return new Steps(unit, 0);
  }

  /**
   * Some more steps are done.
   *
   * @throws Cancelled when nobody wants the others
   */
  public void done(long more) {
    progress.at(done.addAndGet(more), of, unit);
  }

  /**
   * Goes on within a step.
   *
   * @throws Cancelled when nobody wants its end
   */
  public void check() {
    progress.check();
  }

  /** Does a step on any thread; steps that it counts itself are parts of this one. */
  public <T> T inside(Supplier<T> step) {
    return Progress.heard(ofPart, step);
  }
}
