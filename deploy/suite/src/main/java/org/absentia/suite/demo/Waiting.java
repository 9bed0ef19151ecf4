package org.absentia.suite.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits in small steps, with an end. */
final class Waiting {
  private static final long STEP_MILLIS = 300;

  private Waiting() {}

  /** Ask until the answer is yes; answer no when the time is up. */
  static boolean until(Duration atMost, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(atMost);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        return false;
      }
      pause(STEP_MILLIS);
    }
    return true;
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted");
    }
  }
}
