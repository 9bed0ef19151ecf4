package org.absentia.statistics.samplesize;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A reason to recruit more persons than the calculation says. */
public sealed interface Inflation {
  /** Why, in words. */
  String reason();

  /** The larger number, rounded up; in decimal arithmetic, so that 100 times 1.1 is 110. */
  long of(long n);

  /** A share from 0 to below 1 will be lost: n/(1 - share). */
  record Loss(String reason, BigDecimal share) implements Inflation {
    @Override
    public long of(long n) {
      return BigDecimal.valueOf(n)
          .divide(BigDecimal.ONE.subtract(share), 0, RoundingMode.CEILING)
          .longValue();
    }
  }

  /** So many times as many. */
  record Factor(String reason, BigDecimal factor) implements Inflation {
    @Override
    public long of(long n) {
      return BigDecimal.valueOf(n).multiply(factor).setScale(0, RoundingMode.CEILING).longValue();
    }
  }
}
