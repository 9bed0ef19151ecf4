package org.absentia.randomisation.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a score that is no whole number is rounded. */
public record Rounding(int decimals, RoundingMode mode) {
  BigDecimal divide(BigDecimal dividend, int divisor) {
    return dividend.divide(BigDecimal.valueOf(divisor), decimals, mode);
  }

  /** Rounds a sum. */
  public BigDecimal round(BigDecimal value) {
    return value.setScale(decimals, mode);
  }
}
