package org.absentia.bench.validity;

import org.absentia.bench.validity.Question.Kind;
import org.absentia.statistics.data.Interval;

/** In how many runs of a scenario the answer to a question was yes. */
record Rate(
    String scenario, String question, Kind kind, Expectation expectation, int hits, int runs) {
  /** Normal quantiles of two-sided 99 % and 99.9 %. */
  private static final double Z_99 = 2.5758293035489;

  private static final double Z_999 = 3.2905267314919;

  /** How a rate stands to what was expected. */
  enum Verdict {
    /** The 99 % Monte Carlo interval holds it. */
    AS_EXPECTED("as expected"),
    /** The 99.9 % Monte Carlo interval holds it: one line in a hundred by chance. */
    NEARLY("nearly"),
    OFF("OFF");

    final String text;

    Verdict(String text) {
      this.text = text;
    }
  }

  double share() {
    return (double) hits / runs;
  }

  /** Where the rate of infinitely many runs lies, at 99 %. */
  Interval interval99() {
    return wilson(Z_99);
  }

  /** The same at 99.9 %. */
  Interval interval999() {
    return wilson(Z_999);
  }

  Verdict verdict() {
    if (agrees(Z_99)) {
      return Verdict.AS_EXPECTED;
    }
    return agrees(Z_999) ? Verdict.NEARLY : Verdict.OFF;
  }

  private boolean agrees(double z) {
    Interval interval = wilson(z);
    return switch (expectation) {
      case Expectation.Nominal(double nominal) -> Scenario.holds(interval, nominal);
      case Expectation.AtMost most -> interval.lower() <= most.nominal();
      case Expectation.AtLeast least -> interval.upper() >= least.nominal();
      case Expectation.Wrong wrong -> !Scenario.holds(interval, wrong.nominal());
      case Expectation.Known known -> {
        double p = (hits + known.rate() * known.runs()) / (runs + known.runs());
        double variance = p * (1 - p) * (1.0 / runs + 1.0 / known.runs());
        yield Math.abs(share() - known.rate()) <= z * Math.sqrt(variance);
      }
    };
  }

  /** Wilson's score interval (1927). */
  private Interval wilson(double z) {
    double square = z * z / runs;
    double middle = (share() + square / 2) / (1 + square);
    double half = z / (1 + square) * Math.sqrt(share() * (1 - share()) / runs + square / runs / 4);
    return Interval.around(middle, half);
  }
}
