package org.absentia.statistics.linalg;

import java.util.Arrays;

/** Householder's reflections of columns, I - 2vv' with v of length 1. */
final class Reflection {
  private Reflection() {}

  static double[] product(double[] one, double[] other) {
    double[] product = new double[one.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = one[i] * other[i];
    }
    return product;
  }

  static double[] scaled(double[] column, double factor) {
    double[] scaled = new double[column.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = column[i] * factor;
    }
    return scaled;
  }

  /** The length of a column from a place on, safe from overflow. */
  static double norm(double[] column, int from) {
    double largest = 0;
    for (int i = from; i < column.length; i++) {
      largest = Math.max(largest, Math.abs(column[i]));
    }
    if (largest == 0) {
      return 0;
    }
    double sum = 0;
    for (int i = from; i < column.length; i++) {
      double share = column[i] / largest;
      sum += share * share;
    }
    return largest * Math.sqrt(sum);
  }

  /** Makes the reflector that empties a column below a place, and the column's new element. */
  static double[] reflector(double[] column, int place, double left) {
    double alpha = column[place] > 0 ? -left : left;
    double[] v = Arrays.copyOfRange(column, place, column.length);
    v[0] -= alpha;
    double norm = norm(v, 0);
    for (int i = 0; i < v.length; i++) {
      v[i] /= norm;
    }
    column[place] = alpha;
    return v;
  }

  static void reflect(double[] v, int from, double[] column) {
    double twice = 2 * dot(v, from, column);
    for (int i = 0; i < v.length; i++) {
      column[from + i] -= twice * v[i];
    }
  }

  /** Four sums at a time, since each addition must wait for the one before it. */
  private static double dot(double[] v, int from, double[] column) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < v.length; i += 4) {
      a += v[i] * column[from + i];
      b += v[i + 1] * column[from + i + 1];
      c += v[i + 2] * column[from + i + 2];
      d += v[i + 3] * column[from + i + 3];
    }
    for (; i < v.length; i++) {
      a += v[i] * column[from + i];
    }
    return a + b + (c + d);
  }
}
