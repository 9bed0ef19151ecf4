package org.absentia.statistics.imputation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.describe.Moments;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.progress.Steps;
import org.absentia.statistics.random.Draws;

/**
 * One imputation on its way: every incomplete variable is drawn again and again, given the others.
 */
final class Chain {
  private final List<Gaps> gaps;
  private final Indexes rows;
  private final Draws draws;
  private final Map<String, ChainColumn> columns = new LinkedHashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();

  /**
   * Starts a chain.
   *
   * @param gaps of the incomplete variables in the order in which they are visited
   * @param rows in which some variable was observed
   */
  Chain(List<ChainVariable> variables, List<Gaps> gaps, Indexes rows, Draws draws) {
    this.gaps = gaps;
    this.rows = rows;
    this.draws = draws;
    variables.forEach(variable -> columns.put(variable.name(), new ChainColumn(variable)));
  }

  /** Runs some iterations from observed values drawn at random. */
  Imputation run(int iterations, Steps steps) {
    gaps.forEach(this::start);
    List<List<Double>> means = lists();
    List<List<Double>> deviations = lists();
    for (int iteration = 0; iteration < iterations; iteration++) {
      for (int i = 0; i < gaps.size(); i++) {
        steps.check();
        step(gaps.get(i));
        Moments moments = moments(gaps.get(i));
        means.get(i).add(moments.mean());
        deviations.get(i).add(moments.standardDeviation());
      }
      steps.done(1);
    }
    List<Vector> filled = new ArrayList<>();
    List<Trace> traces = new ArrayList<>();
    for (int i = 0; i < gaps.size(); i++) {
      filled.add(Vector.of(column(gaps.get(i)).at(gaps.get(i).missing().array())));
      traces.add(new Trace(means.get(i), deviations.get(i)));
    }
    return new Imputation(filled, traces, List.copyOf(notes));
  }

  private List<List<Double>> lists() {
    List<List<Double>> lists = new ArrayList<>();
    gaps.forEach(one -> lists.add(new ArrayList<>()));
    return lists;
  }

  private ChainColumn column(Gaps of) {
    return column(of.variable().name());
  }

  private ChainColumn column(String name) {
    ChainColumn column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("not a variable of these equations: " + name);
    }
    return column;
  }

  private Moments moments(Gaps of) {
    double[] filled = column(of).at(of.missing().array());
    if (of.variable().categories().isPresent()) {
      Arrays.setAll(filled, i -> filled[i] + 1);
    }
    return Moments.of(Sample.of(filled));
  }

  private void start(Gaps of) {
    ChainColumn column = column(of);
    for (int row : of.missing().array()) {
      column.set(row, column.at(of.observed().at(draws.below(of.observed().size()))));
    }
  }

  private void step(Gaps of) {
    ChainVariable variable = of.variable();
    ChainVariable.Equation equation = variable.equation().orElseThrow();
    List<double[]> predictors = new ArrayList<>();
    for (String predictor : equation.predictors()) {
      predictors.addAll(Arrays.asList(column(predictor).predictors()));
    }
    switch (equation.method()) {
      case NORMAL -> normal(of, predictors);
      case PMM -> matched(of, predictors);
      case LOGISTIC, ORDINAL, MULTINOMIAL -> category(of, equation.method(), predictors);
    }
  }

  private void normal(Gaps of, List<double[]> predictors) {
    LinearDraw model =
        LinearDraw.of(withIntercept(predictors, of.observed()), responses(of), draws);
    int[] missing = of.missing().array();
    double[] drawn = model.drawn(withIntercept(predictors, of.missing()), missing.length);
    for (int i = 0; i < missing.length; i++) {
      column(of).set(missing[i], drawn[i] + model.sigma() * draws.normal());
    }
  }

  /** Type 1 matching: estimates for donors, what was drawn for the gaps. */
  private void matched(Gaps of, List<double[]> predictors) {
    double[][] observed = withIntercept(predictors, of.observed());
    LinearDraw model = LinearDraw.of(observed, responses(of), draws);
    Donors donors = new Donors(model.estimated(observed, of.observed().size()));
    int[] missing = of.missing().array();
    double[] drawn = model.drawn(withIntercept(predictors, of.missing()), missing.length);
    ChainColumn column = column(of);
    for (int i = 0; i < missing.length; i++) {
      column.set(missing[i], column.at(of.observed().at(donors.near(drawn[i], draws))));
    }
  }

  private void category(Gaps of, ImputationMethod method, List<double[]> predictors) {
    Factor factor = of.variable().categories().orElseThrow();
    int[] missing = of.missing().array();
    if (factor.levels().size() < 2) {
      return; // what it started with is all there is
    }
    int[] places =
        Arrays.stream(column(of).at(of.observed().array())).mapToInt(x -> (int) x).toArray();
    Augmentation augmented =
        Augmentation.of(predictors, places, factor.levels().size(), of.observed(), rows);
    Factor outcome = new Factor(factor.name(), factor.levels(), factor.base(), augmented.places());
    CategoryDraw model = CategoryDraw.of(method, outcome, augmented, draws);
    if (!model.converged()) {
      notes.add(
          "a model of "
              + factor.name()
              + " did not converge; its last step was used, or observed values at random");
    }
    if (!model.defined()) {
      start(of);
      return;
    }
    int[] levels = model.levels(design(withIntercept(predictors, of.missing())), draws);
    for (int i = 0; i < missing.length; i++) {
      column(of).set(missing[i], levels[i]);
    }
  }

  private static Design design(double[]... columns) {
    List<Design.Part> parts = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      parts.add(new Design.Part("x" + i, i - 1, Vector.of(columns[i])));
    }
    return new Design(parts, columns[0].length);
  }

  private double[] responses(Gaps of) {
    double[] responses = column(of).at(of.observed().array());
    Arrays.setAll(responses, i -> of.variable().number(responses[i]));
    return responses;
  }

  private static double[][] withIntercept(List<double[]> predictors, Indexes some) {
    double[][] columns = new double[predictors.size() + 1][];
    columns[0] = new double[some.size()];
    Arrays.fill(columns[0], 1);
    for (int i = 0; i < predictors.size(); i++) {
      columns[i + 1] = ChainColumn.at(predictors.get(i), some.array());
    }
    return columns;
  }
}
