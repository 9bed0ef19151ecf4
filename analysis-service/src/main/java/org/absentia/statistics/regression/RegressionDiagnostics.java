package org.absentia.statistics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.linalg.LeastSquares;
import org.absentia.statistics.table.ChiSquare;

/**
 * What a fit by least squares says about single rows, about its columns and about its variance
 * (contracts/statistics-formulas.md F7; Cook 1977, Fox and Monette 1992, Koenker 1981). With
 * weights, residuals stand here times the root of the weight, as in R's {@code lm.influence}.
 *
 * @param leverage of each row
 * @param cooksDistance of each row; {@code NaN} where the leverage is 1
 * @param standardised residuals by their standard errors
 * @param studentised the same with sigma of the fit without the row
 * @param varianceInflation of each column but the intercept
 * @param generalisedVarianceInflation of each term
 */
public record RegressionDiagnostics(
    Vector leverage,
    Vector cooksDistance,
    Vector standardised,
    Vector studentised,
    List<Inflation> varianceInflation,
    List<Inflation> generalisedVarianceInflation,
    ChiSquare breuschPagan) {

  /**
   * By how much other columns inflate a variance.
   *
   * @param place of the column in the design, or of the term in the formula
   */
  public record Inflation(int place, double value, int degreesOfFreedom) {
    /** On the scale of a standard error of one column. */
    public double perDegree() {
      return Math.pow(value, 0.5 / degreesOfFreedom);
    }
  }

  /** The diagnostics of a fit. */
  public static RegressionDiagnostics of(LinearRegression.Fit fit) {
    int n = fit.design().n();
    WeightedSums sums = new WeightedSums(fit.weights());
    double[] e = sums.timesRoots(fit.residuals().array());
    double[] leverage = fit.design().p() == 0 ? new double[n] : fit.decomposition().leverages();
    double[] cook = new double[n];
    double[] standardised = new double[n];
    double[] studentised = new double[n];
    double p = fit.design().p();
    double variance = fit.sigma() * fit.sigma();
    for (int row = 0; row < n; row++) {
      double rest = 1 - leverage[row];
      rest = rest < Sandwich.LEVERAGE_ONE ? Double.NaN : rest;
      double square = e[row] * e[row];
      double without = (fit.residualSumOfSquares() - square / rest) / (n - p - 1);
      cook[row] = square * leverage[row] / (p * variance * rest * rest);
      standardised[row] = e[row] / Math.sqrt(variance * rest);
      studentised[row] = n - p - 1 > 0 ? e[row] / Math.sqrt(without * rest) : Double.NaN;
    }
    return new RegressionDiagnostics(
        Vector.of(leverage),
        Vector.of(cook),
        Vector.of(standardised),
        Vector.of(studentised),
        inflations(fit, sums),
        generalisedInflations(fit, sums),
        breuschPagan(fit, e));
  }

  /** 1/(1 - R^2) of each column on the others, from the inverse of X'WX. */
  private static List<Inflation> inflations(LinearRegression.Fit fit, WeightedSums sums) {
    List<Inflation> inflations = new ArrayList<>();
    var inverse = fit.decomposition().inverseCrossProduct();
    for (int i = 0; i < fit.design().p(); i++) {
      if (fit.design().columns().get(i).term() >= 0) {
        double[] column = centred(fit.design(), i, sums);
        inflations.add(new Inflation(i, Math.max(1, sums.squares(column) * inverse.get(i, i)), 1));
      }
    }
    return inflations;
  }

  private static double[] centred(Design design, int column, WeightedSums sums) {
    double[] values = design.columns().get(column).values().array();
    return sums.less(values, design.hasIntercept() ? sums.mean(values) : 0);
  }

  private static List<Inflation> generalisedInflations(
      LinearRegression.Fit fit, WeightedSums sums) {
    List<Inflation> inflations = new ArrayList<>();
    Design design = fit.design();
    double all = logDeterminant(design, part -> true, sums);
    int[] terms =
        design.columns().stream().mapToInt(Design.Part::term).filter(t -> t >= 0).toArray();
    for (int term : Arrays.stream(terms).distinct().toArray()) {
      double own = logDeterminant(design, part -> part.term() == term, sums);
      double others = logDeterminant(design, part -> part.term() != term, sums);
      int columns = (int) Arrays.stream(terms).filter(t -> t == term).count();
      inflations.add(new Inflation(term, Math.exp(Math.max(0, own + others - all)), columns));
    }
    return inflations;
  }

  /** The logarithm of the determinant of the correlations of some columns. */
  private static double logDeterminant(
      Design design, Predicate<Design.Part> which, WeightedSums sums) {
    List<double[]> columns = new ArrayList<>();
    for (int i = 0; i < design.p(); i++) {
      Design.Part part = design.columns().get(i);
      if (part.term() >= 0 && which.test(part)) {
        double[] column = sums.timesRoots(centred(design, i, sums));
        double length = Math.sqrt(Arrays.stream(column).map(x -> x * x).sum());
        columns.add(Arrays.stream(column).map(x -> x / length).toArray());
      }
    }
    return LeastSquares.of(columns.toArray(double[][]::new)).logDeterminant();
  }

  /** n R^2 of the squared residuals on the columns. */
  private static ChiSquare breuschPagan(LinearRegression.Fit fit, double[] e) {
    int df = fit.design().p() - (fit.design().hasIntercept() ? 1 : 0);
    double[] squares = Arrays.stream(e).map(x -> x * x).toArray();
    double rSquared =
        fit.residualSumOfSquares() > 0
            ? LinearRegression.CLASSICAL.fit(fit.design(), Vector.of(squares)).rSquared()
            : Double.NaN;
    double chiSquare = df > 0 ? e.length * rSquared : Double.NaN;
    return ChiSquare.of(Math.max(0, chiSquare), df);
  }
}
