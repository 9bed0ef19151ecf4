package org.absentia.statistics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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

/**
 * Multinomial logistic regression by maximum likelihood, log P(level)/P(base) = xb of the level (R
 * {@code nnet::multinom}, Stata {@code mlogit}); z statistics from the inverse information (Agresti
 * 2013, section 8.1).
 */
public record MultinomialRegression(double level) {
  public MultinomialRegression {
    Interval.requireLevel(level);
  }

  /** The equation of one level against the base. */
  public record Equation(String level, CoefficientTable table) {}

  /**
   * A fitted model.
   *
   * @param design the columns that were kept
   * @param kept their places among all columns
   * @param outcome the levels and the base
   * @param equations one for each level but the base, in order
   * @param estimates of the equations one after another, in the order of the covariance
   * @param notes what a reader must know
   */
  public record Fit(
      Design design,
      Indexes kept,
      Factor outcome,
      List<Equation> equations,
      Vector estimates,
      DMatrixRMaj covariance,
      double logLikelihood,
      boolean converged,
      List<String> notes)
      implements CategoryModel {
    public Fit {
      equations = List.copyOf(equations);
      notes = List.copyOf(notes);
    }

    @Override
    public List<Vector> probabilities(Vector parameters, Design design) {
      double[][] columns = design.only(kept.array()).values();
      double[][] eta = new double[outcome.levels().size()][design.n()];
      int equation = 0;
      for (int k = 0; k < eta.length; k++) {
        if (k != outcome.base()) {
          double[] b = CategoricalLikelihood.part(parameters.array(), equation++, columns.length);
          eta[k] = CrossProduct.combination(columns, b, design.n());
        }
      }
      CategoricalLikelihood.exponentiate(eta);
      return Arrays.stream(eta).map(Vector::of).toList();
    }
  }

  /** Fits rows that count once each. */
  public Fit fit(Design design, Factor outcome) {
    return fit(design, outcome, Vector.constant(1, design.n()));
  }

  /**
   * Fits levels.
   *
   * @param outcome a level for each row; the equations compare with its base
   * @param weights how often each row counts, 0 or more
   */
  public Fit fit(Design design, Factor outcome, Vector weights) {
    Orthonormal orthonormal = Orthonormal.of(design.values(), weights);
    LeastSquares decomposition = orthonormal.decomposition();
    Design kept = design.only(decomposition.kept());
    List<String> notes = new ArrayList<>(LinearRegression.dropped(design, decomposition.kept()));
    int equations = outcome.levels().size() - 1;
    int p = kept.p();
    Newton.Maximum maximum =
        Newton.maximise(
            new CategoricalLikelihood(orthonormal.basis(), outcome, weights),
            new double[equations * p]);
    boolean converged = maximum.converged() && equations > 0;
    if (!converged) {
      notes.add(equations > 0 ? Logit.SEPARATION : Logit.CONSTANT);
    }
    double[] estimates = new double[equations * p];
    for (int k = 0; k < equations; k++) {
      double[] onBasis = CategoricalLikelihood.part(maximum.parameters().array(), k, p);
      System.arraycopy(decomposition.coefficients(onBasis), 0, estimates, k * p, p);
    }
    DMatrixRMaj covariance = covariance(decomposition, maximum.covariance(), equations);
    return new Fit(
        kept,
        Indexes.of(decomposition.kept()),
        outcome,
        equations(kept, outcome, estimates, covariance),
        Vector.of(estimates),
        covariance,
        maximum.logLikelihood(),
        converged,
        notes);
  }

  private List<Equation> equations(
      Design kept, Factor outcome, double[] estimates, DMatrixRMaj covariance) {
    List<String> others = new ArrayList<>(outcome.levels());
    if (!others.isEmpty()) {
      others.remove(outcome.base());
    }
    return IntStream.range(0, others.size())
        .mapToObj(
            k ->
                new Equation(
                    others.get(k),
                    CoefficientTable.byZ(
                        kept.names(),
                        CategoricalLikelihood.part(estimates, k, kept.p()),
                        block(covariance, k, k, kept.p()),
                        level)))
        .toList();
  }

  private static DMatrixRMaj covariance(
      LeastSquares decomposition, DMatrixRMaj onBasis, int equations) {
    int p = decomposition.rank();
    DMatrixRMaj covariance = new DMatrixRMaj(equations * p, equations * p);
    for (int k = 0; k < equations; k++) {
      for (int l = 0; l <= k; l++) {
        DMatrixRMaj block = decomposition.covarianceBetween(block(onBasis, k, l, p));
        for (int i = 0; i < p; i++) {
          for (int j = 0; j < p; j++) {
            covariance.set(k * p + i, l * p + j, block.get(i, j));
            covariance.set(l * p + j, k * p + i, block.get(i, j));
          }
        }
      }
    }
    return covariance;
  }

  private static DMatrixRMaj block(DMatrixRMaj matrix, int k, int l, int p) {
    return Submatrix.of(matrix, k * p, (k + 1) * p, l * p, (l + 1) * p);
  }
}
