package org.absentia.platform;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes identifiers: UUID version 7 (RFC 9562), ordered by time of creation, 74 random bits. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** Returns a new identifier; safe for concurrent use. */
  public static UUID next() {
    long time = System.currentTimeMillis();
    long high = (time << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
    long low = 0x8000000000000000L | (RANDOM.nextLong() >>> 2);
    return new UUID(high, low);
  }
}
