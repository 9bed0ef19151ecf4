package org.absentia.statistics.mixed;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * What varies between groups and what is left.
 *
 * @param terms the q random terms
 * @param covariance q by q, of the random effects; {@code NaN} where the data define none
 * @param residual the variance within groups
 */
public record VarianceComponents(List<String> terms, DMatrixRMaj covariance, double residual) {
  public VarianceComponents {
    terms = List.copyOf(terms);
  }

  /** The variance of a random term, by its place. */
  public double variance(int term) {
    return covariance.get(term, term);
  }

  /** {@code NaN} where a variance is 0. */
  public double correlation(int one, int other) {
    double product = Math.sqrt(variance(one)) * Math.sqrt(variance(other));
    return product > 0
        ? Math.max(-1, Math.min(1, covariance.get(one, other) / product))
        : Double.NaN;
  }
}
