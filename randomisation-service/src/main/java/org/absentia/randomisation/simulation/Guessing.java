package org.absentia.randomisation.simulation;

import java.util.Optional;

/**
 * How well the best guesser does, who names the arm of largest probability each time.
 *
 * @param correct expected share of correct guesses
 * @param certain expected share of allocations that are certain beforehand
 */
public record Guessing(Share correct, Share certain) {
  /**
   * A share of allocations.
   *
   * @param fraction the exact share in lowest terms, where it is short enough to be read
   * @param standardError Monte Carlo standard error; 0 for an exact share
   */
  public record Share(double value, Optional<String> fraction, double standardError) {}
}
