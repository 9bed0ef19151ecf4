package org.absentia.statistics.regression;

import org.absentia.statistics.data.Vector;
import org.ejml.data.DMatrixRMaj;

/** A log likelihood that curves downwards everywhere. */
interface Likelihood {
  /**
   * The log likelihood at a point.
   *
   * @param gradient its slope, a number for each parameter
   * @param information minus its second derivatives
   */
  record Point(double value, Vector gradient, DMatrixRMaj information) {}

  /** Computes it; a value of minus infinity, where there is none. */
  Point at(double[] parameters);

  /** By how much a step moves that linear predictor that it moves most. */
  double farthest(double[] step);
}
