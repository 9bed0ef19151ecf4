package org.absentia.statistics.contingency;

/**
 * Bounds of the paths that lead from a node to the end. Longest: by Lagrange's dual of the
 * transportation problem, which is an upper bound at any multipliers; those taken are near the best
 * ones. Shortest: columns (or rows) filled each on its own as unevenly as the totals allow,
 * whichever bound is larger.
 */
final class PathBounds {
  private final Margins margins;
  private final int fromColumn;
  private final int left;
  private final double logColumns;
  private final double[] logShares;

  PathBounds(Margins margins, int fromColumn) {
    this.margins = margins;
    this.fromColumn = fromColumn;
    this.left = margins.columns() - fromColumn;
    this.logShares = new double[left];
    double half = margins.rows() / 2.0;
    double all = Math.log(margins.remaining(fromColumn) + half * left);
    double sum = 0;
    for (int j = 0; j < left; j++) {
      logShares[j] = Math.log(column(j) + half) - all;
      sum += margins.logFactorial(column(j));
    }
    this.logColumns = sum;
  }

  private int column(int j) {
    return margins.column(fromColumn + j);
  }

  /** No path from these row totals is longer. */
  double longest(int... totals) {
    double bound = logColumns;
    for (int j = 0; j < left; j++) {
      bound -= logShares[j] * column(j);
    }
    for (int total : totals) {
      double logTotal = Math.log(total + left / 2.0);
      bound -= logTotal * total;
      for (int j = 0; j < left; j++) {
        double slope = logTotal + logShares[j];
        int x = (int) Math.min(Math.exp(slope), Math.min(total, column(j)));
        bound += slope * x - margins.logFactorial(x);
      }
    }
    return bound;
  }

  /** No path from these row totals, which descend, is shorter. */
  double shortest(int... totals) {
    double byColumns = logColumns;
    for (int j = 0; j < left; j++) {
      int rest = column(j);
      for (int total : totals) {
        int x = Math.min(rest, total);
        byColumns -= margins.logFactorial(x);
        rest -= x;
      }
    }
    double byRows = logColumns;
    for (int total : totals) {
      int rest = total;
      for (int j = 0; j < left; j++) {
        int x = Math.min(rest, column(j));
        byRows -= margins.logFactorial(x);
        rest -= x;
      }
    }
    return Math.max(byColumns, byRows);
  }
}
