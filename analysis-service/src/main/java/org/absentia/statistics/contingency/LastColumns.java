package org.absentia.statistics.contingency;

import java.util.Arrays;
import java.util.Optional;

/** All ways to fill the last two columns from a node, by length, with their probabilities. */
final class LastColumns {
  private static final int MOST = 5_000_000;

  private final double[] lengths;
  private final int size;
  private final double[] cumulated;
  private final int[] starts;
  private final double bucketsPerUnit;

  private LastColumns(Margins margins, int[] totals, double... lengths) {
    double ways = margins.logWays(totals);
    this.lengths = lengths;
    size = lengths.length;
    cumulated = new double[size];
    double sum = 0;
    for (int k = 0; k < size; k++) {
      sum += Math.exp(lengths[k] - ways);
      cumulated[k] = sum;
    }
    bucketsPerUnit = size / Math.max(1e-6, lengths[size - 1] - lengths[0]);
    starts = new int[size + 2];
    for (int k = size - 1, bucket = size + 1; bucket >= 0; bucket--) {
      while (k >= 0 && bucket(lengths[k]) >= bucket) {
        k--;
      }
      starts[bucket] = k + 1;
    }
  }

  private int bucket(double length) {
    return (int) Math.min(size + 1, (length - lengths[0]) * bucketsPerUnit);
  }

  /** Lists the ways from the totals of a node; none where there are more than {@value #MOST}. */
  static Optional<LastColumns> of(Margins margins, int... totals) {
    Ways ways = new Ways(margins, totals);
    int first = margins.column(margins.columns() - 2);
    int second = margins.column(margins.columns() - 1);
    ways.fill(0, first, second, margins.logFactorial(first) + margins.logFactorial(second));
    if (ways.size > MOST) {
      return Optional.empty();
    }
    double[] lengths = Arrays.copyOf(ways.lengths, ways.size);
    Arrays.sort(lengths);
    return Optional.of(new LastColumns(margins, totals, lengths));
  }

  /** The lengths of all ways, listed row by row until there are too many. */
  private static final class Ways {
    private final Margins margins;
    private final int[] totals;
    private double[] lengths = new double[16];
    private int size;

    Ways(Margins margins, int... totals) {
      this.margins = margins;
      this.totals = totals;
    }

    void fill(int row, int rest, int otherRest, double length) {
      int cells = totals[row];
      if (row == totals.length - 1) {
        add(length - margins.logFactorial(rest) - margins.logFactorial(otherRest));
        return;
      }
      int below = 0;
      for (int i = row + 1; i < totals.length; i++) {
        below += totals[i];
      }
      int least = Math.max(Math.max(0, rest - below), cells - otherRest);
      for (int x = least; x <= Math.min(cells, rest) && size <= MOST; x++) {
        int y = cells - x;
        double with = length - margins.logFactorial(x) - margins.logFactorial(y);
        fill(row + 1, rest - x, otherRest - y, with);
      }
    }

    private void add(double length) {
      if (size == lengths.length) {
        lengths = Arrays.copyOf(lengths, 2 * size);
      }
      lengths[size++] = length;
    }
  }

  int size() {
    return size;
  }

  /** The probability of all ways that are at most so long, found from the start of its bucket. */
  double upTo(double limit) {
    if (limit < lengths[0]) {
      return 0;
    }
    int place = starts[bucket(limit)];
    while (place < size && lengths[place] <= limit) {
      place++;
    }
    return cumulated[place - 1];
  }
}
