package org.absentia.statistics.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one variable in one group: the present ones in ascending order, and how many were
 * missing. A value that is not finite counts as missing.
 */
public final class Sample {

  private final double[] ascending;
  private final int missing;

  private Sample(double[] ascending, int missing) {
    this.ascending = ascending;
    this.missing = missing;
  }

  /** Takes values in any order; one that is not finite counts as missing. */
  public static Sample of(double... values) {
    double[] present =
        Arrays.stream(values)
            .filter(Double::isFinite)
            .map(Sample::withoutNegativeZero)
            .sorted()
            .toArray();
    return new Sample(present, values.length - present.length);
  }

  /** Take a null for a missing value. */
  public static Sample of(Collection<@Nullable Double> values) {
    return of(values.stream().mapToDouble(value -> value == null ? Double.NaN : value).toArray());
  }

  /** Count the present values. */
  public int n() {
    return ascending.length;
  }

  /** Count the values that were missing. */
  public int missing() {
    return missing;
  }

  /** Return the value at a rank, counted from 0 at the smallest. */
  public double at(int rank) {
    return ascending[rank];
  }

  /** Return the smallest value; {@code NaN} of an empty sample. */
  public double smallest() {
    return n() == 0 ? Double.NaN : ascending[0];
  }

  /** Return the largest value; {@code NaN} of an empty sample. */
  public double largest() {
    return n() == 0 ? Double.NaN : ascending[n() - 1];
  }

  /** Stream the values, ascending. */
  public DoubleStream stream() {
    return Arrays.stream(ascending);
  }

  /** Copy the values, ascending. */
  public double[] toArray() {
    return ascending.clone();
  }

  private static double withoutNegativeZero(double value) {
    return value + 0.0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sample sample
        && missing == sample.missing
        && Arrays.equals(ascending, sample.ascending);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(ascending) + missing;
  }

  @Override
  public String toString() {
    return "Sample[n=" + n() + ", missing=" + missing + "]";
  }
}
