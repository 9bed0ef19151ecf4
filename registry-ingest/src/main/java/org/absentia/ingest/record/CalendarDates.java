package org.absentia.ingest.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads calendar dates as written: {@code 2018-10-19+02:00} is 19 October 2018 everywhere. */
public final class CalendarDates {
  private static final Pattern WRITTEN =
      Pattern.compile("\\s*(\\d{4}-\\d{2}-\\d{2})(?:Z|[+-]\\d{2}:\\d{2})?\\s*");
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  private CalendarDates() {}

  /**
   * Returns the written date.
   *
   * @throws DateTimeException when the text is no date of the years 1900 to 2199
   */
  public static LocalDate parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new DateTimeException("not a date");
    }
    LocalDate date = LocalDate.parse(written.group(1));
    if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
      throw new DateTimeException("no such year");
    }
    return date;
  }
}
