package org.absentia.statistics.linalg;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.absentia.statistics.progress.Progress;
import org.ejml.data.DMatrixRMaj;

/**
 * Products of tall matrices that are held as p columns of n numbers each. Rows are taken in blocks
 * that stay in the processor's cache, two columns against two at a time. Threads share the work by
 * stretches of rows whose sums are added in order, so that the numbers do not depend on them.
 */
public final class CrossProduct {
  private static final int BLOCK = 1024;
  private static final int STRETCH = 32 * BLOCK;

  private CrossProduct() {}

  /**
   * X'WX, p by p.
   *
   * @param weights the diagonal of W, n numbers
   */
  public static DMatrixRMaj of(double[][] columns, double[] weights) {
    int p = columns.length;
    int n = weights.length;
    double[] sums = sum(n, p * p, (from, to) -> weightedSquares(columns, weights, from, to));
    return symmetric(sums, p);
  }

  /** Sums over a stretch of rows. */
  @FunctionalInterface
  private interface Sums {
    double[] over(int from, int to);
  }

  /** Adds the sums of all stretches in order. */
  private static double[] sum(int n, int size, Sums sums) {
    double[] total = new double[size];
    Progress progress = Progress.current();
    stretches(n)
        .mapToObj(
            stretch -> {
              progress.check();
              return sums.over(stretch * STRETCH, end(stretch, n));
            })
        .forEachOrdered(
            part -> {
              for (int k = 0; k < size; k++) {
                total[k] += part[k];
              }
            });
    return total;
  }

  private static IntStream stretches(int n) {
    IntStream stretches = IntStream.range(0, Math.ceilDiv(n, STRETCH));
    return n > STRETCH ? stretches.parallel() : stretches;
  }

  private static int end(int stretch, int n) {
    return Math.min(n - stretch * STRETCH, STRETCH) + stretch * STRETCH;
  }

  private static double[] weightedSquares(
      double[][] columns, double[] weights, int start, int end) {
    int p = columns.length;
    double[] sums = new double[p * p];
    double[][] weighted = new double[p][BLOCK];
    for (int from = start; from < end; from += BLOCK) {
      int size = Math.min(BLOCK, end - from);
      for (int i = 0; i < p; i++) {
        multiply(weighted[i], columns[i], weights, from, size);
      }
      addBlock(sums, weighted, columns, from, size);
    }
    return sums;
  }

  private static void multiply(
      double[] product, double[] column, double[] weights, int from, int size) {
    for (int k = 0; k < size; k++) {
      product[k] = column[from + k] * weights[from + k];
    }
  }

  private static void addBlock(
      double[] sums, double[][] weighted, double[][] columns, int from, int size) {
    int p = columns.length;
    for (int i = 0; i < p; i += 2) {
      int nextI = Math.min(i + 1, p - 1);
      for (int j = 0; j <= i; j += 2) {
        int nextJ = Math.min(j + 1, p - 1);
        double[] a = weighted[i];
        double[] b = weighted[nextI];
        double[] c = columns[j];
        double[] d = columns[nextJ];
        double ac = 0;
        double ad = 0;
        double bc = 0;
        double bd = 0;
        for (int k = 0; k < size; k++) {
          double x = c[from + k];
          double y = d[from + k];
          ac += a[k] * x;
          ad += a[k] * y;
          bc += b[k] * x;
          bd += b[k] * y;
        }
        sums[i * p + j] += ac;
        if (nextJ > j) {
          sums[i * p + nextJ] += ad;
        }
        if (nextI > i) {
          sums[nextI * p + j] += bc;
          if (nextJ > j) {
            sums[nextI * p + nextJ] += bd;
          }
        }
      }
    }
  }

  private static DMatrixRMaj symmetric(double[] sums, int p) {
    DMatrixRMaj product = new DMatrixRMaj(p, p);
    for (int i = 0; i < p; i++) {
      for (int j = 0; j <= i; j++) {
        product.set(i, j, sums[i * p + j]);
        product.set(j, i, sums[i * p + j]);
      }
    }
    return product;
  }

  /** X'y, p numbers. */
  public static double[] of(double[][] columns, double[] y, int n) {
    return sum(n, columns.length, (from, to) -> products(columns, y, from, to));
  }

  private static double[] products(double[][] columns, double[] y, int start, int end) {
    double[] sums = new double[columns.length];
    for (int from = start; from < end; from += BLOCK) {
      int to = Math.min(from + BLOCK, end);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += dot(columns[i], y, from, to);
      }
    }
    return sums;
  }

  private static double dot(double[] one, double[] other, int from, int to) {
    double even = 0;
    double odd = 0;
    int row = from;
    for (; row + 1 < to; row += 2) {
      even += one[row] * other[row];
      odd += one[row + 1] * other[row + 1];
    }
    return row < to ? even + odd + one[row] * other[row] : even + odd;
  }

  /** Xb, n numbers. */
  public static double[] combination(double[][] columns, double[] coefficients, int n) {
    double[] sums = new double[n];
    combination(columns, coefficients, sums);
    return sums;
  }

  /** Puts Xb into n numbers. */
  public static void combination(double[][] columns, double[] coefficients, double[] sums) {
    int n = sums.length;
    stretches(n)
        .forEach(
            stretch -> {
              int from = stretch * STRETCH;
              Arrays.fill(sums, from, end(stretch, n), 0);
              combine(sums, columns, coefficients, from, end(stretch, n));
            });
  }

  private static void combine(
      double[] sums, double[][] columns, double[] coefficients, int start, int end) {
    for (int from = start; from < end; from += BLOCK) {
      int to = Math.min(from + BLOCK, end);
      for (int i = 0; i < columns.length; i++) {
        double[] column = columns[i];
        double b = coefficients[i];
        for (int row = from; row < to; row++) {
          sums[row] += b * column[row];
        }
      }
    }
  }
}
