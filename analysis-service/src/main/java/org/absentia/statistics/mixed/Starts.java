package org.absentia.statistics.mixed;

import java.util.ArrayList;
import java.util.List;
import org.absentia.statistics.data.Vector;
import org.ejml.data.DMatrixRMaj;

/**
 * Where the search begins: in every valley of the deviance among multiples of the identity, and,
 * with so few groups that the deviance may have several valleys, also near some singular L.
 */
record Starts(Deviance deviance) {
  private static final double[] SCALES = {1e-3, 1e-2, 0.1, 0.3, 1, 3, 10, 100, 1e3, 1e4};
  private static final int FEW_GROUPS = 200;
  private static final int MOST_SIGNED_TERMS = 4;
  private static final double SMALL = 0.05;
  private static final double LARGE = 2;

  List<Vector> points() {
    List<Vector> points = new ArrayList<>(valleys());
    if (q() > 1 && deviance.data().groups().size() <= FEW_GROUPS) {
      points.addAll(single());
      if (deviance.covariance() == Covariance.UNSTRUCTURED && q() <= MOST_SIGNED_TERMS) {
        points.addAll(dependent());
      }
      points.removeIf(point -> Double.isNaN(deviance.value(point)));
    }
    return points;
  }

  private int q() {
    return deviance.data().q();
  }

  private Vector multiple(double scale) {
    return deviance.covariance().multiple(scale, q());
  }

  /** The scales at which the deviance is less than at the neighbouring ones. */
  private List<Vector> valleys() {
    double[] values = new double[SCALES.length];
    for (int i = 0; i < values.length; i++) {
      double value = deviance.value(multiple(SCALES[i]));
      values[i] = Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }
    List<Vector> valleys = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      boolean falls = i == 0 || values[i] < values[i - 1];
      boolean rises = i == values.length - 1 || values[i] <= values[i + 1];
      if (falls && rises && Double.isFinite(values[i])) {
        valleys.add(multiple(SCALES[i]));
      }
    }
    return valleys;
  }

  /** One term varies much, the others little. */
  private List<Vector> single() {
    List<Vector> points = new ArrayList<>();
    for (int term = 0; term < q(); term++) {
      DMatrixRMaj factor = small();
      factor.set(term, term, LARGE);
      points.add(deviance.covariance().parametersOf(factor));
    }
    return points;
  }

  /** All terms vary together, in each combination of signs. */
  private List<Vector> dependent() {
    List<Vector> points = new ArrayList<>();
    for (int signs = 0; signs < 1 << (q() - 1); signs++) {
      DMatrixRMaj factor = small();
      factor.set(0, 0, LARGE);
      for (int i = 1; i < q(); i++) {
        factor.set(i, 0, (signs >> (i - 1) & 1) == 0 ? LARGE : -LARGE);
      }
      points.add(deviance.covariance().parametersOf(factor));
    }
    return points;
  }

  private DMatrixRMaj small() {
    DMatrixRMaj factor = new DMatrixRMaj(q(), q());
    for (int i = 0; i < q(); i++) {
      factor.set(i, i, SMALL);
    }
    return factor;
  }
}
