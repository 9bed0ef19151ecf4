package org.absentia.statistics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.linalg.LeastSquares;
import org.absentia.statistics.table.CoefficientTable;
import org.apache.commons.statistics.distribution.FDistribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Ordinary least squares (R {@code lm}, Stata {@code regress}) with classical or
 * heteroscedasticity-consistent standard errors (contracts/statistics-formulas.md F7).
 */
public record LinearRegression(CovarianceType covarianceType, double level) {
  public static final LinearRegression CLASSICAL =
      new LinearRegression(CovarianceType.CLASSICAL, 0.95);

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
      boolean defined = df1 > 0 && df2 > 0 && statistic >= 0;
      return new FTest(
          statistic,
          df1,
          df2,
          defined ? FDistribution.of(df1, df2).survivalProbability(statistic) : Double.NaN);
    }
  }

  /**
   * A fitted model.
   *
   * @param design the columns that were kept
   * @param decomposition of the kept columns
   * @param sigma standard deviation of the residuals
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
    double[] y = response.array();
    LeastSquares decomposition = LeastSquares.of(design.values());
    Design kept = design.only(decomposition.kept());
    int n = design.n();
    double degreesOfFreedom = n - kept.p();
    double[] estimates = decomposition.solve(y);
    double[] residuals = decomposition.residuals(y);
    double rss = squares(residuals, 0);
    DMatrixRMaj covariance = covariance(kept, decomposition, residuals, degreesOfFreedom);
    double total = squares(y, kept.hasIntercept() ? mean(y) : 0);
    int others = kept.hasIntercept() ? 1 : 0;
    double rSquared = total > 0 ? 1 - rss / total : Double.NaN;
    double df1 = kept.p() - others;
    return new Fit(
        kept,
        decomposition,
        CoefficientTable.byT(kept.names(), estimates, covariance, degreesOfFreedom, level),
        Vector.of(difference(y, residuals)),
        Vector.of(residuals),
        rss,
        degreesOfFreedom > 0 ? Math.sqrt(rss / degreesOfFreedom) : Double.NaN,
        rSquared,
        1 - (1 - rSquared) * (n - others) / degreesOfFreedom,
        FTest.of((total - rss) / df1 / (rss / degreesOfFreedom), df1, degreesOfFreedom),
        -n / 2.0 * (Math.log(2 * Math.PI * rss / n) + 1),
        dropped(design, decomposition.kept()));
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

  private DMatrixRMaj covariance(
      Design kept, LeastSquares decomposition, double[] residuals, double degreesOfFreedom) {
    DMatrixRMaj inverse = decomposition.inverseCrossProduct();
    if (covarianceType == CovarianceType.CLASSICAL) {
      CommonOps_DDRM.scale(squares(residuals, 0) / degreesOfFreedom, inverse);
      return inverse;
    }
    double[] leverages = decomposition.leverages();
    double[] weights = new double[residuals.length];
    for (int i = 0; i < weights.length; i++) {
      double share = 1 - leverages[i];
      double factor =
          switch (covarianceType) {
            case CLASSICAL, HC0 -> 1;
            case HC1 -> residuals.length / degreesOfFreedom;
            case HC2 -> 1 / share;
            case HC3 -> 1 / (share * share);
          };
      weights[i] = factor * residuals[i] * residuals[i];
    }
    return sandwich(inverse, kept, weights);
  }

  /** A (sum of w x x') A. */
  static DMatrixRMaj sandwich(DMatrixRMaj bread, Design design, double[] weights) {
    int p = design.p();
    double[][] x = design.values();
    DMatrixRMaj meat = new DMatrixRMaj(p, p);
    for (int i = 0; i < p; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
          sum += weights[row] * x[i][row] * x[j][row];
        }
        meat.set(i, j, sum);
        meat.set(j, i, sum);
      }
    }
    DMatrixRMaj half = CommonOps_DDRM.mult(bread, meat, null);
    return CommonOps_DDRM.mult(half, bread, null);
  }

  private static double mean(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double rest = 0;
    for (double value : values) {
      rest += value - mean;
    }
    return mean + rest / values.length;
  }

  private static double squares(double[] values, double centre) {
    double sum = 0;
    for (double value : values) {
      sum += (value - centre) * (value - centre);
    }
    return sum;
  }

  private static double[] difference(double[] one, double[] other) {
    double[] difference = new double[one.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = one[i] - other[i];
    }
    return difference;
  }
}
