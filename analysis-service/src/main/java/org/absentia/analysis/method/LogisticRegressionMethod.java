package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.regression.LogisticRegression;

/** {@code logistic-regression}. */
final class LogisticRegressionMethod implements RegressionMethod {
  private static final List<String> OPTIONS = List.of("formula", "weight");

  @Override
  public String name() {
    return "logistic-regression";
  }

  @Override
  public Cost cost(Extent of) {
    double p = of.columns();
    return Cost.ofSquares(of.rows(), p, 25)
        .plus(Cost.ofWork(1000 * of.rows()))
        .plus(Cost.ofAnswer(p * p + 8 * p));
  }

  @Override
  public List<String> optionNames() {
    return OPTIONS;
  }

  @Override
  public Fitted fit(StatisticsRequest request, Formula formula, Frame data) {
    CategoricalData rows = CategoricalData.of(request, formula, data);
    LogisticRegression.Fit fit =
        new LogisticRegression(request.level())
            .fit(rows.design(), events(rows.outcome()), rows.counts());
    List<String> notes = rows.notes(fit.notes());
    ObjectNode answer = request.answer(name(), rows.frame().n(), notes);
    Writing.put(answer, fit.table());
    Writing.put(answer, "logLikelihood", fit.logLikelihood());
    Writing.put(answer, "nullLogLikelihood", fit.nullLogLikelihood());
    answer.put("converged", fit.converged());
    return new Fitted(fit.table(), fit.design(), formula, rows.frame(), notes, answer);
  }

  /** The second of two levels is the event; of a single level only 0 and 1 say what they are. */
  private static Vector events(Factor outcome) {
    List<String> levels = outcome.levels();
    if (levels.size() > 2 || levels.size() == 1 && !Set.of("0", "1").containsAll(levels)) {
      throw new InputFault(
          "/formula", "needs 0/1 or two levels on its left side, which has " + levels.size());
    }
    int event = levels.getFirst().equals("1") && levels.size() == 1 ? 0 : 1;
    return Vector.of(
        Arrays.stream(outcome.codes().array()).mapToDouble(c -> c == event ? 1 : 0).toArray());
  }
}
