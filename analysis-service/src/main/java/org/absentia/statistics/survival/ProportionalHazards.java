package org.absentia.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.absentia.statistics.linalg.PositiveDefinite;
import org.absentia.statistics.survival.CoxRegression.Fit;
import org.absentia.statistics.table.ChiSquare;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Tests whether hazard ratios stay the same over time, in both forms in use
 * (contracts/statistics-formulas.md F16).
 *
 * @param scoreTest R {@code cox.zph} since survival 3
 * @param correlation Stata {@code estat phtest, detail}; none with strata
 */
public record ProportionalHazards(
    TimeTransform time, Terms scoreTest, Optional<Terms> correlation, List<String> notes) {
  public ProportionalHazards {
    notes = List.copyOf(notes);
  }

  /**
   * The test of one coefficient.
   *
   * @param correlation of the scaled Schoenfeld residuals with time; {@code NaN} in the score test
   */
  public record Term(String name, double correlation, ChiSquare test) {}

  /** The tests of all coefficients, each and together. */
  public record Terms(List<Term> terms, ChiSquare global) {
    public Terms {
      terms = List.copyOf(terms);
    }
  }

  /** Tests a fit. */
  public static ProportionalHazards test(Fit fit, TimeTransform transform) {
    FittedLikelihood fitted = fit.likelihood();
    RiskSets sets = fitted.sets();
    RiskSets whole =
        sets.count() == 1
            ? sets
            : RiskSets.of(fit.data().times(), Strata.none(fit.data().times().n()));
    List<String> names = fit.design().names();
    if (fit.events() == 0) {
      Terms none = undefined(names);
      return new ProportionalHazards(
          transform,
          none,
          fit.data().strata().isDivided() ? Optional.empty() : Optional.of(none),
          List.of());
    }
    double[] times = centred(sets, transform.of(sets, whole, false));
    double[] eventTimes = centred(sets, transform.of(sets, whole, true));
    boolean finite = Arrays.stream(times).allMatch(Double::isFinite);
    return new ProportionalHazards(
        transform,
        finite ? scoreTest(names, fitted, times) : undefined(names),
        fit.data().strata().isDivided()
            ? Optional.empty()
            : Optional.of(finite ? correlation(names, fit, eventTimes) : undefined(names)),
        finite ? List.of() : List.of("an event at time 0 has no logarithm: no test on log time"));
  }

  /** Moments without an event count nothing, and are 0. */
  private static double[] centred(RiskSets sets, double... times) {
    double sum = 0;
    for (int moment = 0; moment < times.length; moment++) {
      sum += sets.events(moment) > 0 ? sets.events(moment) * times[moment] : 0;
    }
    double mean = sum / sets.events();
    double[] centred = new double[times.length];
    Arrays.setAll(centred, moment -> sets.events(moment) > 0 ? times[moment] - mean : 0);
    return centred;
  }

  private static Terms undefined(List<String> names) {
    return new Terms(
        names.stream()
            .map(name -> new Term(name, Double.NaN, ChiSquare.of(Double.NaN, 1)))
            .toList(),
        ChiSquare.of(Double.NaN, names.size()));
  }

  /** The score test of time-varying coefficients beta + theta g(t) at theta 0. */
  private static Terms scoreTest(List<String> names, FittedLikelihood fitted, double... times) {
    int p = names.size();
    ScoreSums sums = new ScoreSums(fitted, times);
    fitted.walk(sums);
    DMatrixRMaj plain = Triangle.full(p, sums.plain);
    DMatrixRMaj once = Triangle.full(p, sums.once);
    DMatrixRMaj twice = Triangle.full(p, sums.twice);
    DMatrixRMaj left = CommonOps_DDRM.mult(once, PositiveDefinite.inverse(plain), null);
    DMatrixRMaj adjusted = CommonOps_DDRM.mult(left, once, null);
    CommonOps_DDRM.subtract(twice, adjusted, adjusted);
    List<Term> terms = new ArrayList<>();
    for (int j = 0; j < p; j++) {
      double variance = adjusted.get(j, j);
      double chiSquare =
          variance > 1e-12 * twice.get(j, j)
              ? sums.score[j] * sums.score[j] / variance
              : Double.NaN;
      terms.add(new Term(names.get(j), Double.NaN, ChiSquare.of(chiSquare, 1)));
    }
    DMatrixRMaj score = new DMatrixRMaj(p, 1, true, sums.score);
    return new Terms(terms, ChiSquare.of(QuadraticForm.ofDefinite(adjusted, score), p));
  }

  private static final class ScoreSums implements PartialLikelihood.Visitor {
    private final FittedLikelihood fitted;
    private final double[] times;
    private final double[] score;
    private final double[] plain;
    private final double[] once;
    private final double[] twice;

    ScoreSums(FittedLikelihood fitted, double... times) {
      int p = fitted.covariates().p();
      this.fitted = fitted;
      this.times = times;
      this.score = new double[p];
      this.plain = new double[p * (p + 1) / 2];
      this.once = new double[plain.length];
      this.twice = new double[plain.length];
    }

    @Override
    public void visit(int moment, EventTime time) {
      double g = times[moment];
      int start = fitted.sets().start(moment);
      double[] x = fitted.covariates().values();
      double[] weights = fitted.likelihood().weights();
      for (int a = 0; a < score.length; a++) {
        double sum = -time.means()[a];
        for (int place = start; place < start + fitted.sets().events(moment); place++) {
          sum += weights[place] * x[place * score.length + a];
        }
        score[a] += g * sum;
      }
      double[] covariance = time.covariance();
      for (int k = 0; k < plain.length; k++) {
        plain[k] += covariance[k];
        once[k] += g * covariance[k];
        twice[k] += g * g * covariance[k];
      }
    }
  }

  private static Terms correlation(List<String> names, Fit fit, double... times) {
    double[][] residuals = SchoenfeldResiduals.standardised(fit.likelihood());
    int[] moments = SchoenfeldResiduals.momentsOfEvents(fit.likelihood().sets());
    int p = names.size();
    double square = 0;
    double[] products = new double[p];
    for (int i = 0; i < moments.length; i++) {
      double x = times[moments[i]];
      square += x * x;
      for (int a = 0; a < p; a++) {
        products[a] += x * residuals[a][i];
      }
    }
    DMatrixRMaj covariance = fit.likelihood().covariance();
    List<Term> terms = new ArrayList<>();
    double global = 0;
    for (int a = 0; a < p; a++) {
      double product = 0;
      for (int b = 0; b < p; b++) {
        product += covariance.get(a, b) * products[b];
      }
      global += products[a] * product;
      double length = centredSquares(scaled(covariance, a, residuals));
      double n = moments.length;
      terms.add(
          new Term(
              names.get(a),
              product / Math.sqrt(square * length),
              ChiSquare.of(n * product * product / (covariance.get(a, a) * square), 1)));
    }
    return new Terms(terms, ChiSquare.of(global * moments.length / square, p));
  }

  private static double[] scaled(DMatrixRMaj covariance, int row, double[][] residuals) {
    double[] scaled = new double[residuals[0].length];
    for (int b = 0; b < residuals.length; b++) {
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] += covariance.get(row, b) * residuals[b][i];
      }
    }
    return scaled;
  }

  private static double centredSquares(double... values) {
    double mean = Arrays.stream(values).sum() / values.length;
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }
}
