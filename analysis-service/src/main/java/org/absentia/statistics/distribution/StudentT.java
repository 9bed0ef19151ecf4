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

  /** From here on a probability falls as the power df of the value, to all digits. */
  private static final double FAR = 1e150;

  public StudentT {
    if (!(degreesOfFreedom > 0 && Double.isFinite(degreesOfFreedom))) {
      throw new IllegalArgumentException("degrees of freedom are positive and finite");
    }
  }

  @Override
  public double twoSided(double statistic) {
    double size = Math.abs(statistic);
    return size > FAR
        ? twoSided(FAR) * Math.pow(size / FAR, -degreesOfFreedom)
        : nearTwoSided(size);
  }

  private double nearTwoSided(double size) {
    double ratio = ratio(size);
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
    if (probability >= MIDDLE) {
      return critical(1 - probability);
    }
    return middle(FAR) < probability
        ? beyond(1 - probability)
        : root(new StandardNormal().within(probability), probability, this::middle, 1);
  }

  @Override
  public double critical(double alpha) {
    if (alpha > MIDDLE) {
      return within(1 - alpha);
    }
    return twoSided(FAR) > alpha
        ? beyond(alpha)
        : root(new StandardNormal().critical(alpha), alpha, this::twoSided, -1);
  }

  /** The quantile of a tail that is longer than the squares of numbers; may be infinite. */
  private double beyond(double alpha) {
    return FAR * Math.pow(twoSided(FAR) / alpha, 1 / degreesOfFreedom);
  }

  /**
   * Where a probability is reached, from a start nearer to 0 than that.
   *
   * @param direction 1 where probabilities rise with the distance from 0, -1 where they fall
   */
  private double root(
      double start, double probability, DoubleUnaryOperator probabilities, int direction) {
    double value = start;
    double last = start;
    for (int step = 0; step < MOST_STEPS && value > 0; step++) {
      double found = probabilities.applyAsDouble(value);
      if (found == 0) {
        value = Math.sqrt(last) * Math.sqrt(value); // the first step went too far
        continue;
      }
      double ratio = ratio(value);
      double factor =
          IncompleteBeta.factor(degreesOfFreedom / 2, 0.5, 1 / (1 + ratio), share(ratio));
      double change = direction * Math.log(probability / found) * found / (2 * factor);
      last = value;
      value = Math.min(value * Math.exp(change), FAR);
      if (!(Math.abs(change) > 2 * Math.ulp(1.0))) {
        break;
      }
    }
    return value;
  }
}
