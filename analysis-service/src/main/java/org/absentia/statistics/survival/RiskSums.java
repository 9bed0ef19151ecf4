package org.absentia.statistics.survival;

import java.util.Arrays;

/** Sums of r, r x and r x x' (lower triangle by rows) over people. */
final class RiskSums {
  private final int p;
  private final double[] first;
  private final double[] second;
  private double total;

  RiskSums(int p) {
    this.p = p;
    this.first = new double[p];
    this.second = new double[p * (p + 1) / 2];
  }

  void clear() {
    total = 0;
    Arrays.fill(first, 0);
    Arrays.fill(second, 0);
  }

  /** Adds a person whose covariates begin at a place of x. */
  void add(double r, double[] x, int from) {
    total += r;
    int k = 0;
    for (int a = 0; a < p; a++) {
      double product = r * x[from + a];
      first[a] += product;
      for (int b = 0; b <= a; b++) {
        second[k++] += product * x[from + b];
      }
    }
  }

  void add(RiskSums other) {
    total += other.total;
    for (int a = 0; a < p; a++) {
      first[a] += other.first[a];
    }
    for (int k = 0; k < second.length; k++) {
      second[k] += other.second[k];
    }
  }

  double total() {
    return total;
  }

  double[] first() {
    return first;
  }

  double[] second() {
    return second;
  }
}
