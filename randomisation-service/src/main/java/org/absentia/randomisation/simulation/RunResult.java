package org.absentia.randomisation.simulation;

/**
 * What one run gave.
 *
 * @param correct expected correct guesses a participant
 * @param certain share of allocations that were certain
 */
record RunResult(
    double correct,
    double certain,
    double largestImbalance,
    boolean rejectsWithout,
    boolean rejectsUnderTrend,
    boolean rejectsUnderBias) {}
