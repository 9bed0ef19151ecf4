package org.absentia.statistics.describe;

import java.util.List;
import org.absentia.statistics.data.Interval;

/** What {@link Describe} found in a sample: {@code n} present values, {@code missing} others. */
public record Description(
    int n,
    int missing,
    Moments moments,
    Interval intervalOfMean,
    double minimum,
    double firstQuartile,
    double median,
    double thirdQuartile,
    double maximum,
    List<Quantile> quantiles) {

  public Description {
    quantiles = List.copyOf(quantiles);
  }

  /** A quantile that was asked for, by its probability from 0 to 1. */
  public record Quantile(double probability, double value) {}
}
