package org.absentia.statistics.inference;

import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.describe.Moments;
import org.absentia.statistics.distribution.StudentT;

/**
 * Compare two means by Student's t: with a pooled variance (Stata {@code ttest}, R {@code
 * t.test(var.equal = TRUE)}) or with Satterthwaite's degrees of freedom (Stata {@code unequal}, R's
 * default).
 */
public record TTest(Variances variances, double level) {

  /** Student's test, of equal variances. */
  public static final TTest POOLED = new TTest(Variances.EQUAL, 0.95);

  /** Welch's test, with Satterthwaite's degrees of freedom. */
  public static final TTest SATTERTHWAITE = new TTest(Variances.UNEQUAL, 0.95);

  /** Whether one variance is estimated for both groups or one for each. */
  public enum Variances {
    EQUAL,
    UNEQUAL
  }

  public TTest {
    Interval.requireLevel(level);
  }

  /**
   * First minus second. What the data do not define is {@code NaN}: statistic, p-value and interval
   * where the samples do not vary, the standard error too where they are too small.
   */
  public record Result(
      Moments first,
      Moments second,
      double difference,
      double standardError,
      double degreesOfFreedom,
      double statistic,
      double pValue,
      Interval interval) {}

  /** Tests the difference first - second of means, in the units of the values. */
  public Result test(Sample first, Sample second) {
    Moments one = Moments.of(first);
    Moments two = Moments.of(second);
    double difference = one.mean() - two.mean();
    Spread spread =
        switch (variances) {
          case EQUAL -> pooled(one, two);
          case UNEQUAL -> separate(one, two);
        };
    if (!(spread.standardError > 0) || !(spread.degreesOfFreedom > 0)) {
      return new Result(
          one,
          two,
          difference,
          spread.standardError,
          spread.degreesOfFreedom,
          Double.NaN,
          Double.NaN,
          Interval.UNDEFINED);
    }
    StudentT t = new StudentT(spread.degreesOfFreedom);
    double statistic = difference / spread.standardError;
    double half = t.within(level) * spread.standardError;
    return new Result(
        one,
        two,
        difference,
        spread.standardError,
        spread.degreesOfFreedom,
        statistic,
        t.twoSided(statistic),
        Interval.around(difference, half));
  }

  private record Spread(double standardError, double degreesOfFreedom) {}

  private static Spread pooled(Moments one, Moments two) {
    double degrees = one.n() == 0 || two.n() == 0 ? Double.NaN : one.n() + two.n() - 2;
    double squares = squares(one) + squares(two);
    double reciprocals = 1.0 / one.n() + 1.0 / two.n();
    return new Spread(
        degrees > 0 ? Math.sqrt(squares / degrees * reciprocals) : Double.NaN, degrees);
  }

  /** Sum of squares about the mean; a single value has none. */
  private static double squares(Moments moments) {
    return moments.n() == 1 ? 0 : moments.variance() * (moments.n() - 1);
  }

  private static Spread separate(Moments one, Moments two) {
    double a = one.variance() / one.n();
    double b = two.variance() / two.n();
    double share = a / (a + b);
    double rest = b / (a + b);
    double degrees = 1 / (share * share / (one.n() - 1) + rest * rest / (two.n() - 1));
    return new Spread(Math.sqrt(a + b), degrees);
  }
}
