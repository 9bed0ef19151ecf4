package org.absentia.outcome.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.absentia.outcome.timeline.Period;
import org.absentia.platform.problem.Faults;
import org.jspecify.annotations.Nullable;

/** Which days a query asks to be shown, else the usual ones. */
final class ShownDays {
  private static final int MOST_YEARS = 10;
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private final Faults faults = new Faults();

  private ShownDays() {}

  /**
   * The days from {@code from} to {@code to}, both included.
   *
   * @param knownUntil the first day of which nothing may be shown, if there is one
   */
  static Period of(
      @Nullable String from, @Nullable String to, Period usual, Optional<LocalDate> knownUntil) {
    return new ShownDays().read(from, to, usual, knownUntil);
  }

  private Period read(
      @Nullable String from, @Nullable String to, Period usual, Optional<LocalDate> knownUntil) {
    Optional<LocalDate> askedFirst = date("/from", from);
    Optional<LocalDate> askedLast = date("/to", to);
    throwIfAny();
    LocalDate first = askedFirst.orElseGet(() -> Period.date(usual.from()));
    LocalDate most = first.plusYears(MOST_YEARS).minusDays(1);
    LocalDate last = askedLast.orElseGet(() -> earlier(Period.date(usual.to()), most));
    if (last.isBefore(first)) {
      faults.add(askedLast.isPresent() ? "/to" : "/from", "from must not lie after to");
    } else if (last.isAfter(most)) {
      faults.add("/to", "must lie less than " + MOST_YEARS + " years after from");
    } else if (knownUntil.filter(end -> !first.isBefore(end)).isPresent()) {
      faults.add("/from", "must lie before the day from which nothing may be known");
    }
    throwIfAny();
    return Period.of(first, knownUntil.map(end -> earlier(last, end.minusDays(1))).orElse(last));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private Optional<LocalDate> date(String pointer, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (!date.isBefore(FIRST) && !date.isAfter(LAST)) {
        return Optional.of(date);
      }
      faults.add(pointer, "must lie between 0001-01-01 and 9999-12-31");
    } catch (DateTimeException malformed) {
      faults.add(pointer, "must be a date, such as 2019-05-20");
    }
    return Optional.empty();
  }

  private void throwIfAny() {
    faults.throwIfAny("invalid-query", "The query is not valid.");
  }
}
