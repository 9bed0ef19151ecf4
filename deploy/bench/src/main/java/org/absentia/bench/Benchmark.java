package org.absentia.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Something that can be measured; found by its name. */
public interface Benchmark {
  String name();

  /** The options it knows, each followed by a whole number. */
  Set<String> options();

  /** What it measures and what the options mean, for the terminal. */
  String usage();

  /**
   * Measures, and prints what a reader needs to judge the figures.
   *
   * @throws IllegalStateException when the run is worth nothing
   */
  List<Measurement> run(Options options, PrintStream out) throws Exception;
}
