package org.absentia.outcome.record;

import java.math.BigDecimal;

/**
 * Shares and grades as whole numbers of 10^-4. A percentage has at most two decimals, so each is
 * exact; the product of two is a whole number of 10^-8.
 */
public final class PerMyriad {
  /** A whole position, or full absence. */
  public static final int ONE = 10_000;

  private PerMyriad() {}

  /** Tells whether a percentage lies in a range and has at most two decimals. */
  public static boolean isPercentage(BigDecimal percentage, int least, int most) {
    return percentage.compareTo(BigDecimal.valueOf(least)) >= 0
        && percentage.compareTo(BigDecimal.valueOf(most)) <= 0
        && (percentage.signum() == 0 || percentage.stripTrailingZeros().scale() <= 2);
  }

  /** A percentage, 12.5 for 12.5 %, in units of 10^-4. */
  public static int ofPercentage(BigDecimal percentage) {
    if (!isPercentage(percentage, 0, 100)) {
      throw new IllegalArgumentException("a percentage is 0-100 with at most two decimals");
    }
    return percentage.movePointRight(2).intValueExact();
  }

  /** The percentage of a share or grade, without trailing zeros. */
  public static BigDecimal toPercentage(int grade) {
    BigDecimal percentage = BigDecimal.valueOf(grade, 2).stripTrailingZeros();
    return percentage.scale() < 0 ? percentage.setScale(0) : percentage;
  }

  static int checked(int grade) {
    if (grade < 0 || grade > ONE) {
      throw new IllegalArgumentException("a share or grade lies between 0 and 1");
    }
    return grade;
  }
}
