package org.absentia.statistics.mixed;

import java.util.Arrays;
import org.absentia.statistics.data.Vector;
import org.ejml.data.DMatrixRMaj;

/**
 * Sums over the groups from which the derivatives of the deviance by S = LL' follow. With P =
 * R'V^-1 R, u = R'V^-1 r, W = R'V^-1 X* K'^-1 and N the divisor of the residual variance s^2: the
 * gradient is G = sum of P - uu'/s^2 (- WW' under REML).
 */
final class Curvature {
  private final int q;
  private final int p;
  private final boolean restricted;
  private final double variance;
  private final double divisor;
  private final double[] gradient;
  private final double[] squares;
  private final double[] tensor;
  private final double[] crossed;
  private final double[] information;

  private Curvature(int q, int p, boolean restricted, double divisor, double variance) {
    this.q = q;
    this.p = p;
    this.restricted = restricted;
    this.divisor = divisor;
    this.variance = variance;
    this.gradient = new double[q * q];
    this.squares = new double[q * q];
    this.tensor = new double[q * q * q * q];
    this.crossed = new double[p * q * q];
    this.information = restricted ? new double[p * p * q * q] : new double[0];
  }

  /**
   * Sums over the groups.
   *
   * @param divisor n, or n - p under REML
   */
  static Curvature of(
      Reduction data, DMatrixRMaj factor, Profile profile, boolean restricted, double divisor) {
    Curvature sums =
        new Curvature(
            data.q(), data.p(), restricted, divisor, profile.residualSumOfSquares() / divisor);
    int q = data.q();
    int width = data.p() + 1;
    MarginalCovariance v = new MarginalCovariance(q);
    double[] root = new double[q * q];
    double[] y = new double[q * width];
    double[] w = new double[q * width];
    double[] outer = new double[q * q];
    for (Reduction.Likes likes : data.likes()) {
      v.set(likes.triangle().array(), factor);
      v.whiten(likes.triangle().array(), root, q);
      Arrays.fill(outer, 0);
      for (Vector values : likes.values()) {
        v.whiten(values.array(), y, width);
        profile.decorrelate(y);
        project(root, y, w, q, width);
        sums.add(w, outer);
      }
      sums.add(likes.count(), root, outer);
    }
    return sums;
  }

  /** W = D'Y with D = C^-1 R. */
  private static void project(double[] root, double[] y, double[] w, int q, int width) {
    Arrays.fill(w, 0);
    for (int k = 0; k < q; k++) {
      for (int i = 0; i < q; i++) {
        double factor = root[k * q + i];
        for (int j = 0; j < width && factor != 0; j++) {
          w[i * width + j] += factor * y[k * width + j];
        }
      }
    }
  }

  /** Adds what a block gives; {@code outer} collects uu'/s^2 (+ WW'). */
  private void add(double[] w, double[] outer) {
    int width = p + 1;
    for (int a = 0; a < q; a++) {
      for (int b = 0; b < q; b++) {
        double u = w[b * width + p];
        double square = w[a * width + p] * u;
        squares[a * q + b] += square;
        outer[a * q + b] += square / variance;
        for (int j = 0; j < p; j++) {
          crossed[(a * q + b) * p + j] += w[a * width + j] * u;
        }
        if (restricted) {
          addInformation(w, a, b, outer);
        }
      }
    }
  }

  private void addInformation(double[] w, int a, int b, double[] outer) {
    int width = p + 1;
    double dot = 0;
    int at = (a * q + b) * p * p;
    for (int j = 0; j < p; j++) {
      double left = w[a * width + j];
      dot += left * w[b * width + j];
      for (int k = 0; k < p; k++) {
        information[at + j * p + k] += left * w[b * width + k];
      }
    }
    outer[a * q + b] += dot;
  }

  /** Adds what like groups share. */
  private void add(int count, double[] root, double[] outer) {
    double[] inner = new double[q * q];
    for (int a = 0; a < q; a++) {
      for (int b = 0; b < q; b++) {
        for (int k = 0; k < q; k++) {
          inner[a * q + b] += root[k * q + a] * root[k * q + b];
        }
      }
    }
    for (int ad = 0; ad < q * q; ad++) {
      gradient[ad] += count * inner[ad] - outer[ad];
      double factor = 2 * outer[ad] - count * inner[ad];
      for (int bc = 0; bc < q * q; bc++) {
        tensor[ad * q * q + bc] += factor * inner[bc];
      }
    }
  }

  /** The derivative of the deviance by S. */
  DMatrixRMaj gradient() {
    return DMatrixRMaj.wrap(q, q, gradient.clone());
  }

  /** The derivative of the residual sum of squares along a symmetric E, with its sign changed. */
  private double squares(double[] e) {
    return dot(squares, e);
  }

  private double[] crossed(double[] e) {
    double[] sum = new double[p];
    for (int ab = 0; ab < q * q; ab++) {
      for (int j = 0; j < p; j++) {
        sum[j] += e[ab] * crossed[ab * p + j];
      }
    }
    return sum;
  }

  private double[] information(double[] e) {
    double[] sum = new double[restricted ? p * p : 0];
    for (int ab = 0; ab < q * q; ab++) {
      for (int j = 0; j < sum.length && e[ab] != 0; j++) {
        sum[j] += e[ab] * information[ab * p * p + j];
      }
    }
    return sum;
  }

  /** M with sum E_ab M_ab = sum E_ab F_cd T_ad,bc. */
  private double[] contracted(double[] f) {
    double[] m = new double[q * q];
    for (int a = 0; a < q; a++) {
      for (int b = 0; b < q; b++) {
        double sum = 0;
        for (int c = 0; c < q; c++) {
          for (int d = 0; d < q; d++) {
            sum += f[c * q + d] * tensor[(a * q + d) * q * q + b * q + c];
          }
        }
        m[a * q + b] = sum;
      }
    }
    return m;
  }

  /**
   * The second derivatives of the deviance by S along pairs of symmetric directions.
   *
   * @param directions each q by q by rows
   */
  DMatrixRMaj hessian(double[]... directions) {
    int k = directions.length;
    DMatrixRMaj hessian = new DMatrixRMaj(k, k);
    double[][] crosses = new double[k][];
    double[][] informations = new double[k][];
    for (int i = 0; i < k; i++) {
      double[] contracted = contracted(directions[i]);
      crosses[i] = crossed(directions[i]);
      informations[i] = information(directions[i]);
      for (int j = 0; j <= i; j++) {
        double squares = squares(directions[i]) * squares(directions[j]);
        double second =
            dot(directions[j], contracted)
                - squares / (divisor * variance * variance)
                - 2 / variance * dot(crosses[i], crosses[j])
                - dot(informations[i], informations[j]);
        hessian.set(i, j, second);
        hessian.set(j, i, second);
      }
    }
    return hessian;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
