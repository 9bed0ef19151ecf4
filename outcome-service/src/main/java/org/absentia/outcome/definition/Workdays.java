package org.absentia.outcome.definition;

import org.absentia.outcome.timeline.Period;

/** Which days are workdays: they weigh 1, all others 0. */
public enum Workdays {
  MON_FRI,
  /** Monday to Friday except Norway's public holidays. */
  MON_FRI_EXCEPT_HOLIDAYS;

  /** 1970-01-01 was a Thursday, so day -3 was a Monday. */
  private static final int MONDAY = -3;

  public boolean isWorkday(int day) {
    return Math.floorMod(day - MONDAY, 7) < 5
        && switch (this) {
          case MON_FRI -> true;
          case MON_FRI_EXCEPT_HOLIDAYS -> !PublicHolidays.isOn(day);
        };
  }

  /** Number of workdays in a period. */
  public int count(Period days) {
    int weekdays = weekdaysBefore(days.to() + 1) - weekdaysBefore(days.from());
    return switch (this) {
      case MON_FRI -> weekdays;
      case MON_FRI_EXCEPT_HOLIDAYS -> weekdays - PublicHolidays.count(days);
    };
  }

  /** The day itself or, if it is no workday, the next one. */
  public int onOrAfter(int day) {
    int next = day;
    while (!isWorkday(next)) {
      next++;
    }
    return next;
  }

  private static int weekdaysBefore(int day) {
    int days = day - MONDAY;
    return Math.floorDiv(days, 7) * 5 + Math.min(Math.floorMod(days, 7), 5);
  }
}
