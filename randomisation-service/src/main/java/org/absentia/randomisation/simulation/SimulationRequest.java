package org.absentia.randomisation.simulation;

import org.absentia.randomisation.scheme.Scheme;

/**
 * What to simulate.
 *
 * @param arms number of arms
 * @param participants allocations in one stratum
 * @param runs Monte Carlo runs
 * @param timeTrend theta: response of participant i of n grows by theta i / n
 * @param selectionBias eta: response grows by eta where the first arm is more probable than the
 *     second, and falls by it where it is less
 * @param levelsPerFactor for minimisation: equally probable levels of each factor
 */
public record SimulationRequest(
    Scheme scheme,
    int arms,
    int participants,
    int runs,
    long seed,
    double timeTrend,
    double selectionBias,
    int levelsPerFactor) {
  /** More runs times participants than this take longer than a caller waits. */
  public static final long MOST_ALLOCATIONS = 50_000_000;
}
