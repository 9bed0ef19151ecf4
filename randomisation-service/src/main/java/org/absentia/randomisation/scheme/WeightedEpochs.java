package org.absentia.randomisation.scheme;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A ratio that follows capacity from epoch to epoch inside declared limits: each arm's share of an
 * epoch's weights lies between its smallest and its largest share in the list of limits.
 */
public record WeightedEpochs(List<Long> initialWeights, List<List<Long>> limits) implements Scheme {
  private static final long LARGEST_WEIGHT = 1_000_000;

  public WeightedEpochs {
    initialWeights = List.copyOf(initialWeights);
    limits = limits.stream().map(List::copyOf).toList();
    int arms = initialWeights.size();
    IllegalDesign.unless(
        legal(initialWeights, arms), "initialWeights", "are not negative, with a positive sum");
    IllegalDesign.unless(
        !limits.isEmpty() && limits.stream().allMatch(weights -> legal(weights, arms)),
        "limits",
        "holds at least one list with a weight for each arm, not negative, with a positive sum");
    IllegalDesign.unless(within(initialWeights, limits), "initialWeights", "lie inside the limits");
  }

  @Override
  public String method() {
    return "WEIGHTED_EPOCHS";
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("initialWeights", initialWeights, "limits", limits);
  }

  @Override
  public void checkArms(int arms) {
    IllegalDesign.unless(
        initialWeights.size() == arms, "initialWeights", "has one weight for each arm");
  }

  /** Tells whether an arm can be drawn with these weights, inside the limits or not. */
  public static boolean canBeDrawn(List<Long> weights) {
    return legal(weights, weights.size());
  }

  /** Tells whether an epoch with these weights may be declared. */
  public boolean allows(List<Long> weights) {
    return legal(weights, initialWeights.size()) && within(weights, limits);
  }

  /** Starts at slot 0; before the first declared epoch the initial weights are in force. */
  public ArmSequence sequence(IntegerStream stream, List<Epoch> epochs) {
    NavigableMap<Integer, List<Long>> weights = new TreeMap<>();
    weights.put(0, initialWeights);
    epochs.forEach(epoch -> weights.put(epoch.fromSlot(), epoch.weights()));
    int[] slot = {0};
    return () -> stream.pick(weights.floorEntry(slot[0]++).getValue());
  }

  private static boolean legal(List<Long> weights, int arms) {
    return weights.size() == arms
        && weights.stream().allMatch(weight -> weight >= 0 && weight <= LARGEST_WEIGHT)
        && sum(weights) > 0;
  }

  private static boolean within(List<Long> weights, List<List<Long>> limits) {
    return IntStream.range(0, weights.size())
        .allMatch(
            arm -> {
              Comparator<List<Long>> byShare = (a, b) -> compareShares(a, b, arm);
              return byShare.compare(weights, limits.stream().min(byShare).orElseThrow()) >= 0
                  && byShare.compare(weights, limits.stream().max(byShare).orElseThrow()) <= 0;
            });
  }

  // a_j / sum(a) against b_j / sum(b) without leaving the integers
  private static int compareShares(List<Long> a, List<Long> b, int arm) {
    return Long.compare(a.get(arm) * sum(b), b.get(arm) * sum(a));
  }

  private static long sum(List<Long> weights) {
    return weights.stream().mapToLong(Long::longValue).sum();
  }
}
