package org.absentia.statistics.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one variable, a row each; a missing value has its place. */
public sealed interface Column {
  int size();

  boolean isMissing(int row);

  /** Numbers; {@code NaN} and infinities are missing. */
  final class Numbers implements Column {
    private final double[] values;

    /** Numbers by row; {@code NaN} where one is missing. */
    public Numbers(double... values) {
      this.values = values.clone();
    }

    /** The number of a row; {@code NaN} where it is missing. */
    public double at(int row) {
      return values[row];
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public boolean isMissing(int row) {
      return !Double.isFinite(values[row]);
    }
  }

  /** Names of categories; null is missing. */
  final class Texts implements Column {
    private final List<@Nullable String> values;

    /** Texts by row; null where one is missing. */
    public Texts(List<@Nullable String> values) {
      this.values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** The text of a row; null where it is missing. */
    public @Nullable String at(int row) {
      return values.get(row);
    }

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public boolean isMissing(int row) {
      return values.get(row) == null;
    }
  }
}
