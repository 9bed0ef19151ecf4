package org.absentia.statistics.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.regression.LinearRegression.FTest;
import org.absentia.statistics.table.CoefficientTable;

/**
 * Regression that outlying rows do not carry away.
 *
 * <p>RREG is Stata's {@code rreg} step by step (Hamilton 1991; contracts/statistics-formulas.md
 * F8), with standard errors from pseudovalues (Street, Carroll and Ruppert 1988). HUBER and
 * BISQUARE are M-estimators run to convergence, as R {@code MASS::rlm} with a small {@code acc}
 * (Huber 1981; F9).
 *
 * @param tune of RREG's biweight; 7 is 95 % efficient
 * @param tolerance of RREG's last phase: the largest change of a weight at which it ends
 */
public record RobustRegression(Estimator estimator, double tune, double tolerance, double level) {
  /** Stata's defaults, with intervals of 95 %. */
  public static final RobustRegression RREG = new RobustRegression(Estimator.RREG, 7, 0.01, 0.95);

  /** What the residuals' weights come from. */
  public enum Estimator {
    RREG,
    HUBER,
    BISQUARE
  }

  /** With which weights a step was done. */
  public enum Phase {
    HUBER,
    BIWEIGHT
  }

  /** One step of RREG. */
  public record Iteration(Phase phase, double largestWeightChange) {}

  /** What RREG's regression of the pseudovalues says. */
  public record Pseudovalues(double sigma, double rSquared, FTest f) {}

  public RobustRegression {
    Interval.requireLevel(level);
    if (!(tune > 0 && tolerance > 0)) {
      throw new IllegalArgumentException("tune and tolerance must be positive");
    }
  }

  /**
   * A fitted model.
   *
   * @param design the columns that were kept, in the rows that were kept
   * @param weights of all rows; {@code NaN} of those dropped
   * @param dropped the places of rows dropped for Cook's distance above 1
   * @param iterations of RREG
   * @param scale median absolute deviation of the residuals/0.6745, behind the last weights
   * @param pseudovalues of RREG
   * @param notes what a reader must know
   */
  public record Fit(
      Design design,
      CoefficientTable table,
      Vector weights,
      Indexes dropped,
      boolean converged,
      List<Iteration> iterations,
      double scale,
      Optional<Pseudovalues> pseudovalues,
      List<String> notes) {
    public Fit {
      iterations = List.copyOf(iterations);
      notes = List.copyOf(notes);
    }
  }

  static final String NOT_CONVERGED = "the weights did not settle";
  static final String NO_SCALE =
      "at least half of the residuals are 0: the scale is 0, and rows off the fit have weight 0";

  /**
   * Fits a response.
   *
   * @param response n numbers
   */
  public Fit fit(Design design, Vector response) {
    return switch (estimator) {
      case RREG -> new Rreg(this).fit(design, response);
      case HUBER -> new MEstimation(level, MEstimation.Psi.HUBER).fit(design, response);
      case BISQUARE -> new MEstimation(level, MEstimation.Psi.BISQUARE).fit(design, response);
    };
  }

  static List<String> notes(List<String> dropped, boolean converged, double scale) {
    List<String> notes = new ArrayList<>(dropped);
    if (!converged) {
      notes.add(NOT_CONVERGED);
    }
    if (scale == 0) {
      notes.add(NO_SCALE);
    }
    return notes;
  }
}
