package org.absentia.bench.statistics;

import java.util.function.DoubleSupplier;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.random.RandomTree;

/**
 * What a run's problems are made of.
 *
 * @param percent of the sizes that count
 */
record Setting(RandomTree random, int percent) {
  private static final int SMALLEST = 150;

  /** A size in this run; small ones are never made smaller than {@value #SMALLEST}. */
  int size(int full) {
    return (int) Math.max((long) full * percent / 100, Math.min(full, SMALLEST));
  }

  Draws draws(String problem) {
    return new Draws(random.branch(problem).stream(0));
  }

  static double[] column(int rows, DoubleSupplier next) {
    double[] column = new double[rows];
    for (int row = 0; row < rows; row++) {
      column[row] = next.getAsDouble();
    }
    return column;
  }

  /** Standard exponential. */
  static double exponential(Draws draws) {
    return -StrictMath.log(1 - draws.uniform());
  }

  /** 1 with a probability, otherwise 0. */
  static double binary(Draws draws, double probability) {
    return draws.uniform() < probability ? 1 : 0;
  }
}
