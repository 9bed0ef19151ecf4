package org.absentia.randomisation.protocol;

import java.time.LocalDate;

/** The days on which a questionnaire may be answered, all included. */
public record Window(LocalDate opensOn, LocalDate dueOn, LocalDate closesOn) {
  /** Where a day lies. */
  public enum Phase {
    EARLY,
    DUE,
    OVERDUE,
    MISSED
  }

  /** Places a day: due until the day itself, overdue until the window closes. */
  public Phase phase(LocalDate day) {
    if (day.isBefore(opensOn)) {
      return Phase.EARLY;
    }
    if (!day.isAfter(dueOn)) {
      return Phase.DUE;
    }
    return day.isAfter(closesOn) ? Phase.MISSED : Phase.OVERDUE;
  }
}
