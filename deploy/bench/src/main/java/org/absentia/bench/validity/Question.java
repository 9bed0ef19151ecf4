package org.absentia.bench.validity;

import java.util.function.Predicate;

/**
 * What is asked of the result of each run.
 *
 * @param <F> the result
 */
record Question<F>(String name, Kind kind, Expectation expectation, Predicate<F> positive) {
  /** What a rate is a rate of. */
  enum Kind {
    /** Tests that reject a true hypothesis. */
    TYPE_I_ERROR("type I error"),
    /** Intervals that hold the truth. */
    COVERAGE("coverage"),
    /** Tests that reject a false hypothesis. */
    POWER("power");

    final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  Question<F> expecting(Expectation other) {
    return new Question<>(name, kind, other, positive);
  }
}
