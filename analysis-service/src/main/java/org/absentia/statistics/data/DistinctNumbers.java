package org.absentia.statistics.data;

import java.util.Arrays;

/**
 * The different numbers met so far, each with its place in order of first meeting. An open hash
 * table without boxes, since columns may have millions of rows; 0 and -0 are one number.
 */
final class DistinctNumbers {
  private double[] met = new double[16];
  private int[] slots = free(32);
  private int size;

  private static int[] free(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, -1);
    return slots;
  }

  int size() {
    return size;
  }

  double at(int place) {
    return met[place];
  }

  /** The place of a number, a new one if it was not met before. */
  int placeOf(double value) {
    double number = value + 0.0;
    int slot = slot(number);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    if (size == met.length) {
      met = Arrays.copyOf(met, 2 * size);
      slots = free(4 * size);
      for (int place = 0; place < size; place++) {
        slots[slot(met[place])] = place;
      }
      slot = slot(number);
    }
    met[size] = number;
    slots[slot] = size;
    return size++;
  }

  /** The slot of a number, or the free one where it belongs. */
  private int slot(double number) {
    int mask = slots.length - 1;
    long hash = Double.doubleToLongBits(number) * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & mask;
    while (slots[slot] >= 0 && met[slots[slot]] != number) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
