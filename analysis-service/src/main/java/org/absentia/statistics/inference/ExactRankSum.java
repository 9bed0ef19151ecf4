package org.absentia.statistics.inference;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.absentia.statistics.progress.Progress;

/**
 * The exact distribution of a rank sum over all choices of the first group from the midranks, ties
 * included: a recursion that adds one midrank at a time and counts the choices per size and sum
 * (Streitberg and Roehmel 1986).
 */
final class ExactRankSum {

  private ExactRankSum() {}

  /** P(|T - E| >= |t - E|) for the observed sum t of the first group of {@code size} values. */
  static double pValue(Ranking ranking, int size) {
    int n = ranking.n();
    long doubledExpected = (long) size * (n + 1);
    long distance = Math.abs(ranking.doubledSumOfFirst() - doubledExpected);
    if (distance == 0) {
      return 1;
    }
    long limit = doubledExpected - distance;
    if (!ranking.tied()) {
      double oneSide = tail(n, size, Math.floorDiv(limit, 2), i -> i + 1L);
      return Math.min(1, 2 * oneSide / choices(n, size));
    }
    double low = tail(n, size, limit, ranking::doubledRank);
    double high = tail(n, size, limit, i -> 2L * (n + 1) - ranking.doubledRank(n - 1 - i));
    return Math.min(1, (low + high) / choices(n, size));
  }

  /** Count the choices of {@code size} ranks (ascending) whose sum is at most the limit. */
  private static double tail(int n, int size, long limit, IntToLongFunction rank) {
    long[] smallest = smallestSums(n, size, rank);
    if (limit < smallest[size]) {
      return 0;
    }
    double[][] counts = new double[size + 1][];
    for (int c = 0; c <= size; c++) {
      counts[c] = new double[(int) (limit - smallest[size - c] - smallest[c]) + 1];
    }
    counts[0][0] = 1;
    Progress progress = Progress.current();
    for (int i = 0; i < n; i++) {
      for (int c = Math.min(size, i + 1); c >= Math.max(1, size - (n - 1 - i)); c--) {
        progress.check();
        addWith(rank.applyAsLong(i), counts[c - 1], smallest[c - 1], counts[c], smallest[c]);
      }
    }
    return Arrays.stream(counts[size]).sum();
  }

  /**
   * Add the choices that take this rank to those of one more value; arrays start at the smallest
   * sum of their size.
   */
  private static void addWith(
      long rank, double[] fewer, long fewerFrom, double[] more, long moreFrom) {
    int shift = (int) (fewerFrom + rank - moreFrom);
    for (int s = Math.max(0, shift); s < more.length && s - shift < fewer.length; s++) {
      more[s] += fewer[s - shift];
    }
  }

  private static long[] smallestSums(int n, int size, IntToLongFunction rank) {
    long[] sums = new long[Math.min(n, size) + 1];
    for (int c = 1; c < sums.length; c++) {
      sums[c] = sums[c - 1] + rank.applyAsLong(c - 1);
    }
    return sums;
  }

  private static double choices(int n, int size) {
    double result = 1;
    for (int k = 1; k <= Math.min(size, n - size); k++) {
      result = result * (n - k + 1) / k;
    }
    return result;
  }
}
