package org.absentia.statistics.normality;

import java.util.ArrayList;
import java.util.List;
import org.absentia.statistics.data.Sample;

/**
 * Counts in ceil(log2 n) + 1 classes of equal width between the smallest and the largest value
 * (Sturges 1926); one class of no width where all values are equal.
 */
public record Histogram(List<Class> classes) {

  public Histogram {
    classes = List.copyOf(classes);
  }

  /** Values from {@code from} to below {@code to}; the last class holds its end too. */
  public record Class(double from, double to, int n) {}

  /** Counts a sample in ceil(log2 n) + 1 equal classes (Sturges 1926). */
  public static Histogram of(Sample sample) {
    if (sample.n() == 0) {
      return new Histogram(List.of());
    }
    if (sample.smallest() == sample.largest()) {
      return new Histogram(List.of(new Class(sample.smallest(), sample.largest(), sample.n())));
    }
    int count = 33 - Integer.numberOfLeadingZeros(sample.n() - 1);
    List<Class> classes = new ArrayList<>();
    int below = 0;
    for (int k = 0; k < count; k++) {
      double to = edge(sample, k + 1, count);
      int end = below;
      while (end < sample.n() && (sample.at(end) < to || k == count - 1)) {
        end++;
      }
      classes.add(new Class(edge(sample, k, count), to, end - below));
      below = end;
    }
    return new Histogram(classes);
  }

  private static double edge(Sample sample, int k, int count) {
    double range = sample.largest() - sample.smallest();
    if (k == count) {
      return sample.largest();
    }
    return Double.isInfinite(range)
        ? sample.smallest() + (sample.largest() / count - sample.smallest() / count) * k
        : sample.smallest() + range * k / count;
  }
}
