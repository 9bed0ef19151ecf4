package org.absentia.statistics.survival;

import java.util.Arrays;

/**
 * Sorts places of numbers, the smallest first, equal ones as they came: a radix sort from the least
 * digit on, since a comparison sort of a million places costs more than the whole estimate. Digits
 * that all numbers share, as the last ones of whole days, cost nothing.
 */
final class StableOrder {
  private static final int BITS = 11;
  private static final int DIGITS = 6;
  private static final int MASK = (1 << BITS) - 1;

  private StableOrder() {}

  /** The places 0 to n - 1. */
  static int[] places(int n) {
    int[] places = new int[n];
    Arrays.setAll(places, place -> place);
    return places;
  }

  /** Sorts places by the numbers at them. */
  static int[] by(double[] values, int... places) {
    int n = places.length;
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      keys[i] = key(values[places[i]]);
    }
    int[][] counts = counts(keys);
    int[] order = places.clone();
    int[] spareOrder = new int[n];
    long[] spareKeys = new long[n];
    for (int digit = 0; digit < DIGITS; digit++) {
      if (n == 0 || counts[digit][digit(keys[0], digit)] == n) {
        continue;
      }
      int[] next = starts(counts[digit]);
      for (int i = 0; i < n; i++) {
        int to = next[digit(keys[i], digit)]++;
        spareKeys[to] = keys[i];
        spareOrder[to] = order[i];
      }
      long[] keysBefore = keys;
      int[] orderBefore = order;
      keys = spareKeys;
      order = spareOrder;
      spareKeys = keysBefore;
      spareOrder = orderBefore;
    }
    return order;
  }

  /** Sorts places by small whole numbers at them. */
  static int[] by(int[] codes, int count, int... places) {
    int[] counts = new int[count];
    for (int place : places) {
      counts[codes[place]]++;
    }
    int[] next = starts(counts);
    int[] order = new int[places.length];
    for (int place : places) {
      order[next[codes[place]]++] = place;
    }
    return order;
  }

  /** Bits that, read without sign, are ordered as the numbers are; both zeros are one. */
  private static long key(double value) {
    long bits = Double.doubleToRawLongBits(value + 0.0);
    return bits ^ ((bits >> 63) | Long.MIN_VALUE);
  }

  private static int digit(long key, int digit) {
    return (int) (key >>> (BITS * digit)) & MASK;
  }

  private static int[][] counts(long... keys) {
    int[][] counts = new int[DIGITS][MASK + 1];
    for (long key : keys) {
      for (int digit = 0; digit < DIGITS; digit++) {
        counts[digit][digit(key, digit)]++;
      }
    }
    return counts;
  }

  private static int[] starts(int... counts) {
    int[] starts = new int[counts.length];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + counts[i - 1];
    }
    return starts;
  }
}
