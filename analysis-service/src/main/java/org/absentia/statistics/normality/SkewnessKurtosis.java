package org.absentia.statistics.normality;

import java.util.Optional;
import org.absentia.statistics.describe.Moments;
import org.absentia.statistics.distribution.NormalTail;
import org.absentia.statistics.distribution.StandardNormal;
import org.absentia.statistics.table.ChiSquare;

/**
 * Test for normality by skewness and kurtosis (D'Agostino, Belanger and D'Agostino 1990, Am Stat
 * 44:316), both together with the adjustment of Royston (1991, Stata Tech Bull 3:23), as Stata's
 * {@code sktest}; from 8 values on.
 */
public final class SkewnessKurtosis {
  /** The fewest values of which the test is defined. */
  public static final int SMALLEST = 8;

  private SkewnessKurtosis() {}

  /** A normal deviate and its two-sided p-value. */
  public record Deviate(double z, double pValue) {
    static Deviate of(double z) {
      return new Deviate(z, new StandardNormal().twoSided(z));
    }
  }

  /** The two tests and the joint one. */
  public record Result(
      Deviate skewness, Deviate kurtosis, ChiSquare adjusted, ChiSquare unadjusted) {}

  /** Nothing where the sample is too small or does not vary. */
  public static Optional<Result> test(Moments moments) {
    if (moments.n() < SMALLEST || Double.isNaN(moments.skewness())) {
      return Optional.empty();
    }
    double n = moments.n();
    Deviate skewness = Deviate.of(zOfSkewness(n, moments.skewness()));
    Deviate kurtosis = Deviate.of(zOfKurtosis(n, moments.kurtosis()));
    double k = skewness.z * skewness.z + kurtosis.z * kurtosis.z;
    return Optional.of(new Result(skewness, kurtosis, adjusted(n, k), ChiSquare.of(k, 2)));
  }

  private static double zOfSkewness(double n, double skewness) {
    double y = skewness * Math.sqrt((n + 1) * (n + 3) / (6 * (n - 2)));
    double beta =
        3 * (n * n + 27 * n - 70) / ((n - 2) * (n + 5)) * ((n + 1) / (n + 7)) * ((n + 3) / (n + 9));
    double w2 = -1 + Math.sqrt(2 * (beta - 1));
    double delta = 1 / Math.sqrt(Math.log(w2) / 2);
    double ratio = y / Math.sqrt(2 / (w2 - 1));
    return Math.signum(ratio) * delta * asinh(Math.abs(ratio));
  }

  /** The inverse hyperbolic sine of a number that is not negative. */
  private static double asinh(double x) {
    return Math.log1p(x + x * x / (1 + Math.sqrt(1 + x * x)));
  }

  private static double zOfKurtosis(double n, double kurtosis) {
    double expected = 3 * (n - 1) / (n + 1);
    double variance = 24 * n / (n + 1) * ((n - 2) / (n + 1)) * ((n - 3) / (n + 3)) / (n + 5);
    double x = (kurtosis - expected) / Math.sqrt(variance);
    double s =
        6
            * (n * n - 5 * n + 2)
            / ((n + 7) * (n + 9))
            * Math.sqrt(6 * (n + 3) / n * ((n + 5) / (n - 2)) / (n - 3));
    double a = 6 + 8 / s * (2 / s + Math.sqrt(1 + 4 / (s * s)));
    double c = (1 - 2 / a) / (1 + x * Math.sqrt(2 / (a - 4)));
    return (1 - 2 / (9 * a) - Math.cbrt(c)) / Math.sqrt(2 / (9 * a));
  }

  private static ChiSquare adjusted(double n, double k) {
    double crude = NormalTail.inverseLogSurvival(-k / 2);
    double threshold = 0.55 * Math.pow(n, 0.2) - 0.21;
    double l = Math.log(n);
    double a1 = (-5 + 3.46 * l) * Math.exp(-1.37 * l);
    double b1 = 1 + (0.854 - 0.148 * l) * Math.exp(-0.55 * l);
    double b2 = 2.13 / (1 - 2.37 * l);
    double a2 = a1 - b2 * threshold;
    double z = crude;
    if (crude >= threshold) {
      z = a2 + (b1 + b2) * crude;
    } else if (crude >= -1) {
      z = a1 + b1 * crude;
    }
    double logarithm = NormalTail.logSurvival(z);
    return new ChiSquare(-2 * logarithm, 2, Math.exp(logarithm));
  }
}
