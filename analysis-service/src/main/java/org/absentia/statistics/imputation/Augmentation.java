package org.absentia.statistics.imputation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;

/**
 * The rows to which a model of categories is fitted: the observed ones with weight 1, and light
 * pseudo-rows that keep estimates finite when predictors separate the levels (White, Daniel and
 * Royston 2010). With p predictor columns and k levels there are 2pk of them, together of weight p
 * + 1: for each column and level one row half a standard deviation above the column's mean, one
 * below, but within its range, all other columns at their means.
 *
 * @param places of the levels, one for each row
 */
record Augmentation(Design design, Indexes places, Vector weights) {

  /**
   * Augments the observed rows.
   *
   * @param predictors p columns of all rows
   * @param places the levels of the observed rows
   * @param rows that stand for the spread of the predictors
   */
  static Augmentation of(
      List<double[]> predictors, int[] places, int levels, Indexes observed, Indexes rows) {
    int p = predictors.size();
    int n = observed.size();
    int pseudo = 2 * p * levels;
    List<Design.Part> columns = new ArrayList<>();
    columns.add(Design.Part.intercept(n + pseudo));
    for (int j = 0; j < p; j++) {
      double[] column =
          Arrays.copyOf(ChainColumn.at(predictors.get(j), observed.array()), n + pseudo);
      pseudoRows(column, n, Spread.of(predictors.get(j), rows), 2 * levels * j, 2 * levels);
      columns.add(new Design.Part("x" + j, j, Vector.of(column)));
    }
    int[] all = Arrays.copyOf(places, n + pseudo);
    double[] weights = new double[n + pseudo];
    Arrays.fill(weights, 0, n, 1);
    for (int i = 0; i < pseudo; i++) {
      all[n + i] = i / 2 % levels;
      weights[n + i] = (p + 1.0) / pseudo;
    }
    return new Augmentation(new Design(columns, n + pseudo), Indexes.of(all), Vector.of(weights));
  }

  /** Fills the pseudo-rows of a column, which moves in some of them. */
  private static void pseudoRows(double[] column, int n, Spread spread, int from, int moving) {
    Arrays.fill(column, n, column.length, spread.mean);
    for (int i = 0; i < moving; i++) {
      column[n + from + i] = i % 2 == 0 ? spread.above() : spread.below();
    }
  }

  /** Where the numbers of a predictor lie. */
  private record Spread(double mean, double deviation, double least, double most) {
    static Spread of(double[] column, Indexes rows) {
      double sum = 0;
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int row : rows.array()) {
        sum += column[row];
        least = Math.min(least, column[row]);
        most = Math.max(most, column[row]);
      }
      double mean = sum / rows.size();
      double squares = 0;
      for (int row : rows.array()) {
        squares += (column[row] - mean) * (column[row] - mean);
      }
      double deviation = rows.size() < 2 ? 0 : Math.sqrt(squares / (rows.size() - 1));
      return new Spread(mean, deviation, least, most);
    }

    double above() {
      return Math.min(most, mean + deviation / 2);
    }

    double below() {
      return Math.max(least, mean - deviation / 2);
    }
  }
}
