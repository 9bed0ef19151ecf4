package org.absentia.bench.validity;

import org.absentia.statistics.random.Draws;
import org.absentia.statistics.random.RandomTree;

/**
 * What is random in one run of a scenario.
 *
 * @param draws what the data are drawn from
 * @param method what a method that is itself random draws from
 */
record Randomness(Draws draws, RandomTree method) {
  /** That of one run: the same in whatever order and on whatever thread it is done. */
  static Randomness of(RandomTree scenario, int run) {
    return new Randomness(
        new Draws(scenario.stream(run)), scenario.branch("method").branch(Integer.toString(run)));
  }
}
