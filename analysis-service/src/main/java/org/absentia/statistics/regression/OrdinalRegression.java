package org.absentia.statistics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.linalg.CrossProduct;
import org.absentia.statistics.linalg.LeastSquares;
import org.absentia.statistics.linalg.Submatrix;
import org.absentia.statistics.table.CoefficientTable;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Proportional odds by maximum likelihood, logit P(Y &lt;= k) = threshold k - xb (R {@code
 * MASS::polr}, Stata {@code ologit}); z statistics from the inverse observed information (McCullagh
 * 1980).
 */
public record OrdinalRegression(double level) {
  public OrdinalRegression {
    Interval.requireLevel(level);
  }

  /**
   * A fitted model.
   *
   * @param design the columns that were kept; no intercept
   * @param kept their places among all columns
   * @param outcome the levels in order
   * @param coefficients of the columns
   * @param thresholds between neighbouring levels, {@code Low|Medium}
   * @param table the coefficients, then the thresholds
   * @param notes what a reader must know
   */
  public record Fit(
      Design design,
      Indexes kept,
      Factor outcome,
      CoefficientTable coefficients,
      CoefficientTable thresholds,
      CoefficientTable table,
      double logLikelihood,
      boolean converged,
      List<String> notes)
      implements CategoryModel {
    public Fit {
      notes = List.copyOf(notes);
    }

    @Override
    public Vector estimates() {
      return Vector.of(table.estimates());
    }

    @Override
    public DMatrixRMaj covariance() {
      return table.covariance();
    }

    /** Thresholds that a draw puts out of order count as equal. */
    @Override
    public List<Vector> probabilities(Vector parameters, Design design) {
      double[][] columns = design.only(kept.array()).values();
      double[] eta = CrossProduct.combination(columns, parameters.array(), design.n());
      List<Vector> probabilities = new ArrayList<>();
      double lower = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < outcome.levels().size(); k++) {
        boolean last = k == outcome.levels().size() - 1;
        double upper =
            last ? Double.POSITIVE_INFINITY : Math.max(lower, parameters.at(columns.length + k));
        double[] level = new double[eta.length];
        for (int row = 0; row < eta.length; row++) {
          level[row] = between(lower - eta[row], upper - eta[row]);
        }
        probabilities.add(Vector.of(level));
        lower = upper;
      }
      return probabilities;
    }
  }

  /** The probability between two places, exact in both tails. */
  private static double between(double lower, double upper) {
    return lower == upper
        ? 0
        : Logit.probability(upper) * Logit.probability(-lower) * -Math.expm1(lower - upper);
  }

  /** Fits rows that count once each. */
  public Fit fit(Design design, Factor outcome) {
    return fit(design, outcome, Vector.constant(1, design.n()));
  }

  /**
   * Fits ordered levels.
   *
   * @param design an intercept among its columns is left out
   * @param outcome a level for each row
   * @param weights how often each row counts, 0 or more
   */
  public Fit fit(Design design, Factor outcome, Vector weights) {
    int[] slopes =
        IntStream.range(0, design.p()).filter(i -> design.columns().get(i).term() >= 0).toArray();
    double[][] columns =
        Stream.concat(
                Stream.of(Vector.constant(1, design.n()).array()),
                Arrays.stream(design.only(slopes).values()))
            .toArray(double[][]::new);
    Orthonormal orthonormal = Orthonormal.of(columns, weights);
    LeastSquares decomposition = orthonormal.decomposition();
    int[] kept = Arrays.stream(decomposition.kept()).skip(1).map(i -> slopes[i - 1]).toArray();
    Design keptDesign = design.only(kept);
    List<String> notes =
        new ArrayList<>(
            LinearRegression.dropped(design.only(slopes), behind(decomposition.kept())));
    ProportionalOdds likelihood =
        new ProportionalOdds(orthonormal.basisBehindFirst(), outcome, weights);
    Newton.Maximum maximum = Newton.maximise(likelihood, likelihood.start());
    boolean constant = outcome.levels().size() < 2;
    if (constant || !maximum.converged()) {
      notes.add(constant ? Logit.CONSTANT : Logit.SEPARATION);
    }
    List<String> names = new ArrayList<>(keptDesign.names());
    for (int k = 1; k < outcome.levels().size(); k++) {
      names.add(outcome.levels().get(k - 1) + "|" + outcome.levels().get(k));
    }
    CoefficientTable table =
        constant ? Logit.undefined(names, level) : table(names, decomposition, maximum);
    return new Fit(
        keptDesign,
        Indexes.of(kept),
        outcome,
        part(table, 0, kept.length),
        part(table, kept.length, names.size()),
        table,
        maximum.logLikelihood(),
        maximum.converged() && !constant,
        notes);
  }

  private static int[] behind(int[] kept) {
    return Arrays.stream(kept).skip(1).map(i -> i - 1).toArray();
  }

  /**
   * Leads back from the basis: with A the way from the basis to the intercept and the columns, b =
   * A g, and what A gives to the intercept goes to all thresholds with the opposite sign.
   */
  private CoefficientTable table(
      List<String> names, LeastSquares decomposition, Newton.Maximum maximum) {
    int slopes = decomposition.rank() - 1;
    DMatrixRMaj way = decomposition.transform();
    DMatrixRMaj back = CommonOps_DDRM.identity(names.size());
    for (int j = 0; j < slopes; j++) {
      for (int i = 0; i < slopes; i++) {
        back.set(i, j, way.get(i + 1, j + 1));
      }
      for (int k = slopes; k < names.size(); k++) {
        back.set(k, j, -way.get(0, j + 1));
      }
    }
    DMatrixRMaj estimates =
        CommonOps_DDRM.mult(back, new DMatrixRMaj(maximum.parameters().array()), null);
    DMatrixRMaj half = CommonOps_DDRM.mult(back, maximum.covariance(), null);
    DMatrixRMaj covariance = CommonOps_DDRM.multTransB(half, back, null);
    CommonOps_DDRM.symmLowerToFull(covariance);
    return CoefficientTable.byZ(
        names, Arrays.copyOf(estimates.data, names.size()), covariance, level);
  }

  private static CoefficientTable part(CoefficientTable table, int from, int to) {
    return new CoefficientTable(
        table.coefficients().subList(from, to),
        Submatrix.onDiagonal(table.covariance(), from, to),
        table.degreesOfFreedom());
  }
}
