package org.absentia.ingest.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs work in a transaction of its own, and again when PostgreSQL ended it only because another
 * one stood in its way (SQLSTATE class 40: deadlock, serialization).
 */
final class Retrying {
  private static final int TRIES = 6;

  private Retrying() {}

  static <T> T call(Callable<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return QuarkusTransaction.requiringNew().call(work);
      } catch (RuntimeException trouble) {
        if (attempt == TRIES || !isCollision(trouble)) {
          throw trouble;
        }
        LockSupport.parkNanos(
            attempt * ThreadLocalRandom.current().nextLong(10_000_000, 30_000_000));
      }
    }
  }

  private static boolean isCollision(Throwable trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state != null && state.startsWith("40");
      }
    }
    return false;
  }
}
