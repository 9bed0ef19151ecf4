package org.absentia.bench.validity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.absentia.statistics.random.RandomTree;

/**
 * Runs scenarios. Each run of each scenario has a random stream of its own, so what is counted does
 * not depend on the threads.
 *
 * @param parallel whether all processors take part
 */
record Simulation(long seed, boolean parallel) {
  /** The rates of all questions after a number of runs. */
  <F> List<Rate> rates(Scenario<F> scenario, int runs) {
    RandomTree tree = RandomTree.ofSeed(seed).branch(scenario.name());
    IntStream all = IntStream.range(0, runs);
    int[] hits =
        (parallel ? all.parallel() : all)
            .mapToObj(run -> answers(scenario, Randomness.of(tree, run)))
            .reduce(new int[scenario.questions().size()], Simulation::sum);
    List<Rate> rates = new ArrayList<>();
    for (Question<F> question : scenario.questions()) {
      rates.add(
          new Rate(
              scenario.name(),
              question.name(),
              question.kind(),
              question.expectation(),
              hits[rates.size()],
              runs));
    }
    return rates;
  }

  private static <F> int[] answers(Scenario<F> scenario, Randomness randomness) {
    F fit = scenario.analysis().apply(randomness);
    return scenario.questions().stream()
        .mapToInt(question -> question.positive().test(fit) ? 1 : 0)
        .toArray();
  }

  private static int[] sum(int[] one, int[] other) {
    int[] sum = new int[one.length];
    Arrays.setAll(sum, i -> one[i] + other[i]);
    return sum;
  }
}
