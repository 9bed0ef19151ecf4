package org.absentia.statistics.imputation;

import java.util.List;
import org.absentia.statistics.data.Vector;
import org.ejml.data.DMatrixRMaj;

/**
 * What one completed data set says: k terms, their estimates, and the k x k covariance of these.
 */
public record Estimates(List<String> terms, Vector values, DMatrixRMaj covariance) {
  public Estimates {
    terms = List.copyOf(terms);
    int k = terms.size();
    if (values.size() != k || covariance.getNumRows() != k || covariance.getNumCols() != k) {
      throw new IllegalArgumentException("as many estimates and variances as terms");
    }
  }

  /** Only the terms at some places. */
  public Estimates only(List<Integer> places) {
    int k = places.size();
    double[] some = new double[k];
    DMatrixRMaj block = new DMatrixRMaj(k, k);
    for (int i = 0; i < k; i++) {
      some[i] = values.at(places.get(i));
      for (int j = 0; j < k; j++) {
        block.set(i, j, covariance.get(places.get(i), places.get(j)));
      }
    }
    return new Estimates(places.stream().map(terms::get).toList(), Vector.of(some), block);
  }
}
