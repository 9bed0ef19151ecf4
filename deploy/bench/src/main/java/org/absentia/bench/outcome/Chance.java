package org.absentia.bench.outcome;

import java.util.SplittableRandom;

/** Draws of one person, the same for the same seed and number. */
record Chance(SplittableRandom random) {
  static Chance of(long seed, int person) {
    return new Chance(new SplittableRandom(seed * 1_000_003 + person));
  }

  boolean in(int hundred) {
    return random.nextInt(100) < hundred;
  }

  /** A whole number from the least to the most, both included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  int oneOf(int... values) {
    return values[random.nextInt(values.length)];
  }

  /** A length in days with this mean; long ones are rare. */
  int spellDays(int mean) {
    return 1 + (int) Math.min(360, -mean * Math.log1p(-random.nextDouble()));
  }

  /** Thirty-two hexadecimal digits, as registers make ids. */
  String id() {
    return "%016x%016x".formatted(random.nextLong(), random.nextLong());
  }
}
