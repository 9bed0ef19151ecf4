package org.absentia.randomisation.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Blocks whose sizes are drawn and not shown: what the guesser believes the present block to be
 * follows from all allocations so far by Bayes' rule.
 *
 * <p>Everything that an open block can be is numbered once; a run keeps a probability for each.
 */
final class SeveralBlockSizes {
  private static final int DONE = -1;

  /** How often each arm still stands in a block that began with {@code block}. */
  private record Open(List<Long> block, List<Long> rest) {}

  private final int arms;
  private final int[] whole;
  private final double[][] share;
  private final int[][] next;

  /**
   * Numbers what a block can be.
   *
   * @param blocks how often each arm stands in a block of each size, all sizes equally probable
   */
  SeveralBlockSizes(List<List<Long>> blocks) {
    arms = blocks.getFirst().size();
    Map<Open, Integer> numbers = new HashMap<>();
    List<Open> opens = new ArrayList<>();
    blocks.forEach(block -> number(new Open(block, block), numbers, opens));
    whole = blocks.stream().mapToInt(block -> numbers.get(new Open(block, block))).toArray();
    share = new double[opens.size()][arms];
    next = new int[opens.size()][arms];
    for (int i = 0; i < opens.size(); i++) {
      List<Long> rest = opens.get(i).rest();
      for (int arm = 0; arm < arms; arm++) {
        share[i][arm] = (double) rest.get(arm) / Counts.sum(rest);
        next[i][arm] =
            rest.get(arm) == 0
                ? DONE
                : numbers.getOrDefault(
                    new Open(opens.get(i).block(), Counts.less(rest, arm)), DONE);
      }
    }
  }

  private void number(Open open, Map<Open, Integer> numbers, List<Open> opens) {
    if (Counts.sum(open.rest()) == 0 || numbers.putIfAbsent(open, opens.size()) != null) {
      return;
    }
    opens.add(open);
    IntStream.range(0, arms)
        .filter(arm -> open.rest().get(arm) > 0)
        .forEach(
            arm -> number(new Open(open.block(), Counts.less(open.rest(), arm)), numbers, opens));
  }

  Walk walk() {
    return new Believed();
  }

  private final class Believed implements Walk {
    private double[] belief = new double[share.length];

    Believed() {
      for (int number : whole) {
        belief[number] += 1.0 / whole.length;
      }
    }

    @Override
    public int arms() {
      return arms;
    }

    @Override
    public void arrive(RandomGenerator random) {
      // all participants of a stratum are alike
    }

    @Override
    public double probability(int arm) {
      double probability = 0;
      for (int i = 0; i < belief.length; i++) {
        probability += belief[i] * share[i][arm];
      }
      return probability;
    }

    @Override
    public void take(int arm) {
      double evidence = probability(arm);
      double[] after = new double[belief.length];
      double finished = 0;
      for (int i = 0; i < belief.length; i++) {
        double weight = belief[i] * share[i][arm] / evidence;
        if (next[i][arm] == DONE) {
          finished += weight;
        } else {
          after[next[i][arm]] += weight;
        }
      }
      for (int number : whole) {
        after[number] += finished / whole.length;
      }
      belief = after;
    }
  }
}
