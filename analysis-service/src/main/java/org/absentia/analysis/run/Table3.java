package org.absentia.analysis.run;

import java.util.List;
import org.absentia.statistics.data.Interval;

/**
 * Unadjusted comparison of lost workdays between the labels, in the whole trial and in parts of it.
 */
public record Table3(String window, int resamples, double level, List<Population> populations) {

  public Table3 {
    populations = List.copyOf(populations);
  }

  /**
   * A set of participants.
   *
   * @param name stable name: INTENTION_TO_TREAT, STRATUM:name, or a sensitivity analysis of the
   *     plan
   */
  public record Population(
      String name, String label, List<Group> groups, List<Comparison> comparisons) {
    public Population {
      groups = List.copyOf(groups);
      comparisons = List.copyOf(comparisons);
    }
  }

  public record Group(
      String label,
      int n,
      double mean,
      double standardDeviation,
      double median,
      Interval medianInterval) {}

  /** Differences {@code label} minus {@code reference}; t-test with pooled variance. */
  public record Comparison(
      String label,
      String reference,
      double meanDifference,
      Interval meanDifferenceInterval,
      double tTestPValue,
      double medianDifference,
      Interval medianDifferenceInterval,
      double rankSumPValue) {}
}
