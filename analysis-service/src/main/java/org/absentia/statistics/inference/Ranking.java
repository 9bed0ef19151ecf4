package org.absentia.statistics.inference;

import org.absentia.statistics.data.Sample;

/** The midranks of two samples thrown together, doubled so that they are whole numbers. */
final class Ranking {

  private final long[] doubled;
  private long doubledSumOfFirst;
  private double squares;
  private boolean tied;

  private Ranking(int n) {
    this.doubled = new long[n];
  }

  static Ranking of(Sample first, Sample second) {
    Ranking ranking = new Ranking(first.n() + second.n());
    int i = 0;
    int j = 0;
    while (i < first.n() || j < second.n()) {
      double value = nextValue(first, i, second, j);
      int fromFirst = countEqual(first, i, value);
      int fromSecond = countEqual(second, j, value);
      ranking.add(i + j, fromFirst, fromSecond);
      i += fromFirst;
      j += fromSecond;
    }
    return ranking;
  }

  private static double nextValue(Sample first, int i, Sample second, int j) {
    if (i == first.n()) {
      return second.at(j);
    }
    return j == second.n() ? first.at(i) : Math.min(first.at(i), second.at(j));
  }

  private static int countEqual(Sample sample, int from, double value) {
    int end = from;
    while (end < sample.n() && sample.at(end) == value) {
      end++;
    }
    return end - from;
  }

  private void add(int before, int fromFirst, int fromSecond) {
    int count = fromFirst + fromSecond;
    long doubledRank = 2L * before + count + 1;
    for (int k = 0; k < count; k++) {
      doubled[before + k] = doubledRank;
    }
    doubledSumOfFirst += doubledRank * fromFirst;
    double deviation = (doubledRank - n() - 1) / 2.0;
    squares += count * deviation * deviation;
    tied |= count > 1;
  }

  int n() {
    return doubled.length;
  }

  /** Return twice the midrank of the value at a place in ascending order. */
  long doubledRank(int place) {
    return doubled[place];
  }

  long doubledSumOfFirst() {
    return doubledSumOfFirst;
  }

  /** Sum of squared deviations of all midranks from their mean; 0 where all values are tied. */
  double squares() {
    return squares;
  }

  boolean tied() {
    return tied;
  }
}
