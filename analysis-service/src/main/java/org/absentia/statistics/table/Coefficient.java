package org.absentia.statistics.table;

import org.absentia.statistics.data.Interval;

/** One estimate of a model with its test against 0 and its interval; {@code NaN} is undefined. */
public record Coefficient(
    String term,
    double estimate,
    double standardError,
    double statistic,
    double pValue,
    Interval interval) {
  /** The same estimate under another name. */
  public Coefficient named(String name) {
    return new Coefficient(name, estimate, standardError, statistic, pValue, interval);
  }
}
