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
          double[] b = part(parameters.array(), equation++, columns.length);
          eta[k] = CrossProduct.combination(columns, b, design.n());
        }
      }
      exponentiate(eta);
      return Arrays.stream(eta).map(Vector::of).toList();
    }
  }

  /** Fits rows that count once each. */
  public Fit fit(Design design, Factor outcome) {
    return fit(design, outcome, Logit.ones(design.n()));
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
      double[] onBasis = part(maximum.parameters().array(), k, p);
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
                        part(estimates, k, kept.p()),
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
    DMatrixRMaj block = new DMatrixRMaj(p, p);
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        block.set(i, j, matrix.get(k * p + i, l * p + j));
      }
    }
    return block;
  }

  private static double[] part(double[] parameters, int equation, int p) {
    return Arrays.copyOfRange(parameters, equation * p, (equation + 1) * p);
  }

  /** Turns linear predictors of all levels into probabilities. */
  private static void exponentiate(double[][] eta) {
    for (int row = 0; eta.length > 0 && row < eta[0].length; row++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (double[] level : eta) {
        largest = Math.max(largest, level[row]);
      }
      double sum = 0;
      for (double[] level : eta) {
        level[row] = Math.exp(level[row] - largest);
        sum += level[row];
      }
      for (double[] level : eta) {
        level[row] /= sum;
      }
    }
  }

  /** Sums of w log P(level of the row) and its derivatives; parameters equation by equation. */
  private record CategoricalLikelihood(Columns x, Factor outcome, Vector weights)
      implements Likelihood {

    /** Linear predictors of each level; 0 for the base. */
    private double[][] predictors(double[] parameters) {
      int p = x.count();
      double[][] eta = new double[outcome.levels().size()][weights.size()];
      int equation = 0;
      for (int k = 0; k < eta.length; k++) {
        if (k != outcome.base()) {
          eta[k] = x.combination(part(parameters, equation++, p));
        }
      }
      return eta;
    }

    @Override
    public Point at(double[] parameters) {
      double[][] eta = predictors(parameters);
      double sum = 0;
      for (int row = 0; row < weights.size(); row++) {
        double against = logSum(eta, row, eta[outcome.codes().at(row)][row]);
        sum -= weights.at(row) > 0 ? weights.at(row) * against : 0;
      }
      exponentiate(eta);
      return new Point(sum, gradient(eta), information(eta));
    }

    /** log of the sum of exp(eta of each level - that of the row's own), never negative. */
    private static double logSum(double[][] eta, int row, double own) {
      double largest = 0;
      for (double[] level : eta) {
        largest = Math.max(largest, level[row] - own);
      }
      double others = 0;
      boolean skipped = false;
      for (double[] level : eta) {
        double difference = level[row] - own - largest;
        if (difference == 0 && !skipped) {
          skipped = true;
        } else {
          others += Math.exp(difference);
        }
      }
      return largest + Math.log1p(others);
    }

    private double[][] withoutBase(double[][] levels) {
      return IntStream.range(0, levels.length)
          .filter(k -> k != outcome.base())
          .mapToObj(k -> levels[k])
          .toArray(double[][]::new);
    }

    private Vector gradient(double[][] probabilities) {
      int p = x.count();
      double[] gradient = new double[Math.max(0, probabilities.length - 1) * p];
      int equation = 0;
      for (int k = 0; k < probabilities.length; k++) {
        if (k == outcome.base()) {
          continue;
        }
        double[] residual = new double[weights.size()];
        for (int row = 0; row < residual.length; row++) {
          boolean own = outcome.codes().at(row) == k;
          residual[row] =
              weights.at(row) * (own ? others(probabilities, k, row) : -probabilities[k][row]);
        }
        double[] slope = x.product(residual);
        System.arraycopy(slope, 0, gradient, equation++ * p, p);
      }
      return Vector.of(gradient);
    }

    /** 1 - P(level) without cancellation. */
    private static double others(double[][] probabilities, int level, int row) {
      double sum = 0;
      for (int k = 0; k < probabilities.length; k++) {
        sum += k == level ? 0 : probabilities[k][row];
      }
      return sum;
    }

    private DMatrixRMaj information(double[][] all) {
      double[][] probabilities = withoutBase(all);
      int p = x.count();
      int size = probabilities.length * p;
      DMatrixRMaj information = new DMatrixRMaj(size, size);
      double[] curvature = new double[weights.size()];
      for (int k = 0; k < probabilities.length; k++) {
        for (int l = 0; l <= k; l++) {
          for (int row = 0; row < curvature.length; row++) {
            double pk = probabilities[k][row];
            int place = k >= outcome.base() ? k + 1 : k;
            curvature[row] =
                weights.at(row) * pk * (k == l ? others(all, place, row) : -probabilities[l][row]);
          }
          DMatrixRMaj block = x.weightedSquare(curvature);
          for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
              information.set(k * p + i, l * p + j, block.get(i, j));
              information.set(l * p + j, k * p + i, block.get(i, j));
            }
          }
        }
      }
      return information;
    }

    @Override
    public double farthest(double[] step) {
      double farthest = 0;
      for (double[] level : predictors(step)) {
        farthest = Math.max(farthest, Logit.farthest(level));
      }
      return farthest;
    }
  }
}
