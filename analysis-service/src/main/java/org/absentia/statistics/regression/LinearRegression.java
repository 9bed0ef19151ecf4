package org.absentia.statistics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.distribution.UpperTail;
import org.absentia.statistics.linalg.LeastSquares;
import org.absentia.statistics.table.CoefficientTable;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Least squares (R {@code lm}, Stata {@code regress}) with classical or heteroscedasticity-
 * consistent standard errors (contracts/statistics-formulas.md F7).
 *
 * <p>Weights are analytic: a row of weight w has variance sigma^2/w, as R {@code lm(weights = )}.
 * Estimates minimise the sum of w e^2, sigma^2 is that sum over n - p with n the number of rows,
 * and nothing but sigma changes when all weights are doubled. For probability weights use one of
 * the consistent types; HC1 is Stata's {@code [pweight]}.
 */
public record LinearRegression(CovarianceType covarianceType, double level) {
  /** Ordinary least squares with intervals of 95 %. */
  public static final LinearRegression CLASSICAL =
      new LinearRegression(CovarianceType.CLASSICAL, 0.95);

  /** A sum of squares below this share of the total is the rounding of an exact fit. */
  private static final double EXACT = 1e-28;

  /** How the covariance of the estimates is computed; HC1 is Stata's {@code robust}. */
  public enum CovarianceType {
    CLASSICAL,
    HC0,
    HC1,
    HC2,
    HC3
  }

  public LinearRegression {
    Interval.requireLevel(level);
  }

  /** A joint test by F; {@code NaN} where the data define none. */
  public record FTest(double statistic, double df1, double df2, double pValue) {
    /** The test of a statistic. */
    public static FTest of(double statistic, double df1, double df2) {
      boolean defined = df1 > 0 && df2 > 0 && statistic >= 0 && Double.isFinite(statistic);
      return new FTest(
          statistic, df1, df2, defined ? UpperTail.f(statistic, df1, df2) : Double.NaN);
    }
  }

  /**
   * A fitted model.
   *
   * @param design the columns that were kept
   * @param decomposition of the kept columns, each row times the root of its weight
   * @param fitted xb of each row
   * @param residuals response less xb, not weighted
   * @param weights 1 where none were given
   * @param residualSumOfSquares weighted
   * @param sigma standard deviation of a residual of weight 1
   * @param notes what a reader must know
   */
  public record Fit(
      Design design,
      LeastSquares decomposition,
      CoefficientTable table,
      Vector fitted,
      Vector residuals,
      double residualSumOfSquares,
      double sigma,
      double rSquared,
      double adjustedRSquared,
      FTest f,
      double logLikelihood,
      Vector weights,
      List<String> notes) {
    public Fit {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Fits a response to a design of full or lesser rank.
   *
   * @param response n numbers
   */
  public Fit fit(Design design, Vector response) {
    return fit(
        design, LeastSquares.of(design.values()), response, WeightedSums.unweighted(design.n()));
  }

  /**
   * Fits a response with weights.
   *
   * @param response n numbers
   * @param weights n numbers above 0
   */
  public Fit fit(Design design, Vector response, Vector weights) {
    LeastSquares decomposition = LeastSquares.weighted(weights.array(), design.values());
    return fit(design, decomposition, response, new WeightedSums(weights));
  }

  /** Fits a response to a design that has been decomposed; rows count once each. */
  Fit fit(Design design, LeastSquares decomposition, Vector response) {
    return fit(design, decomposition, response, WeightedSums.unweighted(design.n()));
  }

  /** With an intercept the response is taken from its mean, which saves its digits. */
  private Fit fit(Design design, LeastSquares decomposition, Vector response, WeightedSums sums) {
    Design kept = design.only(decomposition.kept());
    double centre = kept.hasIntercept() ? sums.mean(response.array()) : 0;
    double[] y = sums.less(response.array(), centre);
    double[] estimates = decomposition.solve(sums.timesRoots(y));
    double[] residuals = sums.byRoots(decomposition.residuals(sums.timesRoots(y)));
    if (kept.hasIntercept()) {
      estimates[0] += centre;
    }
    List<String> notes = new ArrayList<>(dropped(design, decomposition.kept()));
    double total = sums.squares(y);
    double rss = sums.squares(residuals);
    if (rss <= EXACT * total) {
      Arrays.fill(residuals, 0);
      rss = 0;
      notes.add("the terms explain the outcome exactly: nothing is left to test against");
    }
    return summary(
        kept, decomposition, response, sums, notes, estimates, residuals, new Squares(total, rss));
  }

  private record Squares(double total, double residual) {}

  private Fit summary(
      Design kept,
      LeastSquares decomposition,
      Vector response,
      WeightedSums sums,
      List<String> notes,
      double[] estimates,
      double[] residuals,
      Squares squares) {
    int n = kept.n();
    int others = kept.hasIntercept() ? 1 : 0;
    double rss = squares.residual();
    double df1 = kept.p() - others;
    double df2 = n - kept.p();
    double rSquared = squares.total() > 0 ? 1 - rss / squares.total() : Double.NaN;
    double[] fitted = difference(response.array(), residuals);
    double explained = sums.squares(sums.less(fitted, others == 1 ? sums.mean(fitted) : 0));
    DMatrixRMaj covariance = covariance(kept, decomposition, sums, residuals, rss / df2);
    if (kept.p() > 0 && df2 > 0 && rss > 0 && Double.isNaN(covariance.get(0))) {
      notes.add("a row has leverage 1: " + covarianceType + " has no value");
    }
    return new Fit(
        kept,
        decomposition,
        CoefficientTable.byT(kept.names(), estimates, covariance, df2, level),
        Vector.of(fitted),
        Vector.of(residuals),
        rss,
        df2 > 0 ? Math.sqrt(rss / df2) : Double.NaN,
        rSquared,
        1 - (1 - rSquared) * (n - others) / df2,
        FTest.of(rss > 0 ? explained / df1 / (rss / df2) : Double.NaN, df1, df2),
        -n / 2.0 * (Math.log(2 * Math.PI * rss / n) + 1) + sums.sumOfLogs() / 2,
        sums.weights(),
        notes);
  }

  private DMatrixRMaj covariance(
      Design kept,
      LeastSquares decomposition,
      WeightedSums sums,
      double[] residuals,
      double variance) {
    if (covarianceType != CovarianceType.CLASSICAL && kept.p() > 0) {
      return Sandwich.covariance(covarianceType, kept, decomposition, sums.timesWeights(residuals));
    }
    DMatrixRMaj inverse = decomposition.inverseCrossProduct();
    CommonOps_DDRM.scale(variance, inverse);
    return inverse;
  }

  /** Names the columns that earlier ones explain. */
  public static List<String> dropped(Design design, int[] kept) {
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < design.p(); i++) {
      if (Arrays.binarySearch(kept, i) < 0) {
        notes.add(
            design.columns().get(i).name() + " was dropped: the terms before it explain it wholly");
      }
    }
    return notes;
  }

  private static double[] difference(double[] one, double[] other) {
    double[] difference = new double[one.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = one[i] - other[i];
    }
    return difference;
  }
}
