package org.absentia.bench.service;

import java.time.Duration;

/** Waits for what other processes do, asking a tenth of the time so as not to slow them. */
final class Waiting {
  /** Something that may have come to pass. */
  interface Condition {
    boolean holds() throws Exception;
  }

  private static final long SHORTEST_PAUSE_MILLIS = 20;

  private Waiting() {}

  /**
   * Looks again and again.
   *
   * @throws IllegalStateException when it does not come to pass in time
   */
  static void until(Duration patience, String what, Condition condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      for (long asked = System.nanoTime(); !condition.holds(); asked = System.nanoTime()) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("waited in vain until " + what);
        }
        long cost = (System.nanoTime() - asked) / 1_000_000;
        Thread.sleep(Math.max(SHORTEST_PAUSE_MILLIS, 10 * cost));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IllegalStateException("while waiting until " + what, failed);
    }
  }
}
