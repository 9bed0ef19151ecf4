package org.absentia.outcome.definition;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.absentia.outcome.timeline.Period;

/** Norway's public holidays that fall on a weekday. */
final class PublicHolidays {
  /** The days of each year asked for, in order. */
  private static final ConcurrentMap<Integer, int[]> YEARS = new ConcurrentHashMap<>();

  private PublicHolidays() {}

  static boolean isOn(int day) {
    return Arrays.binarySearch(of(Period.date(day).getYear()), day) >= 0;
  }

  static int count(Period days) {
    int count = 0;
    for (int year = Period.date(days.from()).getYear();
        year <= Period.date(days.to()).getYear();
        year++) {
      for (int holiday : of(year)) {
        count += days.covers(holiday) ? 1 : 0;
      }
    }
    return count;
  }

  private static int[] of(int year) {
    return YEARS.computeIfAbsent(year, PublicHolidays::onWeekdays);
  }

  private static int[] onWeekdays(int year) {
    LocalDate easter = easterSunday(year);
    IntStream movable = IntStream.of(-3, -2, 1, 39, 50).map(days -> Period.day(easter) + days);
    IntStream fixed =
        Stream.of(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 5, 1),
                LocalDate.of(year, 5, 17),
                LocalDate.of(year, 12, 25),
                LocalDate.of(year, 12, 26))
            .mapToInt(Period::day);
    return IntStream.concat(movable, fixed)
        .filter(Workdays.MON_FRI::isWorkday)
        .distinct()
        .sorted()
        .toArray();
  }

  /** Gregorian Easter by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
  static LocalDate easterSunday(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int e = b % 4;
    int g = (b - (b + 8) / 25 + 1) / 3;
    int h = (19 * a + b - b / 4 - g + 15) % 30;
    int l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int monthAndDay = h + l - 7 * m + 114;
    return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
  }
}
