package org.absentia.suite.world;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;

/**
 * A reproducible stream of chance, one for each seed, purpose and number, so that no two purposes
 * disturb each other.
 */
final class Draws {
  private final SplittableRandom random;

  private Draws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Draws of(long seed, String purpose, long number) {
    return new Draws(mix(mix(mix(seed) + purpose.hashCode()) + number));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double uniform() {
    return random.nextDouble();
  }

  /** Draw a whole number between both ends, ends included. */
  int between(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  /** Draw a random identifier (version 4). */
  UUID uuid() {
    long high = (random.nextLong() & ~0xf000L) | 0x4000L;
    long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  double normal() {
    return random.nextGaussian();
  }

  double normal(double mean, double deviation) {
    return mean + deviation * random.nextGaussian();
  }

  /** Draw again until the value lies between the limits. */
  double normalWithin(double mean, double deviation, double lowest, double highest) {
    double value = normal(mean, deviation);
    for (int tries = 0; tries < 100 && (value < lowest || value > highest); tries++) {
      value = normal(mean, deviation);
    }
    return Math.clamp(value, lowest, highest);
  }

  /** Draw until there are so many different ones. */
  List<String> distinct(int count, Function<Draws, String> one) {
    Set<String> values = new LinkedHashSet<>();
    while (values.size() < count) {
      values.add(one.apply(this));
    }
    return List.copyOf(values);
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Draw one value with probabilities proportional to the weights. */
  <T> T pick(Weighted<T> values) {
    double at = random.nextDouble() * values.total();
    int last = values.values().size() - 1;
    for (int k = 0; k < last; k++) {
      at -= values.weights().get(k);
      if (at < 0) {
        return values.values().get(k);
      }
    }
    return values.values().get(last);
  }

  /** Shuffle the numbers 0 to size - 1. */
  int[] permutation(int size) {
    int[] order = new int[size];
    for (int k = 0; k < size; k++) {
      int other = random.nextInt(k + 1);
      order[k] = order[other];
      order[other] = k;
    }
    return order;
  }

  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
