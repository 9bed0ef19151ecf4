package org.absentia.outcome.chart;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.absentia.outcome.chart.Mark.Kind;
import org.absentia.outcome.definition.ReturnToWorkRule;
import org.absentia.outcome.definition.ReturnToWorkRule.AfterDays;
import org.absentia.outcome.definition.ReturnToWorkRule.AfterMonths;
import org.absentia.outcome.derivation.Outcome;
import org.absentia.outcome.derivation.Outcome.ReturnToWork;
import org.absentia.outcome.timeline.Period;

/** Finds the days of note of an outcome. */
record Marks(Outcome outcome) {

  /** Those within a period, in order of time. */
  List<Mark> within(Period shown) {
    return Stream.of(
            Stream.of(new Mark(Kind.INDEX_DATE, outcome.indexDate(), "index date")),
            months(),
            outcome.windows().stream().map(Marks::end),
            outcome.returnToWork().stream().map(this::returnToWork))
        .flatMap(marks -> marks)
        .filter(mark -> shown.covers(Period.day(mark.date())))
        .sorted(Comparator.comparing(Mark::date).thenComparing(Mark::kind))
        .toList();
  }

  private Stream<Mark> months() {
    return IntStream.range(1, outcome.cumulative().size())
        .mapToObj(
            month ->
                new Mark(
                    Kind.FOLLOW_UP_MONTH,
                    outcome.indexDate().plusMonths(month),
                    "month " + (month + 1)));
  }

  private static Mark end(Outcome.Window window) {
    return new Mark(Kind.WINDOW_END, Period.date(window.days().to()), "end of " + window.window());
  }

  private Mark returnToWork(ReturnToWork result) {
    ReturnToWorkRule rule = result.rule();
    return result.event()
        ? new Mark(
            Kind.RETURN_TO_WORK,
            returned(result),
            "back at work " + time(result) + ", " + asked(rule))
        : new Mark(
            Kind.CENSORED,
            rule.followUp().after(outcome.indexDate()).minusDays(1),
            "not back at work, " + asked(rule));
  }

  private LocalDate returned(ReturnToWork result) {
    return switch (result.rule()) {
      case AfterDays days -> outcome.indexDate().plusDays(result.time());
      case AfterMonths months -> outcome.indexDate().plusMonths(result.time() - 1L);
    };
  }

  private static String time(ReturnToWork result) {
    return switch (result.rule()) {
      case AfterDays days -> "on day " + result.time();
      case AfterMonths months -> "in month " + result.time();
    };
  }

  private static String asked(ReturnToWorkRule rule) {
    return rule.absenceFree() + " free in " + rule.followUp();
  }
}
