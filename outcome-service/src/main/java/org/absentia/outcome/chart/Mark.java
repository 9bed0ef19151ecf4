package org.absentia.outcome.chart;

import java.time.LocalDate;

/**
 * A day of note.
 *
 * @param label what it is, for a person
 */
public record Mark(Kind kind, LocalDate date, String label) {
  /** What happens on the day. */
  public enum Kind {
    /** Follow-up begins. */
    INDEX_DATE,
    /** The first day of a later month of follow-up. */
    FOLLOW_UP_MONTH,
    /** The last day of a window. */
    WINDOW_END,
    /** The first day or month of those without absence that a rule asks for. */
    RETURN_TO_WORK,
    /** The last day of a rule's follow-up, when the person did not return within it. */
    CENSORED
  }
}
