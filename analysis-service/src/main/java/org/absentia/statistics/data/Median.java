package org.absentia.statistics.data;

/** The median of many numbers, by selection and not by sorting (Hoare 1961): O(n). */
public final class Median {
  private Median() {}

  /** The middle number, or the mean of the middle two; {@code NaN} of none. */
  public static double of(double[] values) {
    return ofScratch(values.clone());
  }

  /** The same, but reorders the numbers. */
  public static double ofScratch(double[] values) {
    int n = values.length;
    if (n == 0) {
      return Double.NaN;
    }
    double upper = select(values, n / 2);
    if (n % 2 == 1) {
      return upper;
    }
    double lower = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n / 2; i++) {
      lower = Math.max(lower, values[i]);
    }
    return lower + (upper - lower) / 2;
  }

  /** Puts the number of a rank at its place, smaller ones before it and larger ones behind. */
  private static double select(double[] values, int rank) {
    int from = 0;
    int to = values.length - 1;
    while (from < to) {
      double pivot = pivot(values, from, to);
      int i = from;
      int j = to;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swap = values[i];
          values[i++] = values[j];
          values[j--] = swap;
        }
      }
      if (rank <= j) {
        to = j;
      } else if (rank >= i) {
        from = i;
      } else {
        return values[rank];
      }
    }
    return values[rank];
  }

  /** The median of nine, or of three where there are few. */
  private static double pivot(double[] values, int from, int to) {
    int middle = (from + to) >>> 1;
    int step = (to - from) / 8;
    return step == 0
        ? middle(values[from], values[middle], values[to])
        : middle(
            middle(values[from], values[from + step], values[from + 2 * step]),
            middle(values[middle - step], values[middle], values[middle + step]),
            middle(values[to - 2 * step], values[to - step], values[to]));
  }

  private static double middle(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
