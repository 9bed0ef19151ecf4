package org.absentia.analysis.run;

import java.util.List;
import org.absentia.statistics.data.Interval;

/**
 * Comparison of mean lost workdays that takes account of how the arms were allocated.
 *
 * @param name stable name: EPOCH_STRATIFIED or PROBABILITY_WEIGHTED
 * @param n participants with an outcome and all that the model needs
 */
public record Adjusted(String name, String label, int n, List<Comparison> comparisons) {

  public Adjusted {
    comparisons = List.copyOf(comparisons);
  }

  /** Difference {@code label} minus {@code reference}. */
  public record Comparison(
      String label, String reference, double difference, Interval interval, double pValue) {}
}
