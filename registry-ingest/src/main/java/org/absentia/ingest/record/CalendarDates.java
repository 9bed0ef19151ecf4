package org.absentia.ingest.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads calendar dates as written: {@code 2018-10-19+02:00} is 19 October 2018 everywhere. */
public final class CalendarDates {
  private static final Pattern WRITTEN =
      Pattern.compile("\\s*(\\d{4}-\\d{2}-\\d{2})(?:Z|[+-]\\d{2}:\\d{2})?\\s*");
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  private CalendarDates() {}

  /**
   * Returns the written date.
   *
   * @throws DateTimeException when the text is no date from 1900 to 2199
   */
  public static LocalDate parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new DateTimeException("not a date");
    }
    LocalDate date = LocalDate.parse(written.group(1));
    if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
      throw new DateTimeException("not from 1900 to 2199");
    }
    return date;
  }
}
