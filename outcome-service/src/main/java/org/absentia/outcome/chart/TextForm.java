package org.absentia.outcome.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.absentia.outcome.derivation.Outcome;
import org.absentia.outcome.timeline.Period;

/**
 * A chart as text of at most 100 columns, for a person with a terminal: the result, one letter a
 * day in weeks from Monday to Sunday, and which records decided.
 */
public final class TextForm {
  private static final int WIDTH = 100;
  private static final int TITLE = 13;
  private static final int WEEKS = 10;
  private static final int DAYS = 7;

  /** Names and ids come from elsewhere: none may forge a line or speak to the terminal. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

  private final Chart chart;
  private final StringBuilder text = new StringBuilder();

  private TextForm(Chart chart) {
    this.chart = chart;
  }

  /** Writes the chart of a participant. */
  public static String of(String participantId, Chart chart) {
    return new TextForm(chart).write(participantId);
  }

  private String write(String participantId) {
    heading(participantId);
    List<TextLine> lines = TextLine.of(chart);
    line("");
    line("Of records that overlap the letter shows the one that decides.");
    lines.forEach(line -> paragraph(line.title(), line.legend()));
    int monday = Period.day(mondayOf(Period.date(chart.shown().from())));
    for (int from = monday; from <= chart.shown().to(); from += WEEKS * DAYS) {
      block(from, lines);
    }
    line("");
    chart.stretches().forEach(this::stretch);
    return text.toString();
  }

  private static LocalDate mondayOf(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private void heading(String participantId) {
    Outcome outcome = chart.outcome();
    line("Participant " + participantId);
    line("Definition " + outcome.definition().name() + ", index date " + outcome.indexDate());
    outcome.windows().forEach(this::window);
    chart.marks().stream().filter(TextForm::isResult).forEach(this::result);
  }

  private void window(Outcome.Window window) {
    line(
        "%s from %s to %s: %s of %d workdays lost"
            .formatted(
                window.window(),
                Period.date(window.days().from()),
                Period.date(window.days().to()),
                window.lostWorkdays().rounded(),
                window.workdays()));
  }

  private static boolean isResult(Mark mark) {
    return mark.kind() == Mark.Kind.RETURN_TO_WORK || mark.kind() == Mark.Kind.CENSORED;
  }

  private void result(Mark mark) {
    line(mark.date() + " " + mark.label());
  }

  /** Ten weeks of every line, under the Monday they begin on and the months' first days. */
  private void block(int monday, List<TextLine> lines) {
    line("");
    line(padded(Period.date(monday).toString()) + months(monday));
    for (TextLine line : lines) {
      line(padded(line.title()) + days(monday, line.letters()));
    }
  }

  private String months(int monday) {
    StringBuilder months = new StringBuilder();
    for (int day = monday; day < monday + WEEKS * DAYS; day++) {
      LocalDate date = Period.date(day);
      if (date.getDayOfMonth() == 1 && chart.shown().covers(day)) {
        months.repeat(' ', column(day - monday) - months.length());
        months.append(date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
        months.append(' ').append(date.getYear());
      }
    }
    return months.toString();
  }

  private String days(int monday, IntFunction<Character> letters) {
    StringBuilder days = new StringBuilder();
    for (int day = monday; day < monday + WEEKS * DAYS; day++) {
      days.repeat(' ', column(day - monday) - days.length());
      days.append(chart.shown().covers(day) ? letters.apply(day) : ' ');
    }
    return days.toString();
  }

  /** The place of a day in a block whose weeks stand a blank apart. */
  private static int column(int day) {
    return day + day / DAYS;
  }

  private void stretch(Stretch stretch) {
    line(stretch.lost());
    paragraph("", stretch.decided());
  }

  /** A list behind a title, on as many lines as it takes. */
  private void paragraph(String title, String list) {
    StringBuilder line = new StringBuilder(padded(title));
    for (String part : list.split("(?<=[,;]) ", -1)) {
      if (line.length() > TITLE && line.length() + part.length() > WIDTH) {
        line(line.toString());
        line.setLength(0);
        line.append(padded(""));
      }
      line.append(part).append(' ');
    }
    line(line.toString());
  }

  private static String padded(String title) {
    return title + " ".repeat(Math.max(0, TITLE - title.length()));
  }

  private void line(String line) {
    text.append(CONTROL.matcher(line).replaceAll("\uFFFD").stripTrailing()).append('\n');
  }
}
