package org.absentia.statistics.regression;

import java.util.List;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.ejml.data.DMatrixRMaj;

/**
 * A fitted model of a categorical outcome, with what chained equations need: draw parameters around
 * {@link #estimates} by {@link #covariance}, then ask for the {@link #probabilities} of other rows.
 */
public sealed interface CategoryModel
    permits LogisticRegression.Fit, MultinomialRegression.Fit, OrdinalRegression.Fit {

  /** All parameters in the order of the covariance. */
  Vector estimates();

  /** The inverse of the information; {@code NaN} where it is singular. */
  DMatrixRMaj covariance();

  /** Whether the likelihood has a largest value and it was found. */
  boolean converged();

  /**
   * The probability of each level in each row.
   *
   * @param parameters as many as the estimates
   * @param design rows of the same columns as those of the fit, the dropped ones included
   * @return for each level, in order, n probabilities
   */
  List<Vector> probabilities(Vector parameters, Design design);
}
