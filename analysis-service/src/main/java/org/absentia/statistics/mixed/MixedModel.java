package org.absentia.statistics.mixed;

import java.util.ArrayList;
import java.util.List;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;

/**
 * A linear mixed model with one grouping factor (contracts/statistics-formulas.md F17): y = Xb + Zu
 * + e, u ~ N(0, s^2 LL') for each group, e ~ N(0, s^2). The same numbers give R {@code lme4::lmer}
 * and {@code nlme::lme}, and Stata {@code mixed}, whose default covariance is {@code INDEPENDENT}.
 */
public record MixedModel(
    Estimation estimation, Covariance covariance, Fallback fallback, double level) {

  /** What is made as large as possible. */
  public enum Estimation {
    /** The likelihood, as Stata does. */
    ML,
    /** The likelihood of the contrasts that have mean 0, as {@code lmer} does. */
    REML
  }

  /** What happens with a model that is singular or does not converge. */
  public enum Fallback {
    NONE,
    /** It is replaced by the model with a random intercept. */
    RANDOM_INTERCEPT
  }

  public MixedModel {
    Interval.requireLevel(level);
  }

  /**
   * Fits a response.
   *
   * @param fixed n rows and p columns, of full or lesser rank
   * @param random n rows and q columns
   * @param group of n rows, none missing
   * @param response n numbers
   */
  public MixedFit fit(Design fixed, Design random, Factor group, Vector response) {
    MixedFit full = new Estimate(this, fixed, random, group, response).fit(List.of(), false);
    boolean simplest = random.p() == 1 && random.hasIntercept();
    if (fallback == Fallback.NONE || simplest || !full.failed()) {
      return full;
    }
    List<String> notes = new ArrayList<>();
    notes.add(
        "the model with the random terms asked for "
            + (full.converged() ? "is singular" : "did not converge")
            + ": all numbers are of the model with a random intercept only");
    return new Estimate(this, fixed, intercept(fixed.n()), group, response).fit(notes, true);
  }

  private static Design intercept(int n) {
    return new Design(List.of(Design.Part.intercept(n)), n);
  }
}
