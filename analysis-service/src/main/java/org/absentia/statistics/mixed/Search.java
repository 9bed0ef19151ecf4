package org.absentia.statistics.mixed;

import java.util.Comparator;
import java.util.Optional;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.optim.TrustRegion;
import org.absentia.statistics.optim.TrustRegion.Minimum;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Finds the least deviance over all L. As a function of L the boundary is no edge: the deviance
 * does not change when a column of L changes sign, so that an estimate with a variance of 0 is a
 * stationary point inside; a point at the boundary is left again while the derivative by LL' says
 * that it can be.
 */
record Search(Deviance deviance) {
  private static final TrustRegion NEWTON = new TrustRegion(1, 1e-11, 200);
  private static final double[] WAYS_OUT = {1e-8, 1e-6, 1e-4, 1e-2, 0.1, 1};
  private static final int MOST_ESCAPES = 20;

  /** Stands for an L without bound. */
  private static final double INFINITE = 1e12;

  /** Slopes towards larger LL' that are nearer to 0 are rounding. */
  private static final double FLAT = 1e-6;

  /** Deviances that differ by less are equal. */
  private static final double EQUAL = 1e-9;

  /**
   * The least deviance; of equal ones that of no random effects. It has not converged when the
   * deviance falls without bound as L grows.
   */
  Minimum least() {
    Vector none = multiple(0);
    double value = deviance.value(none);
    if (none.size() == 0) {
      return new Minimum(none, value, 0, true);
    }
    Minimum least =
        new Starts(deviance)
            .points().stream()
                .map(start -> leavingSaddles(NEWTON.minimise(deviance, start)))
                .min(Comparator.comparingDouble(Minimum::value))
                .orElseGet(() -> new Minimum(none, value, 0, false));
    if (deviance.value(multiple(INFINITE)) < least.value() - 1) {
      return new Minimum(least.point(), Double.NEGATIVE_INFINITY, least.steps(), false);
    }
    return value <= least.value() + EQUAL ? new Minimum(none, value, least.steps(), true) : least;
  }

  private Vector multiple(double scale) {
    return deviance.covariance().multiple(scale, deviance.data().q());
  }

  private Minimum leavingSaddles(Minimum found) {
    Minimum here = found;
    for (int i = 0; i < MOST_ESCAPES; i++) {
      Optional<Vector> out = wayOut(here);
      if (out.isEmpty()) {
        return here;
      }
      here = NEWTON.minimise(deviance, out.get());
    }
    return here;
  }

  /** The best of some points in the direction in which LL' lowers the deviance most. */
  private Optional<Vector> wayOut(Minimum here) {
    return descent(here.point()).flatMap(direction -> best(here, direction));
  }

  private Optional<Vector> best(Minimum here, double[] direction) {
    Optional<Vector> best = Optional.empty();
    double least = here.value() - EQUAL;
    for (double way : WAYS_OUT) {
      Vector point = moved(here.point(), direction, way);
      double value = deviance.value(point);
      if (value < least) {
        least = value;
        best = Optional.of(point);
      }
    }
    return best;
  }

  private Optional<double[]> descent(Vector point) {
    DMatrixRMaj slope = deviance.gradientBySquare(point);
    int q = slope.getNumRows();
    if (deviance.covariance() == Covariance.INDEPENDENT) {
      for (int i = 0; i < q; i++) {
        for (int j = 0; j < q; j++) {
          slope.set(i, j, i == j ? slope.get(i, j) : 0);
        }
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(q, true, true);
    Optional<double[]> descent = Optional.empty();
    if (!MatrixFeatures_DDRM.hasUncountable(slope) && eigen.decompose(slope)) {
      double least = -FLAT;
      for (int i = 0; i < q; i++) {
        if (eigen.getEigenvalue(i).getReal() < least) {
          least = eigen.getEigenvalue(i).getReal();
          descent = Optional.of(eigen.getEigenVector(i).getData().clone());
        }
      }
    }
    return descent;
  }

  /** The parameters of LL' + way vv'. */
  private Vector moved(Vector point, double[] v, double way) {
    DMatrixRMaj factor = deviance.covariance().factor(point, v.length);
    DMatrixRMaj square = CommonOps_DDRM.multTransB(factor, factor, null);
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        square.add(i, j, way * v[i] * v[j]);
      }
    }
    return deviance.covariance().parametersOf(root(square));
  }

  /** The triangle of a matrix that may be singular. */
  private static DMatrixRMaj root(DMatrixRMaj square) {
    int q = square.getNumRows();
    DMatrixRMaj root = new DMatrixRMaj(q, q);
    for (int j = 0; j < q; j++) {
      for (int i = j; i < q; i++) {
        double sum = square.get(i, j);
        for (int k = 0; k < j; k++) {
          sum -= root.get(i, k) * root.get(j, k);
        }
        double pivot = root.get(j, j);
        double off = pivot > 0 ? sum / pivot : 0;
        root.set(i, j, i == j ? Math.sqrt(Math.max(0, sum)) : off);
      }
    }
    return root;
  }
}
