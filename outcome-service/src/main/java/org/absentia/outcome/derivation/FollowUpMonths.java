package org.absentia.outcome.derivation;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.OptionalInt;
import org.absentia.outcome.definition.Span;
import org.absentia.outcome.timeline.Period;

/**
 * The months of follow-up: month m, counted from 0, begins m months after the index date, clipped
 * to the last day of a shorter month.
 */
final class FollowUpMonths {
  private static final int LONGEST_MONTH = 31;

  private final LocalDate indexDate;

  /** The first days found so far, because the rules ask for the same few again and again. */
  private int[] firstDays = new int[0];

  /** The month asked for last, because the rules go through the days in order. */
  private int latest;

  FollowUpMonths(LocalDate indexDate) {
    this.indexDate = indexDate;
  }

  LocalDate indexDate() {
    return indexDate;
  }

  /** The first day of a month. */
  int firstDay(int month) {
    if (month >= firstDays.length) {
      extend(2 * month + 14);
    }
    return firstDays[month];
  }

  private void extend(int length) {
    firstDays = new int[length];
    int year = indexDate.getYear();
    Month month = indexDate.getMonth();
    int firstOfMonth = Period.day(indexDate.withDayOfMonth(1));
    for (int m = 0; m < length; m++) {
      int monthDays = month.length(Year.isLeap(year));
      firstDays[m] = firstOfMonth + Math.min(indexDate.getDayOfMonth(), monthDays) - 1;
      firstOfMonth += monthDays;
      month = month.plus(1);
      year += month == Month.JANUARY ? 1 : 0;
    }
  }

  /** The day after the last of a span that begins on the index date. */
  int end(Span span) {
    OptionalInt wholeMonths = span.wholeMonths();
    return wholeMonths.isPresent()
        ? firstDay(wholeMonths.getAsInt())
        : Period.day(span.after(indexDate));
  }

  /** The days of a month. */
  Period days(int month) {
    return Period.until(firstDay(month), firstDay(month + 1));
  }

  /** The month that holds a day of follow-up. */
  int of(int day) {
    if (day < firstDay(latest) || firstDay(latest + 1) <= day) {
      latest = search(day);
    }
    return latest;
  }

  private int search(int day) {
    int month = (day - firstDay(0)) / LONGEST_MONTH;
    while (firstDay(month + 1) <= day) {
      month++;
    }
    return month;
  }

  /** The smallest number of months that reach a day. */
  int until(int end) {
    return of(end - 1) + 1;
  }
}
