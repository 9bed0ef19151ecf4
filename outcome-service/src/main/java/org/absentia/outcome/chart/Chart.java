package org.absentia.outcome.chart;

import java.time.LocalDate;
import java.util.List;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.derivation.Derivation;
import org.absentia.outcome.derivation.ExplainedDay;
import org.absentia.outcome.derivation.Outcome;
import org.absentia.outcome.record.CurrentRecords;
import org.absentia.outcome.timeline.Period;

/**
 * What there is to show of one participant.
 *
 * @param lanes one for each register, also for those that say nothing
 * @param days the account of those days shown that the longest window covers
 * @param marks the days of note among those shown, in order of time
 */
public record Chart(
    Outcome outcome, Period shown, List<Lane> lanes, List<ExplainedDay> days, List<Mark> marks) {
  private static final int HISTORY_MONTHS = 3;

  public Chart {
    lanes = List.copyOf(lanes);
    days = List.copyOf(days);
    marks = List.copyOf(marks);
  }

  /** The chart of a person followed from a date, as these records tell it. */
  public static Chart of(
      OutcomeDefinition definition, LocalDate indexDate, CurrentRecords records, Period shown) {
    Outcome outcome = Derivation.outcome(definition, indexDate, records);
    List<ExplainedDay> days = Derivation.explanation(definition, indexDate, records, shown);
    Period followUp = followUp(definition, indexDate);
    return new Chart(
        outcome,
        shown,
        new Lanes(records, shown, days).of(definition),
        days.stream().filter(day -> followUp.covers(Period.day(day.date()))).toList(),
        new Marks(outcome).within(shown));
  }

  /** What is shown unless asked otherwise: three months of history and the longest window. */
  public static Period usual(OutcomeDefinition definition, LocalDate indexDate) {
    return new Period(
        Period.day(indexDate.minusMonths(HISTORY_MONTHS)), followUp(definition, indexDate).to());
  }

  private static Period followUp(OutcomeDefinition definition, LocalDate indexDate) {
    return Period.until(
        Period.day(indexDate), Period.day(definition.longestWindow(indexDate).after(indexDate)));
  }

  /** The stretches on which the same records decided the same, in order of time. */
  public List<Stretch> stretches() {
    return Stretch.of(days);
  }
}
