package org.absentia.bench.validity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.absentia.bench.validity.Question.Kind;
import org.absentia.statistics.data.Interval;

/**
 * Data of one kind, a method, and what is asked of its results.
 *
 * @param name names its random streams too, so it is unique
 * @param runs of the full command
 * @param analysis draws data and applies the method
 * @param <F> what the method answers
 */
record Scenario<F>(
    String name, int runs, Function<Randomness, F> analysis, List<Question<F>> questions) {
  static final double LEVEL = 0.95;
  static final double ALPHA = 0.05;

  Scenario {
    questions = List.copyOf(questions);
  }

  static <F> Scenario<F> of(String name, int runs, Function<Randomness, F> analysis) {
    return new Scenario<>(name, runs, analysis, List.of());
  }

  /** Asks whether the interval holds the truth; one that is not defined does not. */
  Scenario<F> covers(String what, double truth, Function<F, Interval> interval) {
    return covers(what, fit -> holds(interval.apply(fit), truth));
  }

  Scenario<F> covers(String what, Predicate<F> positive) {
    return and(new Question<>(what, Kind.COVERAGE, new Expectation.Nominal(LEVEL), positive));
  }

  /** Asks whether a true hypothesis is rejected at 5 %; a test without a p-value does not. */
  Scenario<F> rejects(String what, ToDoubleFunction<F> pValue) {
    return and(
        new Question<>(
            what,
            Kind.TYPE_I_ERROR,
            new Expectation.Nominal(ALPHA),
            fit -> pValue.applyAsDouble(fit) <= ALPHA));
  }

  /** Asks how often a false hypothesis is rejected at 5 %. */
  Scenario<F> hasPower(String what, double stated, ToDoubleFunction<F> pValue) {
    return and(
        new Question<>(
            what,
            Kind.POWER,
            new Expectation.Nominal(stated),
            fit -> pValue.applyAsDouble(fit) <= ALPHA));
  }

  /** The question asked last concerns a test that rejects at most as often as it says. */
  Scenario<F> atMost(String reason) {
    return expecting(new Expectation.AtMost(lastNominal(), reason));
  }

  /** The question asked last concerns an interval that covers at least as often as it says. */
  Scenario<F> atLeast(String reason) {
    return expecting(new Expectation.AtLeast(lastNominal(), reason));
  }

  /** The question asked last concerns a wrong method. */
  Scenario<F> wrong(String reason) {
    return expecting(new Expectation.Wrong(lastNominal(), reason));
  }

  /** The same with what is known about some of its questions. */
  Scenario<F> with(KnownRates known) {
    List<Question<F>> all =
        questions.stream()
            .map(question -> known.of(name, question).map(question::expecting).orElse(question))
            .toList();
    return new Scenario<>(name, runs, analysis, all);
  }

  private double lastNominal() {
    return questions.getLast().expectation().nominal();
  }

  private Scenario<F> expecting(Expectation expectation) {
    List<Question<F>> all = new ArrayList<>(questions);
    all.add(all.removeLast().expecting(expectation));
    return new Scenario<>(name, runs, analysis, all);
  }

  private Scenario<F> and(Question<F> question) {
    List<Question<F>> all = new ArrayList<>(questions);
    all.add(question);
    return new Scenario<>(name, runs, analysis, all);
  }

  static boolean holds(Interval interval, double truth) {
    return interval.lower() <= truth && truth <= interval.upper();
  }
}
