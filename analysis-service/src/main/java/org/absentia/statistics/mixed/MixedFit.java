package org.absentia.statistics.mixed;

import java.util.List;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.table.CoefficientTable;

/**
 * A fitted mixed model.
 *
 * @param design the fixed columns that were kept
 * @param table of the fixed effects, by z
 * @param groups the names of the groups, in order of levels
 * @param logLikelihood or restricted log likelihood, with all constants
 * @param linearLogLikelihood of the model without random effects
 * @param singular whether the estimate lies on the boundary: the least diagonal element of L is
 *     below 1e-4
 * @param fallbackUsed whether these are the numbers of the model with a random intercept only
 * @param randomEffects for each group a number for each random term
 * @param notes what a reader must know
 */
public record MixedFit(
    Design design,
    CoefficientTable table,
    List<String> groups,
    double logLikelihood,
    double linearLogLikelihood,
    boolean converged,
    boolean singular,
    boolean fallbackUsed,
    VarianceComponents components,
    List<Vector> randomEffects,
    List<String> notes) {
  public MixedFit {
    groups = List.copyOf(groups);
    randomEffects = List.copyOf(randomEffects);
    notes = List.copyOf(notes);
  }

  /** Twice by how much the random effects raise the log likelihood. */
  public double likelihoodRatio() {
    return Math.max(0, 2 * (logLikelihood - linearLogLikelihood));
  }

  boolean failed() {
    return singular || !converged;
  }
}
