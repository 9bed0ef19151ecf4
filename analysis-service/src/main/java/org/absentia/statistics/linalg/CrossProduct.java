package org.absentia.statistics.linalg;

import org.absentia.statistics.progress.Progress;
import org.ejml.data.DMatrixRMaj;

/**
 * Products of tall matrices that are held as p columns of n numbers each. Rows are taken in blocks
 * that stay in the processor's cache, two columns against two at a time.
 */
public final class CrossProduct {
  private static final int BLOCK = 1024;

  private CrossProduct() {}

  /**
   * X'WX, p by p.
   *
   * @param weights the diagonal of W, n numbers
   */
  public static DMatrixRMaj of(double[][] columns, double[] weights) {
    int p = columns.length;
    double[] sums = new double[p * p];
    double[][] weighted = new double[p][BLOCK];
    Progress progress = Progress.current();
    for (int from = 0; from < weights.length; from += BLOCK) {
      progress.check();
      int size = Math.min(BLOCK, weights.length - from);
      for (int i = 0; i < p; i++) {
        multiply(weighted[i], columns[i], weights, from, size);
      }
      addBlock(sums, weighted, columns, from, size);
    }
    return symmetric(sums, p);
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
    double[] sums = new double[columns.length];
    for (int from = 0; from < n; from += BLOCK) {
      int to = Math.min(from + BLOCK, n);
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
    for (int from = 0; from < n; from += BLOCK) {
      int to = Math.min(from + BLOCK, n);
      for (int i = 0; i < columns.length; i++) {
        double[] column = columns[i];
        double b = coefficients[i];
        for (int row = from; row < to; row++) {
          sums[row] += b * column[row];
        }
      }
    }
    return sums;
  }
}
