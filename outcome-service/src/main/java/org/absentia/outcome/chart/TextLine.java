package org.absentia.outcome.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.absentia.outcome.derivation.ExplainedDay;
import org.absentia.outcome.derivation.Ratio;
import org.absentia.outcome.record.PerMyriad;
import org.absentia.outcome.timeline.Period;
import org.absentia.outcome.timeline.Timeline;

/**
 * A line of letters that runs through the text.
 *
 * @param legend what its letters mean
 * @param letters the letter of each day shown
 */
record TextLine(String title, String legend, IntFunction<Character> letters) {
  private static final char BLANK = ' ';

  /** The lines of a chart, from top to bottom. */
  static List<TextLine> of(Chart chart) {
    Map<Integer, ExplainedDay> days =
        chart.days().stream()
            .collect(Collectors.toMap(day -> Period.day(day.date()), Function.identity()));
    Stream<TextLine> lanes =
        chart.lanes().stream()
            .map(lane -> lane.register() == Register.EMPLOYMENT ? contract(lane, days) : of(lane));
    return Stream.concat(lanes, Stream.of(counted(days), marks(chart.marks()))).toList();
  }

  private static TextLine of(Lane lane) {
    Timeline<Character> letters = lane.foremost().map(Statement::letter);
    return new TextLine(
        lane.register().title(),
        words(legend(lane.register())) + (lane.asked() ? "" : " (not asked by this definition)"),
        day -> letters.at(day, Letter.NOTHING.letter()));
  }

  private static List<Letter> legend(Register register) {
    return switch (register) {
      case SICK_LEAVE_CERTIFICATE -> Letter.CERTIFIED;
      case SICK_PAY -> Letter.SETTLED;
      case WORK_ASSESSMENT_ALLOWANCE, DISABILITY_PENSION, EMPLOYMENT -> Letter.SHARES;
    };
  }

  /** Contracted share: before the index date as registered, from then on as counted. */
  private static TextLine contract(Lane lane, Map<Integer, ExplainedDay> days) {
    Timeline<Character> registered =
        Timeline.allOf(lane.decisive()).map(said -> Letter.tenths(positions(said), PerMyriad.ONE));
    return new TextLine(
        lane.register().title(),
        words(Letter.SHARES) + "; from the index date on as counted",
        day -> {
          ExplainedDay counted = days.get(day);
          return counted == null
              ? registered.at(day, Letter.NOTHING.letter())
              : letter(counted.contractedShare());
        });
  }

  private static int positions(List<Statement> said) {
    return said.stream().mapToInt(Statement::grade).sum();
  }

  private static TextLine counted(Map<Integer, ExplainedDay> days) {
    return new TextLine(
        "counted",
        words(Letter.COUNTED),
        day -> days.containsKey(day) ? letter(days.get(day)) : BLANK);
  }

  private static char letter(ExplainedDay day) {
    if (day.weight() == 0) {
      return Letter.NO_WORKDAY.letter();
    }
    return day.lostWork().numerator() == 0 ? Letter.AT_WORK.letter() : letter(day.lostWork());
  }

  private static char letter(Ratio share) {
    return Letter.tenths(share.numerator(), share.denominator());
  }

  /** Where several marks fall on one day, the kind listed first is shown. */
  private static TextLine marks(List<Mark> marks) {
    Map<Integer, Mark.Kind> kinds =
        marks.stream()
            .collect(
                Collectors.toMap(
                    mark -> Period.day(mark.date()),
                    Mark::kind,
                    (one, other) -> one.compareTo(other) <= 0 ? one : other));
    return new TextLine(
        "marks",
        words(Arrays.stream(Mark.Kind.values()).map(Letter::of).toList()),
        day -> kinds.containsKey(day) ? Letter.of(kinds.get(day)).letter() : BLANK);
  }

  private static String words(List<Letter> letters) {
    return letters.stream().map(Letter::toString).collect(Collectors.joining(", "));
  }
}
