package org.absentia.statistics.design;

import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Vector;

/** A variable of a model in its complete rows. */
public sealed interface Variable {
  /** A number for each row. */
  record Numeric(Vector values) implements Variable {}

  /** A category for each row. */
  record Categorical(Factor factor) implements Variable {}
}
