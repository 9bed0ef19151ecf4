package org.absentia.statistics.inference;

import java.util.List;
import java.util.OptionalDouble;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.distribution.StandardNormal;

/**
 * Compare two samples by the sum of ranks (Wilcoxon, Mann-Whitney): midranks, variance corrected
 * for ties, no continuity correction, as Stata's {@code ranksum}; on wish the exact p-value,
 * conditional on the ties.
 */
public record RankSum(Exact exact) {

  /** Exact in small samples without ties. */
  public static final RankSum DEFAULT = new RankSum(Exact.AUTO);

  private static final int LARGEST_EXACT = 500;
  private static final int LARGEST_AUTOMATIC = 50;

  /** When to count all choices of ranks: in small samples without ties, always, never. */
  public enum Exact {
    /** With at most 50 values in each group and no ties. */
    AUTO,
    /** Up to 500 values in all. */
    ALWAYS,
    NEVER
  }

  /** Two samples, a stratum of its own where there are several. */
  record Pair(Sample first, Sample second) {
    int n() {
      return first.n() + second.n();
    }
  }

  /** Number, rank sum and expected rank sum of one group. */
  public record Group(int n, double rankSum, double expectedRankSum) {}

  /**
   * Sign of z and direction of the shift are those of the first group. {@code NaN} where a group is
   * empty; z and p also where all values are tied.
   *
   * @param ties whether any two values are equal
   * @param u rank sum of the first group less the smallest possible one
   * @param probabilityOfSuperiority P(first > second) + P(equal)/2
   * @param hodgesLehmann median of all differences first minus second
   */
  public record Result(
      Group first,
      Group second,
      boolean ties,
      double u,
      double variance,
      double z,
      double pValue,
      OptionalDouble exactPValue,
      double probabilityOfSuperiority,
      double hodgesLehmann) {}

  /**
   * Tests two samples; statistics are {@code NaN} where all values are equal or a sample is empty.
   */
  public Result test(Sample first, Sample second) {
    Ranking ranking = Ranking.of(first, second);
    long n1 = first.n();
    long n2 = second.n();
    long n = n1 + n2;
    double sum = ranking.doubledSumOfFirst() / 2.0;
    double expected = n1 * (n + 1) / 2.0;
    double variance = variance(ranking, n1, n2);
    double z = variance > 0 ? (sum - expected) / Math.sqrt(variance) : Double.NaN;
    double u = sum - n1 * (n1 + 1) / 2.0;
    return new Result(
        new Group(first.n(), sum, expected),
        new Group(second.n(), n * (n + 1) / 2.0 - sum, n2 * (n + 1) / 2.0),
        ranking.tied(),
        u,
        variance,
        z,
        twoSided(z),
        wantsExact(first, second, ranking)
            ? OptionalDouble.of(ExactRankSum.pValue(ranking, first.n()))
            : OptionalDouble.empty(),
        u / ((double) n1 * n2),
        Shift.hodgesLehmann(List.of(new Pair(first, second))));
  }

  /** Variance of the rank sum: n1 n2 / n times the variance (denominator n - 1) of all midranks. */
  static double variance(Ranking ranking, double n1, double n2) {
    double n = n1 + n2;
    return n1 == 0 || n2 == 0 ? Double.NaN : n1 * n2 / n * (ranking.squares() / (n - 1));
  }

  static double twoSided(double z) {
    return Double.isNaN(z) ? Double.NaN : new StandardNormal().twoSided(z);
  }

  private boolean wantsExact(Sample first, Sample second, Ranking ranking) {
    int smaller = Math.min(first.n(), second.n());
    int larger = Math.max(first.n(), second.n());
    return smaller > 0
        && switch (exact) {
          case NEVER -> false;
          case ALWAYS -> first.n() + second.n() <= LARGEST_EXACT;
          case AUTO -> larger <= LARGEST_AUTOMATIC && !ranking.tied();
        };
  }
}
