package org.absentia.randomisation.protocol;

import java.math.BigDecimal;

/** The value of a baseline variable. */
public sealed interface Value {
  /** Returns the value as it stands in JSON. */
  Object plain();

  /** A number. */
  record Quantity(BigDecimal number) implements Value {
    public Quantity {
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    @Override
    public Object plain() {
      return number;
    }
  }

  /** The level of a category. */
  record Level(String level) implements Value {
    @Override
    public Object plain() {
      return level;
    }
  }
}
