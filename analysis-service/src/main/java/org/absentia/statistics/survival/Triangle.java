package org.absentia.statistics.survival;

import org.ejml.data.DMatrixRMaj;

/** A symmetric matrix kept as its lower triangle by rows. */
final class Triangle {
  private Triangle() {}

  static DMatrixRMaj full(int p, double... lower) {
    DMatrixRMaj full = new DMatrixRMaj(p, p);
    int k = 0;
    for (int a = 0; a < p; a++) {
      for (int b = 0; b <= a; b++) {
        full.set(a, b, lower[k]);
        full.set(b, a, lower[k]);
        k++;
      }
    }
    return full;
  }
}
