package org.absentia.randomisation.leak;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which features go with the class in the learned half, and how closely: most say nothing, and
 * together they would drown the one that does. Both rules look at the closest, each in proportion.
 */
final class Relevance {
  private static final int MOST_COLUMNS = 40;

  private final int[] columns;
  private final double[] weights;

  private Relevance(int[] columns, double[] weights) {
    this.columns = columns;
    this.weights = weights;
  }

  static Relevance of(Sample learned, int classes) {
    double[] closeness =
        IntStream.range(0, learned.features())
            .mapToDouble(column -> closeness(learned, column, classes))
            .toArray();
    int[] columns =
        IntStream.range(0, closeness.length)
            .boxed()
            .sorted(Comparator.comparingDouble(column -> -closeness[column]))
            .limit(MOST_COLUMNS)
            .mapToInt(column -> column)
            .toArray();
    return new Relevance(
        columns, IntStream.of(columns).mapToDouble(column -> closeness[column]).toArray());
  }

  /** Returns the sample as the rules are to see it. */
  Sample in(Sample sample) {
    double[][] rows = new double[sample.size()][columns.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        rows[i][j] = weights[j] * sample.row(i)[columns[j]];
      }
    }
    return new Sample(rows, IntStream.range(0, rows.length).map(sample::classOf).toArray());
  }

  /** Returns the largest correlation with belonging to one of the classes, without its sign. */
  private static double closeness(Sample sample, int column, int classes) {
    return IntStream.range(0, classes)
        .mapToDouble(one -> Math.abs(correlation(sample, column, one)))
        .max()
        .orElseThrow();
  }

  private static double correlation(Sample sample, int column, int one) {
    double n = sample.size();
    double x = 0;
    double xx = 0;
    double y = 0;
    double xy = 0;
    for (int i = 0; i < sample.size(); i++) {
      double value = sample.row(i)[column];
      int belongs = sample.classOf(i) == one ? 1 : 0;
      x += value;
      xx += value * value;
      y += belongs;
      xy += value * belongs;
    }
    double spread = (xx - x * x / n) * (y - y * y / n);
    return spread > 0 ? (xy - x * y / n) / Math.sqrt(spread) : 0;
  }
}
