package org.absentia.statistics.distribution;

import java.util.function.IntToDoubleFunction;

/** b(0) + a(1)/(b(1) + a(2)/(b(2) + ...)), by Lentz's method as Thompson and Barnett changed it. */
final class ContinuedFraction {
  private static final int MOST_STEPS = 2_000_000;
  private static final double TINY = 1e-300;

  private ContinuedFraction() {}

  static double value(IntToDoubleFunction a, IntToDoubleFunction b) {
    double value = notZero(b.applyAsDouble(0));
    double c = value;
    double d = 0;
    for (int n = 1; n <= MOST_STEPS; n++) {
      double an = a.applyAsDouble(n);
      double bn = b.applyAsDouble(n);
      d = 1 / notZero(bn + an * d);
      c = notZero(bn + an / c);
      double change = c * d;
      value *= change;
      if (!(Math.abs(change - 1) > 2 * Math.ulp(1.0))) {
        break;
      }
    }
    return value;
  }

  private static double notZero(double x) {
    return x == 0 ? TINY : x;
  }
}
