package org.absentia.randomisation.scheme;

import java.math.BigInteger;
import java.util.ArrayList;
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

  /** Starts with no participant; the stream must be fresh. */
  public Arrivals arrivals(IntegerStream stream) {
    return new Arrivals(stream);
  }

  /** The participants so far, as counts by factor and level. */
  public final class Arrivals {
    private final IntegerStream stream;
    private final Map<String, Map<String, long[]>> counts = new HashMap<>();

    private Arrivals(IntegerStream stream) {
      this.stream = stream;
    }

    /**
     * Draws the arm of the next participant and counts him or her in.
     *
     * @param levels one level for each factor
     * @throws NullPointerException when the level of a factor is missing
     */
    public int next(Map<String, String> levels) {
      List<long[]> ofLevels = factors.stream().map(factor -> count(factor, levels)).toList();
      List<BigInteger> imbalances =
          IntStream.range(0, ratio.parts().size())
              .mapToObj(arm -> totalImbalance(arm, ofLevels))
              .toList();
      BigInteger least = imbalances.stream().min(BigInteger::compareTo).orElseThrow();
      int arm = stream.pick(weights(imbalances.stream().map(least::equals).toList()));
      ofLevels.forEach(count -> count[arm]++);
      return arm;
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
  private BigInteger totalImbalance(int candidate, List<long[]> ofLevels) {
    BigInteger total = BigInteger.ZERO;
    for (int f = 0; f < factors.size(); f++) {
      long[] counts = ofLevels.get(f).clone();
      counts[candidate]++;
      total =
          total.add(imbalance(scaled(counts)).multiply(BigInteger.valueOf(factorWeights.get(f))));
    }
    return total;
  }

  private List<BigInteger> scaled(long[] counts) {
    BigInteger common =
        ratio.parts().stream()
            .map(BigInteger::valueOf)
            .reduce(BigInteger.ONE, (a, b) -> a.multiply(b).divide(a.gcd(b)));
    List<BigInteger> scaled = new ArrayList<>();
    for (int j = 0; j < counts.length; j++) {
      scaled.add(
          BigInteger.valueOf(counts[j]).multiply(common.divide(BigInteger.valueOf(ratio.of(j)))));
    }
    return scaled;
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
