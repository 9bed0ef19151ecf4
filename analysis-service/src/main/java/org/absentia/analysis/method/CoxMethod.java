package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Expression.Name;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.design.ModelFrame;
import org.absentia.statistics.survival.BaselineHazard;
import org.absentia.statistics.survival.CoxRegression;
import org.absentia.statistics.survival.CoxRegression.Ties;
import org.absentia.statistics.survival.ProportionalHazards;
import org.absentia.statistics.survival.TimeTransform;

/** {@code cox}. */
final class CoxMethod implements RegressionMethod {
  private static final List<String> OPTIONS =
      List.of(
          "formula",
          "time",
          "event",
          "strata",
          "ties",
          "weight",
          "robust",
          "cluster",
          "test",
          "baseline",
          "residuals");

  @Override
  public String name() {
    return "cox";
  }

  @Override
  public Cost cost(Extent of) {
    double p = Math.max(1, of.columns() - 1);
    double perRow = (of.flag("residuals") ? 3 + p : 0) + (of.flag("baseline") ? 3 : 0);
    return Cost.ofSquares(of.rows(), p, 30)
        .plus(Cost.ofSquares(0, 2 * p, 30))
        .plus(Cost.ofWork(60 * of.sorting() + 1000 * of.rows()))
        .plus(Cost.ofAnswer(perRow * of.rows() + p * p + 10 * p));
  }

  @Override
  public List<String> optionNames() {
    return OPTIONS;
  }

  @Override
  public Map<Expression, String> variablesBesideFormula(StatisticsRequest request) {
    return FollowUps.withStrata(request).uses();
  }

  @Override
  public Fitted fit(StatisticsRequest request, Formula formula, Frame data) {
    Options options = Options.of(request);
    request.check();
    if (formula.response().isPresent() || formula.grouping().isPresent()) {
      throw new InputFault("/formula", "has a right side only, without a random part");
    }
    List<String> notes = new ArrayList<>();
    ModelFrame frame =
        request.model(formula, options.uses(), withoutWeightZero(options.weight(), data, notes));
    Design design = design(formula, frame);
    CoxRegression.Fit fit =
        new CoxRegression(options.ties(), options.isRobust(), request.level())
            .fit(options.data(request, design, frame));
    ProportionalHazards tests = ProportionalHazards.test(fit, options.test());
    notes.addAll(frame.notes());
    notes.addAll(fit.notes());
    notes.addAll(tests.notes());
    ObjectNode answer = request.answer(name(), frame.n(), notes);
    answer.put("events", fit.events());
    SurvivalWriting.put(answer, fit);
    answer.set("proportionalHazards", SurvivalWriting.proportionalHazards(tests));
    if (options.baseline()) {
      answer.set("baseline", SurvivalWriting.baseline(BaselineHazard.of(fit)));
    }
    if (options.residuals()) {
      answer.set("residuals", SurvivalWriting.residuals(fit, frame));
    }
    return new Fitted(fit.table(), fit.design(), formula, frame, notes, answer);
  }

  /** The baseline hazard takes the place of the intercept, written or not. */
  private static Design design(Formula formula, ModelFrame frame) {
    return Models.design(
        new Formula(Optional.empty(), false, formula.terms(), Optional.empty()), frame);
  }

  /** A row of weight 0 counts as missing: it must not count as one of tied events either. */
  private static Frame withoutWeightZero(Optional<Name> weight, Frame data, List<String> notes) {
    Optional<Column> column = weight.flatMap(name -> data.find(name.column()));
    if (column.isEmpty() || !(column.get() instanceof Column.Numbers numbers)) {
      return data;
    }
    double[] values = new double[numbers.size()];
    int zeros = 0;
    for (int row = 0; row < values.length; row++) {
      values[row] = numbers.at(row);
      if (values[row] < 0) {
        throw new InputFault("/weight", "must not be negative");
      }
      if (values[row] == 0) {
        values[row] = Double.NaN;
        zeros++;
      }
    }
    if (zeros == 0) {
      return data;
    }
    notes.add(zeros + " rows of weight 0 are left out");
    Map<String, Column> columns = new LinkedHashMap<>(data.columns());
    columns.put(weight.orElseThrow().column(), new Column.Numbers(values));
    return new Frame(columns, data.rows());
  }

  private record Options(
      FollowUps columns,
      Optional<Name> weight,
      Optional<Name> cluster,
      boolean robust,
      Ties ties,
      TimeTransform test,
      boolean baseline,
      boolean residuals) {

    static Options of(StatisticsRequest request) {
      return new Options(
          FollowUps.withStrata(request),
          request.optionalColumn("weight"),
          request.optionalColumn("cluster"),
          request.in().bool("robust", false),
          request.choice("ties", Ties.class, Ties.EFRON),
          request.choice("test", TimeTransform.class, TimeTransform.IDENTITY),
          request.in().bool("baseline", false),
          request.in().bool("residuals", false));
    }

    /** Clusters make sense in a robust covariance only. */
    boolean isRobust() {
      return robust || cluster.isPresent();
    }

    Map<Expression, String> uses() {
      Map<Expression, String> uses = columns.uses();
      weight.ifPresent(column -> uses.put(column, "weight"));
      cluster.ifPresent(column -> uses.put(column, "cluster"));
      return uses;
    }

    CoxRegression.Data data(StatisticsRequest request, Design design, ModelFrame frame) {
      return new CoxRegression.Data(
          design,
          columns.times(frame),
          columns.strata(request, frame),
          weight.map(column -> frame.numbers(column, "/weight")),
          cluster.map(column -> frame.factor(column, request.order()).codes()));
    }
  }
}
