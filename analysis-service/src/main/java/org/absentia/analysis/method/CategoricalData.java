package org.absentia.analysis.method;

import java.util.List;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.design.ModelFrame;

/**
 * What a regression of a categorical outcome is fitted to: the complete rows of a formula, each of
 * which may stand for several by its case weight.
 *
 * @param outcome the level of the formula's left side in each row
 * @param design the columns of its right side
 * @param counts how often each row counts, 1 where the request has no weights
 */
record CategoricalData(
    ModelFrame frame, CaseWeights weights, Factor outcome, Design design, Vector counts) {

  /** Reads the option {@code weight}, the last one of these methods, and then the rows. */
  static CategoricalData of(StatisticsRequest request, Formula formula, Frame data) {
    CaseWeights weights = CaseWeights.of(request, data);
    request.check();
    ModelFrame frame = request.model(formula, weights.uses(), weights.data());
    Factor outcome = frame.factor(Models.response(formula), request.order());
    Design design = Models.design(formula, frame);
    Vector counts = weights.in(frame).orElseGet(() -> Vector.constant(1, frame.n()));
    return new CategoricalData(frame, weights, outcome, design, counts);
  }

  /** All that a reader must know: of the rows, of the weights, of the fit. */
  List<String> notes(List<String> ofFit) {
    return Models.notes(frame, weights, ofFit);
  }
}
