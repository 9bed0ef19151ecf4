package org.absentia.bench.statistics;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/** The wall time of a computation on some threads: the median of several runs of warm code. */
record Timing(double seconds, List<Estimate> estimates) {
  private static final double STEADY = 1.05;
  private static final double LONG_SECONDS = 2;
  private static final int MOST_WARM_UPS = 20;
  private static final int ROUNDS_OF_LONG = 3;

  Timing {
    estimates = List.copyOf(estimates);
  }

  /** Measures in a pool of its own, so that parallel streams use that many threads. */
  static Timing of(Supplier<List<Estimate>> work, int threads, int rounds) {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return pool.submit(() -> measured(work, rounds)).join();
    }
  }

  private static Timing measured(Supplier<List<Estimate>> work, int rounds) {
    double last = warmUp(work);
    double[] seconds = new double[last > LONG_SECONDS ? Math.min(rounds, ROUNDS_OF_LONG) : rounds];
    List<Estimate> estimates = List.of();
    for (int round = 0; round < seconds.length; round++) {
      long start = System.nanoTime();
      estimates = work.get();
      seconds[round] = since(start);
    }
    return new Timing(median(seconds), estimates);
  }

  /** Runs until a run is hardly faster than the fastest before it; returns its time. */
  private static double warmUp(Supplier<List<Estimate>> work) {
    double fastest = Double.POSITIVE_INFINITY;
    double spent = 0;
    double last = 0;
    Set<Integer> sizes = new HashSet<>(); // what is used cannot be optimised away
    for (int run = 0; run < MOST_WARM_UPS; run++) {
      long start = System.nanoTime();
      sizes.add(work.get().size());
      last = since(start);
      spent += last;
      if (last * STEADY > fastest && spent > LONG_SECONDS) {
        break;
      }
      fastest = Math.min(fastest, last);
    }
    if (sizes.size() != 1) {
      throw new IllegalStateException("runs on the same data gave different numbers of estimates");
    }
    return last;
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  static double median(double... values) {
    double[] ordered = values.clone();
    Arrays.sort(ordered);
    int middle = ordered.length / 2;
    return ordered.length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
  }
}
