package org.absentia.outcome.timeline;

import java.time.LocalDate;

/**
 * Calendar days from the first to the last, both included, counted from 1970-01-01.
 *
 * @param from first day
 * @param to last day; {@link #OPEN} when no end is known
 */
public record Period(int from, int to) {
  /** The last day of a period without end, far beyond any date that can be written. */
  public static final int OPEN = 100_000_000;

  public Period {
    if (to < from || to > OPEN) {
      throw new IllegalArgumentException("a period ends on or after its first day");
    }
  }

  public static Period of(LocalDate from, LocalDate to) {
    return new Period(day(from), day(to));
  }

  /** A period without end. */
  public static Period since(LocalDate from) {
    return new Period(day(from), OPEN);
  }

  /** The days from {@code from} to the day before {@code end}. */
  public static Period until(int from, int end) {
    return new Period(from, end - 1);
  }

  /** The number of a date, counted from 1970-01-01. */
  public static int day(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  /** The date of a numbered day. */
  public static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }

  public boolean covers(int day) {
    return from <= day && day <= to;
  }

  public boolean overlaps(Period other) {
    return from <= other.to && other.from <= to;
  }

  /** The days that belong to both; there must be some. */
  public Period shared(Period other) {
    return new Period(Math.max(from, other.from), Math.min(to, other.to));
  }

  /** Number of calendar days. */
  public int length() {
    return to - from + 1;
  }

  public boolean isOpen() {
    return to == OPEN;
  }
}
