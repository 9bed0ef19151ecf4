package org.absentia.randomisation.simulation;

import java.util.random.RandomGenerator;

/** One run through a stratum, participant by participant. Not for several threads. */
interface Walk {
  int arms();

  /** Lets the next participant arrive. */
  void arrive(RandomGenerator random);

  /** The probability that the one who arrived gets the arm, given the past. */
  double probability(int arm);

  /** Gives the one who arrived the arm. */
  void take(int arm);
}
