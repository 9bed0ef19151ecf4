package org.absentia.statistics.imputation;

import java.util.Optional;
import org.absentia.statistics.data.Factor;

/** A variable as it now stands in one chain, with the columns by which it predicts others. */
final class ChainColumn {
  private final double[] places;
  private final double[][] predictors;
  private final int[] levelOfPredictor;

  ChainColumn(ChainVariable variable) {
    places = variable.places();
    Optional<Factor> categories = variable.categories();
    if (categories.isEmpty()) {
      predictors = new double[][] {places};
      levelOfPredictor = new int[0];
      return;
    }
    Factor factor = categories.get();
    int dummies = Math.max(0, factor.levels().size() - 1);
    predictors = new double[dummies][places.length];
    levelOfPredictor = new int[dummies];
    for (int i = 0; i < dummies; i++) {
      levelOfPredictor[i] = i < factor.base() ? i : i + 1;
    }
    for (int row = 0; row < places.length; row++) {
      if (!Double.isNaN(places[row])) {
        set(row, places[row]);
      }
    }
  }

  double at(int row) {
    return places[row];
  }

  void set(int row, double place) {
    places[row] = place;
    for (int i = 0; i < levelOfPredictor.length; i++) {
      predictors[i][row] = place == levelOfPredictor[i] ? 1 : 0;
    }
  }

  /** The numbers themselves, or a dummy for each level but the base. */
  double[][] predictors() {
    return predictors;
  }

  double[] at(int... rows) {
    return at(places, rows);
  }

  /** Some rows of a column. */
  static double[] at(double[] column, int... rows) {
    double[] some = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      some[i] = column[rows[i]];
    }
    return some;
  }
}
