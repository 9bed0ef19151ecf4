package org.absentia.analysis.run;

import java.util.List;
import java.util.function.UnaryOperator;
import org.absentia.statistics.data.Interval;

/**
 * Unadjusted comparison of lost workdays between the labels, in the whole trial and in parts of it.
 */
public record Table3(String window, int resamples, double level, List<Population> populations) {

  public Table3 {
    populations = List.copyOf(populations);
  }

  /** The same figures under other names of the groups. */
  public Table3 named(UnaryOperator<String> names) {
    return new Table3(
        window, resamples, level, populations.stream().map(p -> p.named(names)).toList());
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

    private Population named(UnaryOperator<String> names) {
      return new Population(
          name,
          label,
          groups.stream().map(group -> group.named(names)).toList(),
          comparisons.stream().map(comparison -> comparison.named(names)).toList());
    }
  }

  public record Group(
      String label,
      int n,
      double mean,
      double standardDeviation,
      double median,
      Interval medianInterval) {
    private Group named(UnaryOperator<String> names) {
      return new Group(names.apply(label), n, mean, standardDeviation, median, medianInterval);
    }
  }

  /** Differences {@code label} minus {@code reference}; t-test with pooled variance. */
  public record Comparison(
      String label,
      String reference,
      double meanDifference,
      Interval meanDifferenceInterval,
      double tTestPValue,
      double medianDifference,
      Interval medianDifferenceInterval,
      double rankSumPValue) {
    private Comparison named(UnaryOperator<String> names) {
      return new Comparison(
          names.apply(label),
          names.apply(reference),
          meanDifference,
          meanDifferenceInterval,
          tTestPValue,
          medianDifference,
          medianDifferenceInterval,
          rankSumPValue);
    }
  }
}
