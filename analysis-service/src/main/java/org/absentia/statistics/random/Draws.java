package org.absentia.statistics.random;

/**
 * Draws from distributions that give the same numbers on every machine: only {@code StrictMath} and
 * operations whose rounding IEEE 754 fixes.
 */
public final class Draws {
  private final RandomStream stream;
  private double spare = Double.NaN;

  /** Draws from a stream, which nobody else draws from. */
  public Draws(RandomStream stream) {
    this.stream = stream;
  }

  /** A number from [0, 1). */
  public double uniform() {
    return stream.nextDouble();
  }

  /** A whole number from 0 to below the bound. */
  public int below(int bound) {
    return stream.nextInt(bound);
  }

  /** A standard normal number by the polar method (Marsaglia and Bray 1964). */
  public double normal() {
    if (!Double.isNaN(spare)) {
      double kept = spare;
      spare = Double.NaN;
      return kept;
    }
    while (true) {
      double x = 2 * stream.nextDouble() - 1;
      double y = 2 * stream.nextDouble() - 1;
      double square = x * x + y * y;
      if (square > 0 && square < 1) {
        double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * factor;
        return x * factor;
      }
    }
  }

  /** Independent standard normal numbers. */
  public double[] normals(int count) {
    double[] normals = new double[count];
    for (int i = 0; i < count; i++) {
      normals[i] = normal();
    }
    return normals;
  }

  /** A chi-square number; any positive degrees of freedom. */
  public double chiSquare(double degreesOfFreedom) {
    return 2 * gamma(degreesOfFreedom / 2);
  }

  /** A gamma number of scale 1 by squeeze and rejection (Marsaglia and Tsang 2000). */
  private double gamma(double shape) {
    if (shape < 1) {
      double root = StrictMath.pow(1 - stream.nextDouble(), 1 / shape);
      return gamma(shape + 1) * root;
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = normal();
      double base = 1 + c * x;
      double cube = base * base * base;
      if (cube > 0) {
        double u = 1 - stream.nextDouble(); // never 0
        if (StrictMath.log(u) < x * x / 2 + d - d * cube + d * StrictMath.log(cube)) {
          return d * cube;
        }
      }
    }
  }
}
