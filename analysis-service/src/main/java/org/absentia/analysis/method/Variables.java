package org.absentia.analysis.method;

import java.util.List;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Expression.Name;
import org.absentia.statistics.design.Formula;

/** Variables that an option names: a column, or a function of one as formulas write it. */
final class Variables {
  private Variables() {}

  /** Reads an option that the method cannot do without; throws what is wrong so far. */
  static Expression required(StatisticsRequest request, String option) {
    String text = request.in().requiredText(option);
    request.check();
    return of(request, text, "/" + option);
  }

  /** Reads a variable; a column of that very name comes first. */
  static Expression of(StatisticsRequest request, String text, String place) {
    boolean function = text.contains("(") || text.contains("^") || text.contains("`");
    if (!function || request.frame().find(text).isPresent()) {
      return new Name(text);
    }
    Formula formula = Formula.parse(text, place);
    boolean one =
        formula.response().isEmpty()
            && formula.grouping().isEmpty()
            && formula.terms().size() == 1
            && formula.terms().getFirst().factors().size() == 1;
    if (!one) {
      throw new InputFault(place, "must be one variable");
    }
    return List.copyOf(formula.variables()).getFirst();
  }
}
