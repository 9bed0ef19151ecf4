package org.absentia.statistics.mixed;

/** Householder's reflections in place. */
final class Rotation {
  private Rotation() {}

  /**
   * Reflects rows so that the first columns become an upper triangle.
   *
   * @param columns of at least n numbers each
   * @param n how many rows count
   * @param pivots how many columns become triangular
   */
  static void triangularise(double[][] columns, int n, int pivots) {
    for (int j = 0; j < Math.min(pivots, n - 1); j++) {
      double[] pivot = columns[j];
      double square = 0;
      for (int i = j; i < n; i++) {
        square += pivot[i] * pivot[i];
      }
      double length = Math.sqrt(square);
      if (!(length > 0)) {
        continue;
      }
      double alpha = pivot[j] > 0 ? -length : length;
      double scale = 1 / (length * (length + Math.abs(pivot[j])));
      pivot[j] -= alpha;
      for (int other = j + 1; other < columns.length; other++) {
        reflect(pivot, columns[other], j, n, scale);
      }
      pivot[j] = alpha;
      java.util.Arrays.fill(pivot, j + 1, n, 0);
    }
  }

  private static void reflect(double[] v, double[] column, int from, int n, double scale) {
    double dot = 0;
    for (int i = from; i < n; i++) {
      dot += v[i] * column[i];
    }
    double factor = dot * scale;
    for (int i = from; i < n; i++) {
      column[i] -= factor * v[i];
    }
  }
}
