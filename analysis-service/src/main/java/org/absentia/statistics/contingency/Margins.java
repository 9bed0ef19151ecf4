package org.absentia.statistics.contingency;

import java.util.Arrays;
import org.absentia.statistics.data.Vector;

/**
 * What Fisher's test holds fixed: row totals in descending order (no more rows than columns) and
 * column totals in descending order; with it the logarithms of factorials up to the sum of all.
 */
final class Margins {
  private final int[] rows;
  private final int[] columns;
  private final double[] logFactorials;

  Margins(int[] rows, int[] columns) {
    boolean turned = rows.length > columns.length;
    this.rows = descending(turned ? columns : rows);
    this.columns = descending(turned ? rows : columns);
    this.logFactorials = new double[Arrays.stream(rows).sum() + 1];
    double lost = 0;
    for (int x = 2; x < logFactorials.length; x++) { // Kahan's compensated sum
      double term = Math.log(x) - lost;
      double sum = logFactorials[x - 1] + term;
      lost = sum - logFactorials[x - 1] - term;
      logFactorials[x] = sum;
    }
  }

  private static int[] descending(int... totals) {
    int[] sorted = totals.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length / 2; i++) {
      int other = sorted[sorted.length - 1 - i];
      sorted[sorted.length - 1 - i] = sorted[i];
      sorted[i] = other;
    }
    return sorted;
  }

  int rows() {
    return rows.length;
  }

  int columns() {
    return columns.length;
  }

  int row(int i) {
    return rows[i];
  }

  int column(int j) {
    return columns[j];
  }

  /** The sum of the columns from one on. */
  int remaining(int fromColumn) {
    return Arrays.stream(columns, fromColumn, columns.length).sum();
  }

  double logFactorial(int x) {
    return logFactorials[x];
  }

  double logFactorials(int... cells) {
    double sum = 0;
    for (int x : cells) {
      sum += logFactorials[x];
    }
    return sum;
  }

  /** The logarithm of the number of ways to fill these row totals. */
  double logWays(int... totals) {
    return logFactorials[Arrays.stream(totals).sum()] - logFactorials(totals);
  }

  /** The length of the path of a whole table: the sum over columns of ln(C!/product of x!). */
  double logLength(Vector cells) {
    double length = logFactorials(columns);
    for (int k = 0; k < cells.size(); k++) {
      length -= logFactorials[(int) cells.at(k)];
    }
    return length;
  }
}
