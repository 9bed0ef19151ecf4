package org.absentia.statistics.contingency;

import java.util.Arrays;

/**
 * The ways that lead to a node: lengths, each with the probability of all ways of that length.
 * Lengths that differ by less than rounding are one. An open hash table.
 */
final class Pasts {
  /** A fraction of the tolerance of ties, so that the roundings of many columns stay within it. */
  private static final double UNIT = 1e-9;

  private static final long FREE = Long.MIN_VALUE;

  private long[] keys = {FREE, FREE};
  private double[] probabilities = new double[2];
  private int size;

  /** The one way to be at the beginning. */
  static Pasts ofRoot() {
    Pasts pasts = new Pasts();
    pasts.add(0, 1);
    return pasts;
  }

  int size() {
    return size;
  }

  /** The lengths of all ways. */
  double[] lengths() {
    double[] lengths = new double[size];
    int k = 0;
    for (long key : keys) {
      if (key != FREE) {
        lengths[k++] = key * UNIT;
      }
    }
    return lengths;
  }

  /** The probabilities, in the order of the lengths. */
  double[] probabilities() {
    double[] values = new double[size];
    int k = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != FREE) {
        values[k++] = probabilities[slot];
      }
    }
    return values;
  }

  void add(double length, double probability) {
    if (3 * (size + 1) > 2 * keys.length) {
      grow();
    }
    put(Math.round(length / UNIT), probability);
  }

  private void put(long key, double probability) {
    int mask = keys.length - 1;
    long hash = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & mask;
    while (keys[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    size += keys[slot] == FREE ? 1 : 0;
    keys[slot] = key;
    probabilities[slot] += probability;
  }

  private void grow() {
    long[] oldKeys = keys;
    double[] oldProbabilities = probabilities;
    keys = new long[2 * oldKeys.length];
    Arrays.fill(keys, FREE);
    probabilities = new double[keys.length];
    size = 0;
    for (int slot = 0; slot < oldKeys.length; slot++) {
      if (oldKeys[slot] != FREE) {
        put(oldKeys[slot], oldProbabilities[slot]);
      }
    }
  }
}
