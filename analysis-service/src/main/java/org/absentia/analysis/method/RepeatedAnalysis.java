package org.absentia.analysis.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.absentia.analysis.method.RegressionMethod.Fitted;
import org.absentia.platform.json.JsonReader;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.imputation.Estimates;
import org.absentia.statistics.imputation.Imputations;
import org.absentia.statistics.imputation.RubinsRules;
import org.absentia.statistics.imputation.RubinsRules.Pooled;
import org.absentia.statistics.progress.Steps;

/** The regression that is fitted to every completed data set. */
record RepeatedAnalysis(RegressionMethod method, StatisticsRequest options, Formula formula) {
  private static final String MEMBER = "analysis";
  private static final int MOST_NOTES = 20;

  /**
   * The pooled regression.
   *
   * @param slopes the places of all coefficients but intercepts and thresholds
   */
  record Result(Pooled pooled, List<Integer> slopes, List<String> notes) {}

  /** What is kept of one fit. */
  private record Fit(
      Estimates estimates,
      Set<String> slopes,
      double degreesOfFreedom,
      boolean converged,
      List<String> notes) {}

  /** Reads the member {@code analysis}; throws what is wrong with it. */
  static RepeatedAnalysis of(StatisticsRequest request) {
    StatisticsRequest options = request.part(MEMBER);
    JsonReader in = options.in();
    String name = in.requiredText("method");
    request.check();
    if (Methods.named(name).orElse(null) instanceof RegressionMethod method) {
      in.noOthers(known(method).toArray(String[]::new));
      return new RepeatedAnalysis(method, options, inside(method, options::formula));
    }
    throw new InputFault("/" + MEMBER + "/method", "is not a method that fits a formula");
  }

  private static List<String> known(RegressionMethod method) {
    return Stream.concat(Stream.of("method"), method.optionNames().stream()).toList();
  }

  /** Names faults of the regression by their place inside the member. */
  private static <T> T inside(RegressionMethod method, Supplier<T> step) {
    try {
      return step.get();
    } catch (InputFault fault) {
      boolean within =
          known(method).stream().anyMatch(option -> fault.place().startsWith("/" + option));
      throw within ? new InputFault("/" + MEMBER + fault.place(), fault.detail()) : fault;
    }
  }

  /** What the regression models beside its formula, each with the place that names it. */
  Map<Expression, String> variablesBesideFormula() {
    Map<Expression, String> variables = new LinkedHashMap<>();
    method
        .variablesBesideFormula(options)
        .forEach((use, option) -> variables.put(use, "/" + MEMBER + "/" + option));
    return variables;
  }

  /** Fits all completed data sets and pools. */
  Result of(Imputations imputations) {
    Steps steps = Steps.of("analyses", imputations.count());
    Fit first = counted(steps, imputations, 0); // alone: it meets the faults of the options
    List<Fit> fits =
        Stream.concat(
                Stream.of(first),
                IntStream.range(1, imputations.count())
                    .parallel()
                    .mapToObj(i -> counted(steps, imputations, i)))
            .toList();
    Set<String> notes = new LinkedHashSet<>();
    fits.forEach(fit -> fit.notes.stream().limit(MOST_NOTES).forEach(notes::add));
    long failed = fits.stream().filter(fit -> !fit.converged).count();
    if (failed > 0) {
      notes.add("the analysis did not converge in " + failed + " of " + fits.size() + " data sets");
    }
    List<String> terms = common(fits, notes);
    List<Estimates> estimates =
        fits.stream()
            .map(
                fit ->
                    fit.estimates.only(terms.stream().map(fit.estimates.terms()::indexOf).toList()))
            .toList();
    double least = fits.stream().mapToDouble(Fit::degreesOfFreedom).min().orElseThrow();
    Pooled pooled = new RubinsRules(Math.max(least, 1), options.level()).pool(estimates);
    notes.addAll(pooled.notes());
    return new Result(
        pooled,
        IntStream.range(0, terms.size())
            .filter(i -> first.slopes.contains(terms.get(i)))
            .boxed()
            .toList(),
        notes.stream().limit(MOST_NOTES).toList());
  }

  private static List<String> common(List<Fit> fits, Set<String> notes) {
    List<String> terms = new ArrayList<>(fits.getFirst().estimates.terms());
    fits.forEach(fit -> terms.retainAll(fit.estimates.terms()));
    Set<String> lost = new LinkedHashSet<>();
    fits.forEach(fit -> lost.addAll(fit.estimates.terms()));
    terms.forEach(lost::remove);
    lost.forEach(
        term -> notes.add(term + " was left out: not every completed data set estimates it"));
    return terms;
  }

  private Fit counted(Steps steps, Imputations imputations, int imputation) {
    Fit fit = steps.inside(() -> fit(imputations, imputation));
    steps.done(1);
    return fit;
  }

  private Fit fit(Imputations imputations, int imputation) {
    Map<String, Column> columns = new LinkedHashMap<>(options.frame().columns());
    columns.putAll(imputations.completed(imputation));
    Frame frame = new Frame(columns, options.frame().rows());
    Fitted fitted = inside(method, () -> method.fit(options, formula, frame));
    List<String> terms =
        fitted.table().coefficients().stream().map(coefficient -> coefficient.term()).toList();
    return new Fit(
        new Estimates(terms, Vector.of(fitted.table().estimates()), fitted.table().covariance()),
        slopes(terms, fitted.design()),
        degreesOfFreedom(fitted),
        fitted.answer().path("converged").asBoolean(true),
        fitted.notes());
  }

  /** Terms of the design; several equations name theirs behind the level. */
  private static Set<String> slopes(List<String> terms, Design design) {
    Set<String> slopes = new LinkedHashSet<>();
    for (String column : design.names()) {
      terms.stream()
          .filter(term -> term.equals(column) || term.endsWith(":" + column))
          .filter(term -> !column.equals(Design.INTERCEPT))
          .forEach(slopes::add);
    }
    return slopes;
  }

  /** Those of t; otherwise rows less parameters, or events less parameters as in R mice. */
  private static double degreesOfFreedom(Fitted fitted) {
    int parameters = fitted.table().coefficients().size();
    int n = fitted.answer().path("events").asInt(fitted.frame().n());
    return fitted.table().degreesOfFreedom().orElse(Math.max(n - parameters, 1));
  }
}
