package org.absentia.randomisation.leak;

/** How many right guesses chance alone gives: 99 % of the time within these bounds. */
record Chance(double from, double to) {
  private static final double QUANTILE = 2.5758;

  static Chance of(int classes, int guesses) {
    double p = 1.0 / classes;
    double half = QUANTILE * Math.sqrt(p * (1 - p) / guesses) + 0.5 / guesses;
    return new Chance(p - half, p + half);
  }

  boolean holds(double shareRight) {
    return from <= shareRight && shareRight <= to;
  }
}
