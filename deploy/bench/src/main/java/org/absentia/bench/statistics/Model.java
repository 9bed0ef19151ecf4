package org.absentia.bench.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.absentia.statistics.data.LevelOrder;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.design.ModelFrame;

/** A formula and its variables, read from data as R's functions do in each call. */
record Model(Formula formula, ModelFrame frame) {
  static Model of(String text, Columns data) {
    Formula formula = Formula.parse(text, "/formula");
    Map<Expression, String> uses = new LinkedHashMap<>();
    formula.variables().forEach(variable -> uses.put(variable, "/formula"));
    return new Model(formula, ModelFrame.of(data.frame(), LevelOrder.SORTED, uses));
  }

  Design design() {
    return Design.of(formula, frame);
  }

  Vector response() {
    return frame.numbers(formula.response().orElseThrow(), "/formula");
  }
}
