package org.absentia.analysis.method;

import java.util.List;
import java.util.stream.Stream;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.design.ModelFrame;

/** What every model of a formula asks first. */
final class Models {
  private Models() {}

  /** The left side, which must be there. */
  static Expression response(Formula formula) {
    return formula
        .response()
        .orElseThrow(() -> new InputFault("/formula", "needs a variable on its left side"));
  }

  /** The columns of the formula; there must be as many complete rows at least. */
  static Design design(Formula formula, ModelFrame frame) {
    Design design = Design.of(formula, frame);
    if (frame.n() < design.p() || frame.n() == 0) {
      throw new InputFault(
          "/formula",
          "has " + design.p() + " parameters, more than the " + frame.n() + " complete rows");
    }
    return design;
  }

  /** All that a reader must know: of the rows, of the fit. */
  static List<String> notes(ModelFrame frame, List<String> ofFit) {
    return Stream.of(frame.notes(), ofFit).flatMap(List::stream).toList();
  }

  /** All that a reader must know: of the rows, of the weights, of the fit. */
  static List<String> notes(ModelFrame frame, CaseWeights weights, List<String> ofFit) {
    return Stream.of(frame.notes(), weights.notes(), ofFit).flatMap(List::stream).toList();
  }
}
