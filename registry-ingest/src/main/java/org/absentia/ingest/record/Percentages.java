package org.absentia.ingest.record;

import java.math.BigDecimal;

/** Percentages with at most two decimals, in one form, so that equal ones are equal. */
final class Percentages {
  private Percentages() {}

  static BigDecimal checked(BigDecimal value, int from, int to) {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() > 2
        || plain.compareTo(BigDecimal.valueOf(from)) < 0
        || plain.compareTo(BigDecimal.valueOf(to)) > 0) {
      throw new IllegalArgumentException("not a percentage from " + from + " to " + to);
    }
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
