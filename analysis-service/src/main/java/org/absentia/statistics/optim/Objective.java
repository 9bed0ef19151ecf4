package org.absentia.statistics.optim;

import org.absentia.statistics.data.Vector;
import org.ejml.data.DMatrixRMaj;

/** A function of k parameters that is twice differentiable. */
public interface Objective {
  /** The value at a point; {@code NaN} where the function is not defined. */
  double value(Vector point);

  /** Value and derivatives at a point where the function is defined. */
  Expansion expand(Vector point);

  /**
   * The beginning of Taylor's series.
   *
   * @param gradient k numbers
   * @param hessian k by k, symmetric
   */
  record Expansion(double value, Vector gradient, DMatrixRMaj hessian) {}
}
