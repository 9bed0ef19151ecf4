package org.absentia.analysis.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the protocol says about the analysis.
 *
 * @param recruitmentEnd the last day on which somebody may be included
 * @param window follow-up period of the primary outcome, as the outcome definition writes it
 *     ({@code P6M})
 * @param strata the strata that are analysed apart, in the order of the table; empty when none are
 * @param resamples of the bootstrap intervals
 */
public record AnalysisPlan(
    String trial,
    String title,
    Optional<String> registration,
    LocalDate recruitmentEnd,
    String window,
    List<Stratum> strata,
    List<BaselineVariable> baseline,
    List<Sensitivity> sensitivity,
    List<AfterUnmasking> afterUnmasking,
    int resamples) {

  public AnalysisPlan {
    strata = List.copyOf(strata);
    baseline = List.copyOf(baseline);
    sensitivity = List.copyOf(sensitivity);
    afterUnmasking = List.copyOf(afterUnmasking);
    if (resamples < 1 || resamples > 1_000_000) {
      throw new IllegalArgumentException("resamples must lie between 1 and 1 000 000");
    }
  }

  /** A stratum of the randomisation with its name in tables. */
  public record Stratum(String name, String label) {}

  /** A repetition of the analysis without some participants. */
  public enum Sensitivity {
    /** Without those recruited during the internal pilot. */
    EXCLUDE_PILOT,
    /** Without those who worked more than half of their hours a week after inclusion. */
    EXCLUDE_EARLY_RETURN
  }

  /** An analysis that needs to know the arms, or what would tell them. */
  public enum AfterUnmasking {
    /** The primary analysis of those treated as the protocol's rules want. */
    PER_PROTOCOL,
    /** Adjusted for the epochs, within which the arms had the same odds for everybody. */
    EPOCH_STRATIFIED,
    /** Weighted by the inverse of the probability that the allocation had. */
    PROBABILITY_WEIGHTED
  }
}
