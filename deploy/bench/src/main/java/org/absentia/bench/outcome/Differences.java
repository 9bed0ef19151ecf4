package org.absentia.bench.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.absentia.outcome.derivation.Baseline;
import org.absentia.outcome.derivation.Outcome;
import org.absentia.outcome.derivation.Ratio;

/** Finds every place where the loop over arrays and the derivation say something else. */
final class Differences {
  private final List<String> found = new ArrayList<>();

  private Differences() {}

  /** What differs, in words; empty when all values agree exactly. */
  static List<String> between(Outcome outcome, ArrayOutcome loop) {
    Differences differences = new Differences();
    differences.windows(outcome, loop);
    differences.returnToWork(outcome, loop);
    differences.baseline(outcome.baseline(), loop);
    return differences.found;
  }

  private void windows(Outcome outcome, ArrayOutcome loop) {
    for (int place = 0; place < loop.lost.length; place++) {
      Outcome.Window window = outcome.windows().get(place);
      differ(window.window() + " workdays", window.workdays(), loop.workdays[place]);
      differ(window.window() + " lost", window.lostWorkdays().numerator(), loop.lost[place]);
      long sickLeave = window.bySource().sickLeave().numerator();
      differ(window.window() + " sick leave", sickLeave, loop.lostToSickLeave[place]);
      long allowance = window.bySource().workAssessmentAllowance().numerator();
      differ(window.window() + " allowance", allowance, loop.lostToAllowance[place]);
    }
    for (int month = 0; month < ArrayOutcome.MONTHS; month++) {
      long cumulative = outcome.cumulative().get(month).numerator();
      differ("month " + (month + 1), cumulative, loop.cumulative[month]);
    }
  }

  private void returnToWork(Outcome outcome, ArrayOutcome loop) {
    for (int rule = 0; rule < ArrayOutcome.RULES; rule++) {
      Outcome.ReturnToWork returned = outcome.returnToWork().get(rule);
      int month = returned.event() ? returned.time() : 0;
      differ("return to work " + (rule + 1), month, loop.returnMonth[rule]);
    }
  }

  private void baseline(Baseline baseline, ArrayOutcome loop) {
    differ("share", baseline.contractedShare(), new Ratio(loop.contracted, 10_000));
    differ("employed", baseline.contract() != Baseline.ContractClass.NONE, loop.employed);
    differ("disability", baseline.disabilityGrade(), new Ratio(loop.disabilityGrade, 100));
    differ("grade", baseline.sickLeaveGrade(), grade(loop));
    differ("spell", baseline.consecutiveSickLeaveDays(), loop.consecutiveSickLeaveDays);
    differ("previous year", baseline.lostWorkdaysPreviousYear().numerator(), loop.lostPreviousYear);
    differ("sick days", baseline.sickLeaveCalendarDaysPreviousYear(), loop.sickDaysPreviousYear);
    differ("after a week", baseline.workedShareAfterOneWeek(), workedAfterOneWeek(loop));
  }

  private static Ratio grade(ArrayOutcome loop) {
    int contracted = loop.contractedOnFirstWorkday;
    return contracted == 0
        ? Ratio.ZERO
        : new Ratio(100 * loop.sickLeaveOnFirstWorkday, contracted * 10_000L);
  }

  private static Ratio workedAfterOneWeek(ArrayOutcome loop) {
    long contracted = loop.contractedAfterOneWeek * 10_000L;
    return contracted == 0
        ? new Ratio(10_000, 10_000)
        : new Ratio(contracted - loop.absenceAfterOneWeek, contracted);
  }

  private void differ(String what, Object derived, Object looped) {
    if (!Objects.equals(derived, looped)) {
      found.add(what + ": derivation " + derived + ", loop " + looped);
    }
  }
}
