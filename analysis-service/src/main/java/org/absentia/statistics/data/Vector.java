package org.absentia.statistics.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers in order that do not change. */
public final class Vector {
  private final double[] values;

  private Vector(double[] values) {
    this.values = values;
  }

  /** A vector of an array that nobody writes to any more. */
  public static Vector of(double... values) {
    return new Vector(values);
  }

  /** The same number again and again. */
  public static Vector constant(double value, int size) {
    double[] values = new double[size];
    Arrays.fill(values, value);
    return new Vector(values);
  }

  public int size() {
    return values.length;
  }

  public double at(int place) {
    return values[place];
  }

  /** The numbers themselves, for loops that must be fast; they are not to be written to. */
  public double[] array() {
    return values;
  }

  /** Whether each number is 0 or 1. */
  public boolean isBinary() {
    return Arrays.stream(values).allMatch(value -> value == 0 || value == 1);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Vector vector && Arrays.equals(values, vector.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return values.length > 8 ? values.length + " numbers" : Arrays.toString(values);
  }
}
