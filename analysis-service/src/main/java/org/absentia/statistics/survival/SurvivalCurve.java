package org.absentia.statistics.survival;

import java.util.Optional;
import org.absentia.statistics.data.Vector;

/**
 * The curve of one group, one step for each distinct time.
 *
 * @param group none where there are no groups
 * @param median the first time with S at most 1/2, with the first times at which its limits are
 */
public record SurvivalCurve(
    Optional<String> group,
    int n,
    int events,
    Steps steps,
    Median median,
    RestrictedMean restrictedMean) {

  /**
   * Columns of equal length.
   *
   * @param atRisk just before the time
   * @param standardError Greenwood's, of S; {@code NaN} where S is 0, as are the limits
   */
  public record Steps(
      Vector times,
      Vector atRisk,
      Vector events,
      Vector censored,
      Vector survival,
      Vector standardError,
      Vector lower,
      Vector upper) {
    /** How many steps. */
    public int size() {
      return times.size();
    }
  }

  /** {@code NaN} is never reached. */
  public record Median(double value, double lower, double upper) {}

  /** The area under the curve up to a time. */
  public record RestrictedMean(double value, double standardError, double upTo) {}
}
