package org.absentia.bench.statistics;

import java.util.List;

/**
 * A function of R that does what the engine does.
 *
 * @param name for a reader
 * @param method of {@code methods.R}
 * @param arguments of the method
 * @param share of the engine's work that it is given
 * @param leniency how many times an estimate's room it may differ; infinite where it estimates
 *     something else
 */
record Contender(
    String name, String method, List<String> arguments, double share, double leniency) {
  Contender {
    arguments = List.copyOf(arguments);
  }

  /** One that does the whole work and agrees. */
  static Contender of(String name, String method, Object... arguments) {
    return new Contender(
        name, method, List.of(arguments).stream().map(Object::toString).toList(), 1, 1);
  }

  /** The same with less work, which its time is to be divided by. */
  Contender withShare(double smaller) {
    return new Contender(name, method, arguments, smaller, leniency);
  }

  Contender withLeniency(double times) {
    return new Contender(name, method, arguments, share, times);
  }
}
