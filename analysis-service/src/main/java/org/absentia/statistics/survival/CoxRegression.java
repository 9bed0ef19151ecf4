package org.absentia.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.regression.LinearRegression;
import org.absentia.statistics.survival.PartialLikelihood.Point;
import org.absentia.statistics.table.ChiSquare;
import org.absentia.statistics.table.CoefficientTable;
import org.ejml.data.DMatrixRMaj;

/**
 * Proportional hazards regression (Cox 1972; R {@code coxph}, Stata {@code stcox};
 * contracts/statistics-formulas.md F15).
 *
 * @param robust take the covariance of the estimates from the score residuals (Lin and Wei 1989)
 */
public record CoxRegression(Ties ties, boolean robust, double level) {
  /** How events at one time count. */
  public enum Ties {
    /** One after another; R's default. */
    EFRON,
    /** All against all; Stata's default. */
    BRESLOW
  }

  public CoxRegression {
    Interval.requireLevel(level);
  }

  /**
   * What is fitted.
   *
   * @param design without an intercept
   * @param weights positive case weights; 1 where there are none
   * @param clusters who belongs together in a robust covariance; each row to itself by default
   */
  public record Data(
      Design design,
      CensoredTimes times,
      Strata strata,
      Optional<Vector> weights,
      Optional<Indexes> clusters) {
    /** Neither weights nor clusters. */
    public static Data of(Design design, CensoredTimes times, Strata strata) {
      return new Data(design, times, strata, Optional.empty(), Optional.empty());
    }
  }

  /**
   * A fitted model.
   *
   * @param design the columns that were kept
   * @param table of log hazards, by z
   * @param naiveCovariance the inverse of the information, robust or not
   * @param score the test at 0, from the information
   * @param likelihood at its maximum, for what is derived from the fit
   */
  public record Fit(
      Data data,
      Design design,
      int events,
      CoefficientTable table,
      DMatrixRMaj naiveCovariance,
      boolean converged,
      double logLikelihood,
      double nullLogLikelihood,
      ChiSquare likelihoodRatio,
      ChiSquare wald,
      ChiSquare score,
      double concordance,
      List<String> notes,
      FittedLikelihood likelihood) {
    public Fit {
      notes = List.copyOf(notes);
    }
  }

  /** Fits a model. */
  public Fit fit(Data data) {
    RiskSets sets = RiskSets.of(data.times(), data.strata());
    double[] weights = weights(data, sets);
    if (sets.events() == 0) {
      return withoutEvents(data, sets, weights);
    }
    PartialLikelihood likelihood = likelihood(sets, Covariates.of(data.design(), sets), weights);
    Point zero = likelihood.at(new double[likelihood.covariates().p()]);
    if (likelihood.covariates().isDelicate() || Maximum.isNearlySingular(zero.information())) {
      Covariates independent = likelihood.covariates().independent(data.design());
      if (independent.p() < likelihood.covariates().p()) {
        likelihood = likelihood(sets, independent, weights);
        zero = likelihood.at(new double[independent.p()]);
      }
    }
    return fit(data, likelihood, Maximum.of(likelihood, zero));
  }

  private PartialLikelihood likelihood(RiskSets sets, Covariates covariates, double... weights) {
    return new PartialLikelihood(sets, covariates, ties == Ties.EFRON, weights);
  }

  private static double[] weights(Data data, RiskSets sets) {
    double[] weights = new double[sets.n()];
    Arrays.fill(weights, 1);
    data.weights()
        .ifPresent(given -> Arrays.setAll(weights, place -> given.at(sets.order()[place])));
    return weights;
  }

  private Fit fit(Data data, PartialLikelihood likelihood, Maximum maximum) {
    FittedLikelihood fitted =
        new FittedLikelihood(likelihood, maximum.beta(), maximum.covariance());
    Covariates covariates = likelihood.covariates();
    Design kept = covariates.design();
    int p = kept.p();
    DMatrixRMaj standardised =
        robust
            ? new ScoreResiduals(fitted).sandwich(maximum.covariance(), data.clusters())
            : maximum.covariance();
    double[] estimates = new double[p];
    Arrays.setAll(estimates, i -> maximum.beta().get(i) / covariates.scale(i));
    DMatrixRMaj covariance = inOriginalUnits(standardised, covariates);
    double start = maximum.start().logLikelihood();
    double end = maximum.end().logLikelihood();
    return new Fit(
        data,
        kept,
        likelihood.sets().events(),
        CoefficientTable.byZ(kept.names(), estimates, covariance, level),
        inOriginalUnits(maximum.covariance(), covariates),
        maximum.converged(),
        end,
        start,
        ChiSquare.of(Math.max(0, 2 * (end - start)), p),
        ChiSquare.of(QuadraticForm.ofDefinite(standardised, maximum.beta()), p),
        ChiSquare.of(
            QuadraticForm.ofDefinite(maximum.start().information(), maximum.start().gradient()), p),
        Concordance.of(fitted),
        notes(data, covariates, maximum),
        fitted);
  }

  private static DMatrixRMaj inOriginalUnits(DMatrixRMaj standardised, Covariates covariates) {
    DMatrixRMaj covariance = standardised.copy();
    for (int i = 0; i < covariates.p(); i++) {
      for (int j = 0; j < covariates.p(); j++) {
        covariance.set(i, j, covariance.get(i, j) / covariates.scale(i) / covariates.scale(j));
      }
    }
    return covariance;
  }

  private List<String> notes(Data data, Covariates covariates, Maximum maximum) {
    List<String> notes =
        new ArrayList<>(LinearRegression.dropped(data.design(), covariates.kept()));
    boolean fractions =
        data.weights().isPresent()
            && Arrays.stream(data.weights().get().array()).anyMatch(w -> w != Math.rint(w));
    if (fractions && !robust) {
      notes.add("the weights are not counts: a robust covariance would take account of that");
    }
    for (int i : maximum.endless()) {
      notes.add(
          "the likelihood has no maximum in "
              + covariates.design().names().get(i)
              + ": its hazard ratio tends to 0 or infinity (monotone likelihood)");
    }
    if (!maximum.converged() && maximum.endless().isEmpty()) {
      notes.add("the iteration did not converge");
    }
    return notes;
  }

  /** Nothing can be estimated; the likelihood is 1 whatever the coefficients. */
  private Fit withoutEvents(Data data, RiskSets sets, double... weights) {
    Design design = data.design();
    double[] estimates = new double[design.p()];
    Arrays.fill(estimates, Double.NaN);
    DMatrixRMaj covariance = new DMatrixRMaj(design.p(), design.p());
    covariance.fill(Double.NaN);
    ChiSquare none = ChiSquare.of(Double.NaN, design.p());
    PartialLikelihood likelihood = likelihood(sets, Covariates.of(design, sets), weights);
    return new Fit(
        data,
        design,
        0,
        CoefficientTable.byZ(design.names(), estimates, covariance, level),
        covariance,
        false,
        0,
        0,
        none,
        none,
        none,
        Double.NaN,
        List.of("there is no event: nothing can be estimated"),
        new FittedLikelihood(likelihood, new DMatrixRMaj(0, 1), new DMatrixRMaj(0, 0)));
  }
}
