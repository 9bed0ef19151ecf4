package org.absentia.suite.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The trial's calendar: recruitment from April 2019 to October 2020 with its halt, and a candidate
 * list every Monday.
 */
public final class Weeks {
  public static final LocalDate FIRST_LIST = LocalDate.of(2019, 4, 1);
  public static final LocalDate LAST_LIST = LocalDate.of(2020, 10, 19);
  public static final LocalDate LAST_INCLUSION = LocalDate.of(2020, 10, 31);
  public static final LocalDate HALT_FROM = LocalDate.of(2020, 3, 12);
  public static final LocalDate HALT_TO = LocalDate.of(2020, 3, 29);

  private Weeks() {}

  /** The Mondays on which lists are made. */
  public static List<LocalDate> lists() {
    return mondays().filter(day -> !halted(day)).toList();
  }

  /** The Mondays on which lists would have been made but for the halt. */
  static List<LocalDate> missed() {
    return mondays().filter(Weeks::halted).toList();
  }

  static boolean halted(LocalDate day) {
    return !day.isBefore(HALT_FROM) && !day.isAfter(HALT_TO);
  }

  private static Stream<LocalDate> mondays() {
    return FIRST_LIST
        .datesUntil(LAST_LIST.plusDays(1))
        .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY);
  }
}
