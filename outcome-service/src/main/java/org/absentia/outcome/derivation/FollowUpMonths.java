package org.absentia.outcome.derivation;

import java.time.LocalDate;
import org.absentia.outcome.timeline.Period;

/**
 * The months of follow-up: month m, counted from 0, begins m months after the index date, clipped
 * to the last day of a shorter month.
 */
record FollowUpMonths(LocalDate indexDate) {
  /** The first day of a month. */
  int firstDay(int month) {
    return Period.day(indexDate.plusMonths(month));
  }

  /** The days of a month. */
  Period days(int month) {
    return Period.until(firstDay(month), firstDay(month + 1));
  }

  /** The month that holds a day of follow-up. */
  int of(int day) {
    LocalDate date = Period.date(day);
    int calendarMonths =
        12 * (date.getYear() - indexDate.getYear())
            + date.getMonthValue()
            - indexDate.getMonthValue();
    return firstDay(calendarMonths) <= day ? calendarMonths : calendarMonths - 1;
  }

  /** The smallest number of months that reach a day. */
  int until(int end) {
    return of(end - 1) + 1;
  }
}
