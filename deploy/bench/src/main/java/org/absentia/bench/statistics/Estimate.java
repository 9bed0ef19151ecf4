package org.absentia.bench.statistics;

/**
 * A number that the engine estimated.
 *
 * @param room by how much another contender's number may differ
 */
record Estimate(String name, double value, double room) {

  /** One that another program gives with the same digits but the last. */
  static Estimate exact(String name, double value) {
    return new Estimate(name, value, 1e-9 * Math.abs(value) + 1e-12);
  }

  boolean agreesWith(double other, double leniency) {
    return Math.abs(value - other) <= leniency * room;
  }
}
