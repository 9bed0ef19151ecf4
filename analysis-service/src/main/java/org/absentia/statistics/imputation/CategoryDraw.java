package org.absentia.statistics.imputation;

import java.util.Arrays;
import java.util.List;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.regression.CategoryModel;
import org.absentia.statistics.regression.LogisticRegression;
import org.absentia.statistics.regression.MultinomialRegression;
import org.absentia.statistics.regression.OrdinalRegression;
import org.ejml.data.DMatrixRMaj;

/** A model of levels with parameters drawn from N(estimate, inverse information). */
final class CategoryDraw {
  private static final double ANY_LEVEL = 0.95; // of intervals, which nobody asks for

  private final CategoryModel model;
  private final Vector parameters;

  private CategoryDraw(CategoryModel model, Vector parameters) {
    this.model = model;
    this.parameters = parameters;
  }

  /**
   * Draws a model.
   *
   * @param outcome the levels of the rows, two at least, each with a row
   */
  static CategoryDraw of(ImputationMethod method, Factor outcome, Augmentation rows, Draws draws) {
    CategoryModel model = fit(method, outcome, rows);
    double[] parameters = model.estimates().array().clone();
    if (model.converged()) {
      double[] normals = draws.normals(parameters.length);
      double[][] root = root(model.covariance());
      for (int i = 0; i < parameters.length; i++) {
        for (int j = 0; j <= i; j++) {
          parameters[i] += root[i][j] * normals[j];
        }
      }
    }
    return new CategoryDraw(model, Vector.of(parameters));
  }

  private static CategoryModel fit(ImputationMethod method, Factor outcome, Augmentation rows) {
    if (outcome.levels().size() == 2) {
      double[] events = Arrays.stream(outcome.codes().array()).asDoubleStream().toArray();
      return new LogisticRegression(ANY_LEVEL)
          .fit(rows.design(), Vector.of(events), rows.weights());
    }
    return switch (method) {
      case ORDINAL -> new OrdinalRegression(ANY_LEVEL).fit(rows.design(), outcome, rows.weights());
      case MULTINOMIAL ->
          new MultinomialRegression(ANY_LEVEL).fit(rows.design(), outcome, rows.weights());
      case NORMAL, PMM, LOGISTIC ->
          throw new IllegalArgumentException(method + " has no model of several levels");
    };
  }

  /** Whether the likelihood has a largest value; without it nothing was drawn. */
  boolean converged() {
    return model.converged();
  }

  /** Whether every parameter is a number. */
  boolean defined() {
    return Arrays.stream(parameters.array()).allMatch(Double::isFinite);
  }

  /** Draws a level for each row: the first up to which the probabilities reach a uniform number. */
  int[] levels(Design rows, Draws draws) {
    List<Vector> probabilities = model.probabilities(parameters, rows);
    int[] levels = new int[rows.n()];
    for (int row = 0; row < levels.length; row++) {
      double rest = draws.uniform();
      int level = 0;
      while (level < probabilities.size() - 1 && rest >= probabilities.get(level).at(row)) {
        rest -= probabilities.get(level++).at(row);
      }
      levels[row] = level;
    }
    return levels;
  }

  /** A lower triangle L with LL' the matrix (Cholesky); 0 where nothing varies any more. */
  static double[][] root(DMatrixRMaj matrix) {
    int size = matrix.getNumRows();
    double[][] root = new double[size][size];
    for (int j = 0; j < size; j++) {
      double left = matrix.get(j, j);
      for (int k = 0; k < j; k++) {
        left -= root[j][k] * root[j][k];
      }
      root[j][j] = left > 0 ? Math.sqrt(left) : 0;
      for (int i = j + 1; i < size && left > 0; i++) {
        double sum = matrix.get(i, j);
        for (int k = 0; k < j; k++) {
          sum -= root[i][k] * root[j][k];
        }
        root[i][j] = sum / root[j][j];
      }
    }
    return root;
  }
}
