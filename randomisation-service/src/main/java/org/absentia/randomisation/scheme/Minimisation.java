package org.absentia.randomisation.scheme;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Minimisation of Pocock and Simon (1975): favours the arm that leaves the factors' levels best
 * balanced.
 */
public record Minimisation(
    Ratio ratio, List<String> factors, List<Integer> factorWeights, Measure measure, Bias bias)
    implements Scheme {

  /** How far apart the arms' counts are. */
  public enum Measure {
    RANGE,
    VARIANCE
  }

  public Minimisation {
    factors = List.copyOf(factors);
    factorWeights = List.copyOf(factorWeights);
    IllegalDesign.unless(
        !factors.isEmpty() && factors.stream().distinct().count() == factors.size(),
        "factors",
        "names at least one factor, each once");
    IllegalDesign.unless(
        factorWeights.size() == factors.size()
            && factorWeights.stream().allMatch(weight -> weight >= 1 && weight <= 1000),
        "factorWeights",
        "has one weight between 1 and 1000 for each factor");
    // the weights of a draw sum up to at most q R^2 / 4, which a 32-bit draw must cover
    long sum = ratio.sum();
    IllegalDesign.unless(bias.q() * sum * sum <= 1L << 34, "ratio", "is too large for this bias");
  }

  @Override
  public String method() {
    return "MINIMISATION";
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of(
        "ratio", ratio.parts(),
        "factors", factors,
        "factorWeights", factorWeights,
        "measure", measure.name(),
        "bias", bias.members());
  }

  @Override
  public void checkArms(int arms) {
    ratio.checkArms(arms);
  }

  /** Starts with no participant. */
  public Arrivals arrivals() {
    return new Arrivals();
  }

  /** The participants so far, as counts by factor and level. */
  public final class Arrivals {
    private final Map<String, Map<String, long[]>> counts = new HashMap<>();
    private final List<BigInteger> scales = scales();

    private Arrivals() {}

    /**
     * Draws the arm of the next participant and counts him or her in.
     *
     * @param levels one level for each factor
     * @throws NullPointerException when the level of a factor is missing
     */
    public int next(IntegerStream stream, Map<String, String> levels) {
      int arm = stream.pick(weights(levels));
      count(levels, arm);
      return arm;
    }

    /** Returns with which weights the arm of the next participant is drawn. */
    public List<Long> weights(Map<String, String> levels) {
      List<long[]> ofLevels = ofLevels(levels);
      List<BigInteger> imbalances =
          IntStream.range(0, ratio.parts().size())
              .mapToObj(arm -> totalImbalance(arm, ofLevels, scales))
              .toList();
      BigInteger least = imbalances.stream().min(BigInteger::compareTo).orElseThrow();
      return Minimisation.this.weights(imbalances.stream().map(least::equals).toList());
    }

    /** Counts a participant in. */
    public void count(Map<String, String> levels, int arm) {
      ofLevels(levels).forEach(count -> count[arm]++);
    }

    private List<long[]> ofLevels(Map<String, String> levels) {
      return factors.stream().map(factor -> count(factor, levels)).toList();
    }

    private long[] count(String factor, Map<String, String> levels) {
      return counts
          .computeIfAbsent(factor, name -> new HashMap<>())
          .computeIfAbsent(
              Objects.requireNonNull(levels.get(factor), factor),
              level -> new long[ratio.parts().size()]);
    }
  }

  private List<Long> weights(List<Boolean> best) {
    long ofBest = ratioSum(best, true);
    long ofOthers = ratioSum(best, false);
    if (ofOthers == 0) {
      return ratio.weights();
    }
    return IntStream.range(0, best.size())
        .mapToObj(
            j ->
                best.get(j)
                    ? (long) bias.p() * ratio.of(j) * ofOthers
                    : (long) (bias.q() - bias.p()) * ratio.of(j) * ofBest)
        .toList();
  }

  private long ratioSum(List<Boolean> best, boolean wanted) {
    return IntStream.range(0, best.size())
        .filter(j -> best.get(j) == wanted)
        .mapToLong(ratio::of)
        .sum();
  }

  // G times a constant that is the same for every candidate arm, hence exact in integers: counts
  // are divided by the ratio by multiplying with L / ratio_j, L the least common multiple; the
  // variance is taken times K (K - 1).
  private BigInteger totalImbalance(int candidate, List<long[]> ofLevels, List<BigInteger> scales) {
    BigInteger total = BigInteger.ZERO;
    for (int f = 0; f < factors.size(); f++) {
      long[] counts = ofLevels.get(f).clone();
      counts[candidate]++;
      total =
          total.add(
              imbalance(scaled(counts, scales)).multiply(BigInteger.valueOf(factorWeights.get(f))));
    }
    return total;
  }

  // what each arm's count is multiplied with: L / ratio_j
  private List<BigInteger> scales() {
    BigInteger common =
        ratio.parts().stream()
            .map(BigInteger::valueOf)
            .reduce(BigInteger.ONE, (a, b) -> a.multiply(b).divide(a.gcd(b)));
    return ratio.parts().stream().map(part -> common.divide(BigInteger.valueOf(part))).toList();
  }

  private static List<BigInteger> scaled(long[] counts, List<BigInteger> scales) {
    return IntStream.range(0, counts.length)
        .mapToObj(j -> BigInteger.valueOf(counts[j]).multiply(scales.get(j)))
        .toList();
  }

  private BigInteger imbalance(List<BigInteger> counts) {
    return switch (measure) {
      case RANGE ->
          counts.stream()
              .max(BigInteger::compareTo)
              .orElseThrow()
              .subtract(counts.stream().min(BigInteger::compareTo).orElseThrow());
      case VARIANCE -> {
        BigInteger sum = counts.stream().reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger squares =
            counts.stream().map(x -> x.multiply(x)).reduce(BigInteger.ZERO, BigInteger::add);
        yield squares.multiply(BigInteger.valueOf(counts.size())).subtract(sum.multiply(sum));
      }
    };
  }
}
