package org.absentia.randomisation.simulation;

/**
 * What a design gives away.
 *
 * @param exact whether the guesser's shares are exact sums and not Monte Carlo means
 * @param largestImbalance largest distance between arms over a run, counts divided by the ratio
 * @param none error of the first kind of the t-test without trend and bias
 * @param timeTrend the same under the time trend
 * @param selectionBias the same under selection bias
 */
public record Simulated(
    boolean exact,
    Guessing guessing,
    Imbalance largestImbalance,
    Rate none,
    Rate timeTrend,
    Rate selectionBias) {

  /** Mean and 95th percentile over the runs. */
  public record Imbalance(double mean, double percentile95) {}

  /** The share of runs in which the t-test rejects at 5 %, with its Monte Carlo standard error. */
  public record Rate(double value, double standardError) {
    static Rate of(long rejections, int runs) {
      double share = (double) rejections / runs;
      return new Rate(share, Math.sqrt(share * (1 - share) / runs));
    }
  }
}
