package org.absentia.outcome.definition;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of calendar time in one unit, written as ISO 8601 does: P6M, P1Y, P26W, P183D. */
public record Span(int amount, Unit unit) {
  private static final Pattern FORM = Pattern.compile("P([1-9][0-9]{0,4})([DWMY])");

  /** Units and the most that a span may have of each: a hundred years. */
  public enum Unit {
    D(36_525),
    W(5_218),
    M(1_200),
    Y(100);

    private final int most;

    Unit(int most) {
      this.most = most;
    }
  }

  public Span {
    if (amount < 1 || amount > unit.most) {
      throw new IllegalArgumentException("a span has at least one day and at most 100 years");
    }
  }

  /** The span that a text writes; empty when it writes none or one of more than a century. */
  public static Optional<Span> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int amount = Integer.parseInt(form.group(1));
    Unit unit = Unit.valueOf(form.group(2));
    return amount > unit.most ? Optional.empty() : Optional.of(new Span(amount, unit));
  }

  /** The day after the span's last when it begins on a date; clips to the month's last day. */
  public LocalDate after(LocalDate start) {
    return switch (unit) {
      case D -> start.plusDays(amount);
      case W -> start.plusWeeks(amount);
      case M -> start.plusMonths(amount);
      case Y -> start.plusYears(amount);
    };
  }

  /** Number of months, if it is a whole one on every calendar. */
  public OptionalInt wholeMonths() {
    return switch (unit) {
      case D, W -> OptionalInt.empty();
      case M -> OptionalInt.of(amount);
      case Y -> OptionalInt.of(12 * amount);
    };
  }

  /** Number of days, if it is the same on every calendar. */
  public OptionalInt wholeDays() {
    return switch (unit) {
      case D -> OptionalInt.of(amount);
      case W -> OptionalInt.of(7 * amount);
      case M, Y -> OptionalInt.empty();
    };
  }

  @Override
  public String toString() {
    return "P" + amount + unit;
  }
}
