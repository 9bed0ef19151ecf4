package org.absentia.statistics.inference;

import org.absentia.statistics.data.Sample;

/**
 * The median of all differences between two samples (Hodges and Lehmann 1963), without forming
 * them: the difference of a given rank is found by halving the ordered set of doubles, each step
 * counting in linear time how many lie below.
 */
final class Shift {

  private Shift() {}

  static double hodgesLehmann(Sample first, Sample second) {
    long pairs = (long) first.n() * second.n();
    if (pairs == 0) {
      return Double.NaN;
    }
    double upper = differenceOfRank(first, second, pairs / 2 + 1);
    if (pairs % 2 == 1) {
      return upper;
    }
    double lower = differenceOfRank(first, second, pairs / 2);
    return lower == upper ? lower : lower / 2 + upper / 2;
  }

  /** The smallest difference that at least {@code rank} differences do not exceed. */
  private static double differenceOfRank(Sample first, Sample second, long rank) {
    long low = ordinal(first.smallest() - second.largest());
    long high = ordinal(first.largest() - second.smallest());
    while (low < high) {
      long middle = low + ((high - low) >>> 1);
      if (countUpTo(first, second, valueOf(middle)) >= rank) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return valueOf(low);
  }

  private static long countUpTo(Sample first, Sample second, double limit) {
    long count = 0;
    int notBelow = 0;
    for (int i = 0; i < first.n(); i++) {
      while (notBelow < second.n() && first.at(i) - second.at(notBelow) > limit) {
        notBelow++;
      }
      count += second.n() - notBelow;
    }
    return count;
  }

  /** Number the doubles in their order; an involution together with {@link #valueOf}. */
  private static long ordinal(double value) {
    long bits = Double.doubleToLongBits(value + 0.0);
    return bits < 0 ? Long.MIN_VALUE - bits : bits;
  }

  private static double valueOf(long ordinal) {
    return Double.longBitsToDouble(ordinal < 0 ? Long.MIN_VALUE - ordinal : ordinal);
  }
}
