package org.absentia.randomisation.leak;

import java.util.function.ToIntFunction;

/** A way to learn classes from one sample and to guess them in another. */
@FunctionalInterface
interface Rule {
  ToIntFunction<double[]> learn(Sample sample, int classes);

  /** Returns the share of right guesses in a half that the rule did not learn from. */
  default double shareRight(Sample learned, Sample asked, int classes) {
    ToIntFunction<double[]> guess = learn(learned, classes);
    int right = 0;
    for (int i = 0; i < asked.size(); i++) {
      if (guess.applyAsInt(asked.row(i)) == asked.classOf(i)) {
        right++;
      }
    }
    return (double) right / asked.size();
  }
}
