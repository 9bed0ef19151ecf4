package org.absentia.statistics.distribution;

import java.util.function.DoubleUnaryOperator;

/**
 * Student's t distribution to the last digits, in both tails and about 0. Quantiles are found by
 * Newton's steps in logarithms of the value and of the probability, where both the tail and the
 * middle are concave: after the first step each one comes nearer from the same side.
 *
 * @param degreesOfFreedom any positive number
 */
public record StudentT(double degreesOfFreedom) implements NullDistribution {
  private static final int MOST_STEPS = 100;
  private static final double MIDDLE = 0.5;
  private static final double LARGEST = 1e154;

  public StudentT {
    if (!(degreesOfFreedom > 0 && Double.isFinite(degreesOfFreedom))) {
      throw new IllegalArgumentException("degrees of freedom are positive and finite");
    }
  }

  @Override
  public double twoSided(double statistic) {
    double ratio = ratio(Math.abs(statistic));
    return IncompleteBeta.of(degreesOfFreedom / 2, 0.5, 1 / (1 + ratio), share(ratio));
  }

  /** The probability of a value nearer to 0 than this one. */
  private double middle(double value) {
    double ratio = ratio(value);
    return IncompleteBeta.of(0.5, degreesOfFreedom / 2, share(ratio), 1 / (1 + ratio));
  }

  /** value^2/df. */
  private double ratio(double value) {
    double root = value / Math.sqrt(degreesOfFreedom);
    return root * root;
  }

  private static double share(double ratio) {
    return ratio > 1 ? 1 / (1 + 1 / ratio) : ratio / (1 + ratio);
  }

  @Override
  public double within(double probability) {
    return probability < MIDDLE
        ? root(new StandardNormal().within(probability), probability, this::middle, 1)
        : critical(1 - probability);
  }

  @Override
  public double critical(double alpha) {
    return alpha > MIDDLE
        ? within(1 - alpha)
        : root(new StandardNormal().critical(alpha), alpha, this::twoSided, -1);
  }

  /**
   * Where a probability is reached, from a start nearer to 0 than that; infinite beyond 1e154,
   * whose square has no number.
   *
   * @param direction 1 where probabilities rise with the distance from 0, -1 where they fall
   */
  private double root(
      double start, double probability, DoubleUnaryOperator probabilities, int direction) {
    double value = start;
    double last = start;
    for (int step = 0; step < MOST_STEPS && value > 0; step++) {
      double found = probabilities.applyAsDouble(value);
      if (found == 0 && value < LARGEST) {
        value = Math.sqrt(last * value); // the first step went too far
        continue;
      }
      if (!(value < LARGEST)) {
        return Double.POSITIVE_INFINITY;
      }
      double ratio = ratio(value);
      double factor =
          IncompleteBeta.factor(degreesOfFreedom / 2, 0.5, 1 / (1 + ratio), share(ratio));
      double change = direction * Math.log(probability / found) * found / (2 * factor);
      last = value;
      value *= Math.exp(change);
      if (!(Math.abs(change) > 2 * Math.ulp(1.0))) {
        break;
      }
    }
    return value;
  }
}
