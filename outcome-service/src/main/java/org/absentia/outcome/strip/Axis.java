package org.absentia.outcome.strip;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.absentia.outcome.definition.Workdays;
import org.absentia.outcome.timeline.Period;

/** Years and months along the top, and below them what falls on each. */
record Axis(Scale scale) {
  static final double HEIGHT = 36;
  private static final double YEAR_LINE = 12;
  private static final double MONTH_LINE = 28;

  /** The widest short name of a month, and of a year. */
  private static final double LABEL = 30;

  /** Writes years and months below {@code top}. */
  void label(Svg svg, double top) {
    LocalDate first = Period.date(scale.shown().from());
    LocalDate newYear = first.plusYears(1).withDayOfYear(1);
    if (first.getDayOfYear() > 1 && x(newYear) - Scale.LEFT > LABEL) {
      svg.text(Scale.LEFT, top + YEAR_LINE, String.valueOf(first.getYear()), "strong");
    }
    for (LocalDate month = firstMonth(); isShown(month); month = month.plusMonths(1)) {
      String name = month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      if (scale.end() - x(month) > LABEL) {
        svg.text(x(month) + 3, top + MONTH_LINE, name, "soft");
      }
      if (month.getMonthValue() == 1) {
        svg.text(x(month) + 3, top + YEAR_LINE, String.valueOf(month.getYear()), "strong");
      }
    }
  }

  /** Rules a line at each month's first day. */
  void rule(Svg svg, double top, double bottom) {
    for (LocalDate month = firstMonth(); isShown(month); month = month.plusMonths(1)) {
      svg.line(x(month), top, x(month), bottom, "month");
    }
  }

  /** Shades the days on which no work can be lost. */
  void shade(Svg svg, Workdays workdays, double top, double bottom) {
    StringBuilder outline = new StringBuilder();
    int day = scale.shown().from();
    while (day <= scale.shown().to()) {
      int next = day + 1;
      if (!workdays.isWorkday(day)) {
        next = Math.min(workdays.onOrAfter(day), scale.shown().to() + 1);
        outline.append(
            Svg.box(scale.x(day), bottom, scale.width(Period.until(day, next)), bottom - top));
      }
      day = next;
    }
    svg.path(outline.toString(), "weekend");
  }

  private LocalDate firstMonth() {
    LocalDate first = Period.date(scale.shown().from());
    return first.getDayOfMonth() == 1 ? first : first.plusMonths(1).withDayOfMonth(1);
  }

  private boolean isShown(LocalDate month) {
    return scale.shown().covers(Period.day(month));
  }

  private double x(LocalDate date) {
    return scale.x(Period.day(date));
  }
}
