package org.absentia.bench.outcome;

import java.time.YearMonth;

/** The first days of one person's months of follow-up, from tables made once, in a reused array. */
final class LoopCalendar {
  private static final int FIRST_YEAR = 1990;
  private static final int[] FIRST_OF_MONTH = new int[12 * 60];
  private static final int[] MONTH_LENGTH = new int[12 * 60];

  static {
    for (int month = 0; month < FIRST_OF_MONTH.length; month++) {
      YearMonth calendar = YearMonth.of(FIRST_YEAR, 1).plusMonths(month);
      FIRST_OF_MONTH[month] = (int) calendar.atDay(1).toEpochDay();
      MONTH_LENGTH[month] = calendar.lengthOfMonth();
    }
  }

  /** First day of each month, and the day after the last one. */
  final int[] monthStart = new int[ArrayOutcome.MONTHS + 1];

  /** The day a year before the index date. */
  int yearBefore;

  void read(RecordColumns columns, int person) {
    int dayOfMonth = columns.indexDayOfMonth[person];
    int month = (columns.indexYear[person] - FIRST_YEAR) * 12 + columns.indexMonth[person] - 1;
    for (int m = 0; m <= ArrayOutcome.MONTHS; m++) {
      monthStart[m] = dayOf(month + m, dayOfMonth);
    }
    yearBefore = dayOf(month - 12, dayOfMonth);
  }

  private static int dayOf(int month, int dayOfMonth) {
    return FIRST_OF_MONTH[month] + Math.min(dayOfMonth, MONTH_LENGTH[month]) - 1;
  }

  /** 0 for Monday to 6 for Sunday. */
  static int weekday(int day) {
    return Math.floorMod(day + 3, 7);
  }

  /** The day itself or the Monday after it. */
  static int onWorkday(int day) {
    int weekday = weekday(day);
    return weekday < 5 ? day : day + 7 - weekday;
  }
}
