package org.absentia.statistics.mixed;

import java.util.ArrayList;
import java.util.List;
import org.absentia.statistics.data.Vector;
import org.ejml.data.DMatrixRMaj;

/** The best linear unbiased predictions LL'Z'V^-1(y - Xb) of each group. */
final class RandomEffects {
  private RandomEffects() {}

  /**
   * The predictions in the terms' own units.
   *
   * @param factor L* of Z*
   * @param effects the p fixed effects on X*
   * @param length of what y* stands for
   */
  static List<Vector> of(
      Reduction data, DMatrixRMaj factor, double[] effects, RandomBasis random, double length) {
    int q = data.q();
    MarginalCovariance v = new MarginalCovariance(q);
    double[] root = new double[q * q];
    double[] residual = new double[q];
    List<Vector> predictions = new ArrayList<>(data.groups().size());
    for (Block block : data.groups()) {
      v.set(block.triangle().array(), factor);
      v.whiten(block.triangle().array(), root, q);
      v.whiten(residuals(block.values(), effects), residual, 1);
      double[] scaled = new double[q];
      for (int i = 0; i < q; i++) {
        for (int k = 0; k < q; k++) {
          scaled[i] += root[k * q + i] * residual[k] * length;
        }
      }
      predictions.add(
          Vector.of(times(random.back(), times(factor, timesTransposed(factor, scaled)))));
    }
    return predictions;
  }

  private static double[] residuals(Vector values, double[] effects) {
    int width = effects.length + 1;
    double[] residuals = new double[values.size() / width];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = values.at(i * width + effects.length);
      for (int j = 0; j < effects.length; j++) {
        residuals[i] -= values.at(i * width + j) * effects[j];
      }
    }
    return residuals;
  }

  private static double[] times(DMatrixRMaj matrix, double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j < product.length; j++) {
        product[i] += matrix.get(i, j) * vector[j];
      }
    }
    return product;
  }

  private static double[] timesTransposed(DMatrixRMaj matrix, double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j < product.length; j++) {
        product[i] += matrix.get(j, i) * vector[j];
      }
    }
    return product;
  }
}
