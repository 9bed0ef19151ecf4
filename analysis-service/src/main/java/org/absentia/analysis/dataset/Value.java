package org.absentia.analysis.dataset;

import java.util.OptionalDouble;

/** A present value of a variable; a missing one is absent from its row. */
public sealed interface Value {

  record Number(double value) implements Value {
    public Number {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a value must be finite");
      }
    }
  }

  record Text(String value) implements Value {}

  /** Return the number, or nothing when this is a text. */
  default OptionalDouble number() {
    return switch (this) {
      case Number number -> OptionalDouble.of(number.value);
      case Text text -> OptionalDouble.empty();
    };
  }

  /** Return the value as the name of a level: texts as they are, whole numbers without a point. */
  default String level() {
    return switch (this) {
      case Text text -> text.value;
      case Number number ->
          number.value == Math.rint(number.value) && Math.abs(number.value) < 1e15
              ? Long.toString((long) number.value)
              : Double.toString(number.value);
    };
  }
}
