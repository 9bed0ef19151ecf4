package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.design.ModelFrame;
import org.absentia.statistics.table.CoefficientTable;

/** A method that fits a formula, so that others can build on its estimates. */
interface RegressionMethod extends Method {
  /**
   * Fits a formula to data, with the options of the request.
   *
   * @param formula may have more terms than the request's
   * @param frame may be a completed copy of the request's data
   */
  Fitted fit(StatisticsRequest request, Formula formula, Frame frame);

  /** What it models beside the formula, each with the option that names it; no weights. */
  default Map<Expression, String> variablesBesideFormula(StatisticsRequest request) {
    return Map.of();
  }

  /** The names of its own options, for itself and for a method that passes them on. */
  List<String> optionNames();

  /**
   * A fitted formula.
   *
   * @param table the estimates of the columns that were kept
   * @param design the columns that were kept; those of the fixed part of a mixed model
   * @param frame the complete rows
   * @param answer the whole answer of the method
   */
  record Fitted(
      CoefficientTable table,
      Design design,
      Formula formula,
      ModelFrame frame,
      List<String> notes,
      ObjectNode answer) {}

  @Override
  default ObjectNode answer(StatisticsRequest request) {
    request.options(optionNames());
    return fit(request, request.formula(), request.frame()).answer();
  }
}
