package org.absentia.statistics.distribution;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The noncentral t distribution: (Z + d)/s with Z standard normal and s the root of an independent
 * chi-square over its degrees of freedom. P(T > c) is the mean of P(Z > cs - d) over s, an integral
 * of positive terms, so that both tails keep all their digits. With u = ln s the integrand is
 * analytic and log-concave, where the trapezoidal rule converges geometrically (Trefethen and
 * Weideman 2014, SIAM Review 56:385); the density of u is normed by the same rule.
 *
 * @param degreesOfFreedom positive, need not be whole
 * @param noncentrality d
 */
public record NoncentralT(double degreesOfFreedom, double noncentrality) {
  private static final int MOST_POINTS = 1 << 20;
  private static final int MOST_HALVINGS = 8;
  private static final double NEGLIGIBLE = 45;
  private static final double STEEP = 30;
  private static final int STEPS_OF_Z = 36;
  private static final double STEP_OF_Z = 0.25;
  private static final double LARGEST_S = 1e100;

  public NoncentralT {
    if (!(degreesOfFreedom > 0) || !Double.isFinite(noncentrality)) {
      throw new IllegalArgumentException("degrees of freedom are positive, noncentrality finite");
    }
  }

  /** P(T > c) of a c that is not negative. */
  public double survival(double c) {
    if (noncentrality > STEEP * (degreesOfFreedom + 1)) {
      return ofSteep(c);
    }
    return share(u -> NormalTail.logSurvival(c * Math.exp(u) - noncentrality));
  }

  /** P(T < -c) of a c that is not negative. */
  public double lowerTail(double c) {
    return share(u -> NormalTail.logSurvival(c * Math.exp(u) + noncentrality));
  }

  /**
   * The mean of P(s < (d + Z)/c) over Z, by the trapezoidal rule as well: where d is this large the
   * probability changes slowly with Z, while on the scale of s the integrand would end in a cliff.
   */
  private double ofSteep(double c) {
    ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(degreesOfFreedom);
    double sum = 0;
    double weights = 0;
    for (int i = -STEPS_OF_Z; i <= STEPS_OF_Z; i++) {
      double z = i * STEP_OF_Z;
      double s = Math.min((noncentrality + z) / c, LARGEST_S);
      double weight = Math.exp(-z * z / 2);
      weights += weight;
      sum += weight * chiSquared.cumulativeProbability(degreesOfFreedom * s * s);
    }
    return sum / weights;
  }

  private double share(DoubleUnaryOperator logFactor) {
    double whole = logIntegral(this::logDensity);
    double part = logIntegral(u -> logDensity(u) + logFactor.applyAsDouble(u));
    return Math.exp(part - whole);
  }

  /** The log density of u, up to a constant; 0 at its mode u = 0. */
  private double logDensity(double u) {
    return -degreesOfFreedom / 2 * (Math.expm1(2 * u) - 2 * u);
  }

  /**
   * The logarithm of an integral over the line; the integrand is given by its concave logarithm.
   */
  private double logIntegral(DoubleUnaryOperator logarithm) {
    double mode = mode(logarithm);
    double top = logarithm.applyAsDouble(mode);
    double step = width(logarithm, mode, top) / 2;
    double coarse = sum(logarithm, mode, top, step);
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      step /= 2;
      double fine = sum(logarithm, mode, top, step);
      boolean settled = Math.abs(fine - coarse) <= 1e-14 * fine;
      coarse = fine;
      if (settled) {
        break;
      }
    }
    return top + Math.log(coarse);
  }

  /** The sum over a grid through the mode as far as terms count, times the step. */
  private static double sum(DoubleUnaryOperator logarithm, double mode, double top, double step) {
    double sum = 1;
    for (int direction = -1; direction <= 1; direction += 2) {
      for (int i = 1; i <= MOST_POINTS; i++) {
        double below = logarithm.applyAsDouble(mode + direction * i * step) - top;
        if (!(below > -NEGLIGIBLE)) {
          break;
        }
        sum += Math.exp(below);
      }
    }
    return sum * step;
  }

  /** How far from its mode, on the nearer side, the integrand has fallen by the factor e. */
  private static double width(DoubleUnaryOperator logarithm, double mode, double top) {
    double width = 1;
    while (width > 1e-12 && fallen(logarithm, mode, top, width) > 1) {
      width /= 2;
    }
    return width;
  }

  private static double fallen(
      DoubleUnaryOperator logarithm, double mode, double top, double distance) {
    return top
        - Math.min(
            logarithm.applyAsDouble(mode - distance), logarithm.applyAsDouble(mode + distance));
  }

  /** The place of the maximum, by thirds: all of them lie at or below 0, where s is 1. */
  private double mode(DoubleUnaryOperator logarithm) {
    double low = -1;
    while (logarithm.applyAsDouble(2 * low) > logarithm.applyAsDouble(low)) {
      low *= 2;
    }
    low *= 2;
    double high = 0;
    for (int i = 0; i < 100 && high - low > 1e-9; i++) {
      double third = (high - low) / 3;
      if (logarithm.applyAsDouble(low + third) < logarithm.applyAsDouble(high - third)) {
        low += third;
      } else {
        high -= third;
      }
    }
    return (low + high) / 2;
  }
}
