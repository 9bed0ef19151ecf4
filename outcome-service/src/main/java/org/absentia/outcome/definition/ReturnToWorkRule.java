package org.absentia.outcome.definition;

/** When a person counts as back at work: after so long without absence, within a follow-up. */
public sealed interface ReturnToWorkRule {
  Span absenceFree();

  Span followUp();

  /** Counted in days: a run of absence-free days that may begin on any day. */
  record AfterDays(Span absenceFree, Span followUp) implements ReturnToWorkRule {
    public AfterDays {
      if (!fits(absenceFree)) {
        throw new IllegalArgumentException("days without absence are counted in days or weeks");
      }
    }

    /** Tells whether a span is a number of days on every calendar. */
    public static boolean fits(Span absenceFree) {
      return absenceFree.wholeDays().isPresent();
    }

    public int freeDays() {
      return absenceFree.wholeDays().orElseThrow();
    }
  }

  /** Counted in follow-up months: the first of so many in a row without any absence. */
  record AfterMonths(Span absenceFree, Span followUp) implements ReturnToWorkRule {
    public AfterMonths {
      if (!fits(absenceFree) || !fits(followUp)) {
        throw new IllegalArgumentException("months without absence are counted in whole months");
      }
    }

    /** Tells whether a span is a number of months. */
    public static boolean fits(Span span) {
      return span.wholeMonths().isPresent();
    }

    public int freeMonths() {
      return absenceFree.wholeMonths().orElseThrow();
    }

    public int followUpMonths() {
      return followUp.wholeMonths().orElseThrow();
    }
  }
}
