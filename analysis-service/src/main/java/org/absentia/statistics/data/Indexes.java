package org.absentia.statistics.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whole numbers in order that do not change: places of rows, codes of levels. */
public final class Indexes {
  private final int[] values;

  private Indexes(int[] values) {
    this.values = values;
  }

  /** Indexes of an array that nobody writes to any more. */
  public static Indexes of(int... values) {
    return new Indexes(values);
  }

  public int size() {
    return values.length;
  }

  public int at(int place) {
    return values[place];
  }

  /** The numbers themselves, for loops that must be fast; they are not to be written to. */
  public int[] array() {
    return values;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Indexes indexes && Arrays.equals(values, indexes.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return values.length > 8 ? values.length + " places" : Arrays.toString(values);
  }
}
