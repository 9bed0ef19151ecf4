package org.absentia.statistics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.linalg.CrossProduct;
import org.absentia.statistics.linalg.LeastSquares;
import org.absentia.statistics.linalg.PositiveDefinite;
import org.absentia.statistics.table.CoefficientTable;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Logistic regression by maximum likelihood, logit P(event) = xb (R {@code glm(family = binomial)},
 * Stata {@code logit}); z statistics from the inverse information (McCullagh and Nelder 1989,
 * chapter 4).
 *
 * <p>The estimates are those of the largest likelihood to the last digits. Their covariance is the
 * one that {@code glm(epsilon = 1e-14)} reports: with the weights of the scoring step behind which
 * it stops, which differs from that at the estimates by 1e-9 of itself or less. (With glm's own
 * epsilon of 1e-8 the fifth digit may differ.)
 */
public record LogisticRegression(double level) {
  public LogisticRegression {
    Interval.requireLevel(level);
  }

  /**
   * A fitted model.
   *
   * @param design the columns that were kept
   * @param kept their places among all columns
   * @param logLikelihood of the counts as independent rows, without constants
   * @param nullLogLikelihood with the intercept alone; at probability 1/2 without an intercept
   * @param notes what a reader must know
   */
  public record Fit(
      Design design,
      Indexes kept,
      CoefficientTable table,
      double logLikelihood,
      double nullLogLikelihood,
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

    /** First the probabilities of no event, then those of an event. */
    @Override
    public List<Vector> probabilities(Vector parameters, Design design) {
      double[][] columns = design.only(kept.array()).values();
      double[] event = CrossProduct.combination(columns, parameters.array(), design.n());
      double[] none = new double[event.length];
      for (int row = 0; row < event.length; row++) {
        none[row] = Logit.probability(-event[row]);
        event[row] = Logit.probability(event[row]);
      }
      return List.of(Vector.of(none), Vector.of(event));
    }
  }

  /** Fits rows that count once each. */
  public Fit fit(Design design, Vector events) {
    return fit(design, events, Vector.constant(1, design.n()));
  }

  /**
   * Fits events.
   *
   * @param events 1 or 0 for each row
   * @param weights how often each row counts, 0 or more
   */
  public Fit fit(Design design, Vector events, Vector weights) {
    Orthonormal orthonormal = Orthonormal.of(design.values(), weights);
    LeastSquares decomposition = orthonormal.decomposition();
    Design kept = design.only(decomposition.kept());
    double nullLogLikelihood = nullLogLikelihood(events, weights, kept.hasIntercept());
    List<String> notes = new ArrayList<>(LinearRegression.dropped(design, decomposition.kept()));
    Indexes places = Indexes.of(decomposition.kept());
    if (isConstant(events, weights)) {
      notes.add(Logit.CONSTANT);
      return new Fit(
          kept, places, Logit.undefined(kept.names(), level), 0, nullLogLikelihood, false, notes);
    }
    BinomialLikelihood likelihood = new BinomialLikelihood(orthonormal.basis(), events, weights);
    Newton.Maximum maximum = Newton.maximise(likelihood, likelihood.start());
    if (!maximum.converged()) {
      notes.add(Logit.SEPARATION);
    }
    CoefficientTable table =
        CoefficientTable.byZ(
            kept.names(),
            decomposition.coefficients(maximum.parameters().array()),
            decomposition.covariance(maximum.converged() ? maximum.scored() : maximum.covariance()),
            level);
    return new Fit(
        kept,
        places,
        table,
        maximum.logLikelihood(),
        nullLogLikelihood,
        maximum.converged(),
        notes);
  }

  private static boolean isConstant(Vector events, Vector weights) {
    boolean any = false;
    boolean all = true;
    for (int row = 0; row < events.size(); row++) {
      any |= weights.at(row) > 0 && events.at(row) > 0;
      all &= !(weights.at(row) > 0) || events.at(row) > 0;
    }
    return !any || all;
  }

  private static double nullLogLikelihood(Vector events, Vector weights, boolean intercept) {
    double n = 0;
    double sum = 0;
    for (int row = 0; row < events.size(); row++) {
      n += weights.at(row);
      sum += weights.at(row) * events.at(row);
    }
    return intercept
        ? Logit.sumOfLogs(sum, sum / n) + Logit.sumOfLogs(n - sum, 1 - sum / n)
        : -n * Math.log(2);
  }

  /** Sums of w (y eta - log(1 + exp eta)) and its derivatives. */
  private record BinomialLikelihood(Columns x, Vector events, Vector weights)
      implements Likelihood {
    /** Least squares of the working response at probabilities of 3/4 and 1/4, as glm begins. */
    double[] start() {
      double[] working = new double[events.size()];
      double response = Math.log(3) + 4.0 / 3;
      for (int row = 0; row < working.length; row++) {
        working[row] = weights.at(row) * (events.at(row) > 0 ? response : -response);
      }
      DMatrixRMaj inverse = PositiveDefinite.inverse(x.weightedSquare(weights.array()));
      DMatrixRMaj start = CommonOps_DDRM.mult(inverse, new DMatrixRMaj(x.product(working)), null);
      return Arrays.copyOf(start.data, x.count());
    }

    @Override
    public Point at(double[] parameters) {
      double[] eta = x.combination(parameters);
      double[] residual = new double[eta.length];
      double[] variance = new double[eta.length];
      double sum = 0;
      for (int row = 0; row < eta.length; row++) {
        double w = weights.at(row);
        boolean event = events.at(row) > 0;
        double e = Math.exp(-Math.abs(eta[row]));
        double small = e / (1 + e);
        double wrong = event == eta[row] > 0 ? small : 1 / (1 + e);
        double against = event ? -eta[row] : eta[row];
        sum -= w * (Math.max(against, 0) + Math.log1p(e));
        residual[row] = event ? w * wrong : -w * wrong;
        variance[row] = w * small / (1 + e);
      }
      return new Point(sum, Vector.of(x.product(residual)), x.weightedSquare(variance));
    }

    @Override
    public double farthest(double[] step) {
      return Logit.farthest(x.combination(step));
    }
  }
}
