package org.absentia.outcome.derivation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact number as a fraction; it is rounded only when reported. */
public record Ratio(long numerator, long denominator) {
  public static final Ratio ZERO = new Ratio(0, 1);
  private static final int DECIMALS = 4;

  public Ratio {
    if (denominator <= 0) {
      throw new IllegalArgumentException("a denominator is positive");
    }
  }

  /** Workdays from a sum of losses in 10^-8. */
  static Ratio ofLoss(long loss) {
    return new Ratio(loss, DayAccount.DAY);
  }

  /** A number from a share or grade in 10^-4. */
  static Ratio ofShare(int share) {
    return new Ratio(share, 10_000);
  }

  /** A percentage from a share or grade in 10^-4. */
  static Ratio ofPercentage(int grade) {
    return new Ratio(grade, 100);
  }

  /** The number rounded half-up to four decimals, without trailing zeros. */
  public BigDecimal rounded() {
    BigDecimal decimal =
        BigDecimal.valueOf(numerator)
            .divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
  }
}
