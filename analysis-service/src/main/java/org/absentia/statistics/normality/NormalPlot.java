package org.absentia.statistics.normality;

import java.util.ArrayList;
import java.util.List;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.describe.Moments;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The sorted sample against what a normal distribution of its mean and standard deviation has at
 * i/(n + 1), as Stata's {@code qnorm} draws it.
 */
public record NormalPlot(List<Point> points) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  public NormalPlot {
    points = List.copyOf(points);
  }

  /** An observed value, and the one expected of its rank; {@code NaN} of a single value. */
  public record Point(double expected, double observed) {}

  /** Sets the sorted values of a sample against normal quantiles of i/(n + 1). */
  public static NormalPlot of(Sample sample) {
    Moments moments = Moments.of(sample);
    List<Point> points = new ArrayList<>(sample.n());
    for (int i = 0; i < sample.n(); i++) {
      double quantile = NORMAL.inverseCumulativeProbability((i + 1) / (sample.n() + 1.0));
      double expected = moments.mean() + moments.standardDeviation() * quantile;
      points.add(new Point(expected, sample.at(i)));
    }
    return new NormalPlot(points);
  }
}
