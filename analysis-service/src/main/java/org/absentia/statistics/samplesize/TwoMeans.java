package org.absentia.statistics.samplesize;

import org.absentia.statistics.distribution.NoncentralT;
import org.absentia.statistics.distribution.StudentT;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Size and power of the comparison of two means, two-sided, two arms of equal size (Stata {@code
 * power twomeans}, R {@code power.t.test(strict = TRUE)}).
 *
 * @param difference of the means; its sign does not matter
 * @param firstDeviation standard deviation in the first arm
 * @param secondDeviation standard deviation in the second arm
 * @param alpha probability of a type I error
 */
public record TwoMeans(
    double difference,
    double firstDeviation,
    double secondDeviation,
    double alpha,
    Distribution distribution) {

  private static final double LARGEST = 1e12;
  private static final int STEPS = 200;
  private static final double WHOLE = 1e-9;
  private static final double CERTAIN = 1e300;

  /** What the test statistic is compared with. */
  public enum Distribution {
    /** Known standard deviations: the normal distribution. */
    Z,
    /** One standard deviation, estimated from both arms: t with 2n - 2 degrees of freedom. */
    T,
    /** Two standard deviations: t with Satterthwaite's degrees of freedom. */
    WELCH
  }

  /**
   * How many in each arm.
   *
   * @param exact the real number at which the power is the one wanted; {@code NaN} if even the
   *     smallest arms have more
   * @param power of n in each arm
   */
  public record Size(long n, double exact, double power) {}

  public TwoMeans {
    if (!(firstDeviation > 0) || !(secondDeviation > 0) || !(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("deviations are positive, alpha between 0 and 1");
    }
  }

  /** The smallest arm for which the test statistic exists. */
  public int smallest() {
    return distribution == Distribution.Z ? 1 : 2;
  }

  /** Power of n in each arm; n need not be whole. */
  public double power(double n) {
    double spread = Math.hypot(firstDeviation, secondDeviation);
    double shift = Math.abs(difference) / spread * Math.sqrt(n);
    if (distribution == Distribution.Z) {
      return NormalDistribution.of(0, 1).survivalProbability(upperQuantile(alpha / 2) - shift);
    }
    if (shift > CERTAIN) {
      return 1;
    }
    double degrees = degreesOfFreedom(n);
    double critical = new StudentT(degrees).critical(alpha);
    NoncentralT t = new NoncentralT(degrees, shift);
    return Math.min(1, t.survival(critical) + t.lowerTail(critical));
  }

  private double degreesOfFreedom(double n) {
    if (distribution == Distribution.T) {
      return 2 * n - 2;
    }
    double larger = Math.max(firstDeviation, secondDeviation);
    double a = firstDeviation / larger * (firstDeviation / larger);
    double b = secondDeviation / larger * (secondDeviation / larger);
    double first = a / (a + b);
    double second = b / (a + b);
    return (n - 1) / (first * first + second * second);
  }

  /**
   * The size that has at least the wanted power.
   *
   * @throws IllegalArgumentException for a power that no size has, or every one
   */
  public Size size(double wanted) {
    double exact = distribution == Distribution.Z ? normalSize(wanted) : solve(wanted);
    double n = Double.isNaN(exact) ? smallest() : Math.max(smallest(), Math.ceil(exact - WHOLE));
    return new Size((long) n, exact, power(n));
  }

  private double normalSize(double wanted) {
    double sum = upperQuantile(alpha / 2) + upperQuantile(1 - wanted);
    double root = sum / Math.abs(difference) * Math.hypot(firstDeviation, secondDeviation);
    return requireReachable(sum > 0 ? root * root : Double.POSITIVE_INFINITY);
  }

  /** Halving in ln(n - 1), of which the power is an increasing function. */
  private double solve(double wanted) {
    double low = Math.log(0.1);
    if (power(1 + Math.exp(low)) >= wanted) {
      return Double.NaN;
    }
    double high = Math.log(Math.max(2, 2 * normalGuess(wanted)));
    while (power(1 + Math.exp(high)) < wanted) {
      low = high;
      high += 1;
      requireReachable(Math.exp(high));
    }
    for (int step = 0; step < STEPS && high - low > 1e-15 * Math.max(1, Math.abs(high)); step++) {
      double middle = (low + high) / 2;
      if (middle <= low || middle >= high) {
        break;
      }
      if (power(1 + Math.exp(middle)) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 1 + Math.exp((low + high) / 2);
  }

  private double normalGuess(double wanted) {
    double sum = Math.max(1, upperQuantile(alpha / 2) + upperQuantile(1 - wanted));
    double root = sum / Math.abs(difference) * Math.hypot(firstDeviation, secondDeviation);
    return requireReachable(root * root);
  }

  private static double requireReachable(double n) {
    if (!(n <= LARGEST)) {
      throw new IllegalArgumentException("no size up to 1e12 has this power");
    }
    return n;
  }

  private static double upperQuantile(double tail) {
    return NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
  }
}
