package org.absentia.statistics.inference;

import java.util.List;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.inference.RankSum.Pair;
import org.absentia.statistics.progress.Progress;

/**
 * The median of all differences between two samples (Hodges and Lehmann 1963), without forming
 * them: halve the ordered set of doubles, each step counting in linear time how many differences
 * lie below. Differences are of values in one stratum, and count there 1/(n + 1) each.
 */
final class Shift {
  private static final double ROUNDING = 1e-12;

  private Shift() {}

  static double hodgesLehmann(List<Pair> strata) {
    List<Pair> pairs =
        strata.stream().filter(p -> p.first().n() > 0 && p.second().n() > 0).toList();
    if (pairs.isEmpty()) {
      return Double.NaN;
    }
    double all = 0;
    for (Pair pair : pairs) {
      all += weight(pairs, pair) * ((double) pair.first().n() * pair.second().n());
    }
    double room = pairs.size() == 1 ? 0 : ROUNDING * all;
    double lower = smallestWith(pairs, all / 2 - room);
    double more = Math.nextUp(all / 2 + room);
    if (weightUpTo(pairs, lower) >= more) {
      return lower;
    }
    double upper = smallestWith(pairs, more);
    return lower / 2 + upper / 2;
  }

  /** A single stratum needs no weight, so that counts stay whole. */
  private static double weight(List<Pair> pairs, Pair pair) {
    return pairs.size() == 1 ? 1 : 1.0 / (pair.n() + 1);
  }

  /** The smallest difference up to which the differences weigh this much. */
  private static double smallestWith(List<Pair> pairs, double wanted) {
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    for (Pair pair : pairs) {
      low = Math.min(low, ordinal(pair.first().smallest() - pair.second().largest()));
      high = Math.max(high, ordinal(pair.first().largest() - pair.second().smallest()));
    }
    while (low < high) {
      Progress.current().check();
      long middle = (low & high) + ((low ^ high) >> 1);
      if (weightUpTo(pairs, valueOf(middle)) >= wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return valueOf(low);
  }

  private static double weightUpTo(List<Pair> pairs, double limit) {
    double sum = 0;
    for (Pair pair : pairs) {
      sum += weight(pairs, pair) * countUpTo(pair.first(), pair.second(), limit);
    }
    return sum;
  }

  private static long countUpTo(Sample first, Sample second, double limit) {
    long count = 0;
    int notBelow = 0;
    int size = second.n();
    for (int i = 0; i < first.n(); i++) {
      double value = first.at(i);
      while (notBelow < size && value - second.at(notBelow) > limit) {
        notBelow++;
      }
      count += size - notBelow;
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
