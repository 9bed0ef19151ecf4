package org.absentia.randomisation.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.absentia.randomisation.scheme.IllegalDesign;

/**
 * Simulates one stratum of a design. Equal requests give equal answers on every machine: each
 * stretch of runs has a generator of its own.
 */
public final class DesignSimulation {
  private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
      RandomGeneratorFactory.of("L64X128MixRandom");
  private static final int RUNS_A_STRETCH = 500;
  private static final int MOST_PASTS = 5_000;
  private static final double PERCENTILE = 0.95;

  private DesignSimulation() {}

  /**
   * Simulates.
   *
   * @throws IllegalDesign for a list, which follows no rule that anybody could guess by
   */
  public static Simulated run(SimulationRequest request) {
    Guesser guesser = Guesser.of(request.scheme(), request.levelsPerFactor());
    TTestCritical critical = new TTestCritical(request.participants());
    int stretches = Math.ceilDiv(request.runs(), RUNS_A_STRETCH);
    List<RunSums> sums =
        IntStream.range(0, stretches)
            .parallel()
            .mapToObj(stretch -> stretch(request, guesser.walks().get(), critical, stretch))
            .toList();
    RunSums all = RunSums.together(sums);
    Optional<Guessing> exact =
        guesser.start().flatMap(past -> ExactGuessing.of(past, request.participants(), MOST_PASTS));
    return new Simulated(
        exact.isPresent(),
        exact.orElseGet(all::guessing),
        imbalance(all.largestImbalances()),
        Simulated.Rate.of(all.rejectionsWithout(), request.runs()),
        Simulated.Rate.of(all.rejectionsUnderTrend(), request.runs()),
        Simulated.Rate.of(all.rejectionsUnderBias(), request.runs()));
  }

  private static RunSums stretch(
      SimulationRequest request, Supplier<Walk> walks, TTestCritical critical, int stretch) {
    RandomGenerator random = GENERATORS.create(mixed(request.seed(), stretch));
    RunSums sums = new RunSums();
    int first = stretch * RUNS_A_STRETCH;
    int last = Math.min(first + RUNS_A_STRETCH, request.runs());
    for (int run = first; run < last; run++) {
      sums.add(new SimulatedRun(request, walks.get(), random).result(critical));
    }
    return sums;
  }

  // Stafford's mixer: neighbouring stretches must not get neighbouring seeds
  private static long mixed(long seed, int stretch) {
    long z = seed + (stretch + 1) * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private static Simulated.Imbalance imbalance(double[] largest) {
    Arrays.sort(largest);
    int at = (int) Math.ceil(PERCENTILE * largest.length) - 1;
    return new Simulated.Imbalance(Arrays.stream(largest).average().orElseThrow(), largest[at]);
  }
}
