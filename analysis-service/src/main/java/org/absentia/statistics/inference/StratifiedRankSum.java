package org.absentia.statistics.inference;

import java.util.ArrayList;
import java.util.List;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.inference.RankSum.Pair;

/**
 * Compare two groups by rank sums within strata (van Elteren 1960): the rank sums are added with
 * the locally best, design-free weights 1/(n + 1) of a stratum of n values; midranks, variances
 * corrected for ties, no continuity correction. A stratum in which a group is empty says nothing.
 */
public final class StratifiedRankSum {
  private StratifiedRankSum() {}

  /** The values of both groups in one stratum. */
  public record Stratum(String name, Sample first, Sample second) {}

  /** What a stratum contributes: its own rank sum and variance before weighting. */
  public record Part(
      String name,
      double weight,
      int first,
      int second,
      double rankSum,
      double expectedRankSum,
      double variance) {}

  /**
   * Rank sums, {@code u} and {@code variance} are sums over strata, with the weights (squared in
   * the variance). {@code NaN} as in {@link RankSum.Result}.
   *
   * @param probabilityOfSuperiority P(first > second) + P(equal)/2 of the pairs within strata, each
   *     pair with the weight of its stratum
   * @param hodgesLehmann median of the differences within strata, weighted likewise
   */
  public record Result(
      RankSum.Group first,
      RankSum.Group second,
      boolean ties,
      double u,
      double variance,
      double z,
      double pValue,
      double probabilityOfSuperiority,
      double hodgesLehmann,
      List<Part> parts) {

    public Result {
      parts = List.copyOf(parts);
    }
  }

  /** Test the null hypothesis that the groups are alike in every stratum. */
  public static Result test(List<Stratum> strata) {
    List<Pair> pairs = strata.stream().map(s -> new Pair(s.first, s.second)).toList();
    List<Part> parts = new ArrayList<>();
    Sums sums = new Sums();
    for (Stratum stratum : strata) {
      parts.add(sums.add(stratum));
    }
    boolean both = sums.pairs > 0;
    double variance = both ? sums.variance : Double.NaN;
    double z = variance > 0 ? (sums.rankSum - sums.expected) / Math.sqrt(variance) : Double.NaN;
    return new Result(
        new RankSum.Group(sums.first, sums.rankSum, sums.expected),
        new RankSum.Group(sums.second, sums.otherRankSum, sums.otherExpected),
        sums.ties,
        sums.u,
        variance,
        z,
        RankSum.twoSided(z),
        sums.u / sums.pairs,
        Shift.hodgesLehmann(pairs),
        parts);
  }

  private static final class Sums {
    int first;
    int second;
    double rankSum;
    double expected;
    double otherRankSum;
    double otherExpected;
    double u;
    double variance;
    double pairs;
    boolean ties;

    Part add(Stratum stratum) {
      Ranking ranking = Ranking.of(stratum.first, stratum.second);
      double n1 = stratum.first.n();
      double n2 = stratum.second.n();
      double n = n1 + n2;
      double weight = 1 / (n + 1);
      double sum = ranking.doubledSumOfFirst() / 2.0;
      double spread = n1 == 0 || n2 == 0 ? 0 : RankSum.variance(ranking, n1, n2);
      first += stratum.first.n();
      second += stratum.second.n();
      rankSum += weight * sum;
      expected += n1 / 2;
      otherRankSum += weight * (n * (n + 1) / 2 - sum);
      otherExpected += n2 / 2;
      u += weight * (sum - n1 * (n1 + 1) / 2);
      variance += weight * weight * spread;
      pairs += weight * n1 * n2;
      ties |= ranking.tied();
      return new Part(
          stratum.name,
          weight,
          stratum.first.n(),
          stratum.second.n(),
          sum,
          n1 * (n + 1) / 2,
          spread);
    }
  }
}
