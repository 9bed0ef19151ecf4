package org.absentia.statistics.contingency;

import java.util.Arrays;

/** All ways to fill the last two columns from a node, by length, with their probabilities. */
final class LastColumns {
  private final Margins margins;
  private final int[] totals;
  private final int total;
  private double[] lengths = new double[16];
  private int size;
  private final double[] cumulated;
  private final int[] starts;
  private final double bucketsPerUnit;

  LastColumns(Margins margins, int... totals) {
    this.margins = margins;
    this.totals = totals;
    this.total = margins.column(margins.columns() - 2);
    int other = margins.column(margins.columns() - 1);
    fill(0, total, other, margins.logFactorial(total) + margins.logFactorial(other));
    lengths = Arrays.copyOf(lengths, size);
    Arrays.sort(lengths);
    double ways = margins.logWays(totals);
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

  private void fill(int row, int rest, int otherRest, double length) {
    int cells = totals[row];
    if (row == totals.length - 1) {
      add(length - margins.logFactorial(rest) - margins.logFactorial(otherRest));
      return;
    }
    int below = 0;
    for (int i = row + 1; i < totals.length; i++) {
      below += totals[i];
    }
    for (int x = Math.max(0, rest - below); x <= Math.min(cells, rest); x++) {
      int y = cells - x;
      if (y <= otherRest) {
        fill(
            row + 1,
            rest - x,
            otherRest - y,
            length - margins.logFactorial(x) - margins.logFactorial(y));
      }
    }
  }

  private void add(double length) {
    if (size == lengths.length) {
      lengths = Arrays.copyOf(lengths, 2 * size);
    }
    lengths[size++] = length;
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
