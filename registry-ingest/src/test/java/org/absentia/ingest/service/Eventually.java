package org.absentia.ingest.service;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Waits until something holds; fails after forty seconds with what was seen last. */
final class Eventually {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(40);

  private Eventually() {}

  static <T> void holds(Supplier<T> seen, T expected) {
    Instant end = Instant.now().plus(LONGEST_WAIT);
    T last = seen.get();
    while (!expected.equals(last)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("expected " + expected + " but last saw " + last);
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
      last = seen.get();
    }
  }
}
