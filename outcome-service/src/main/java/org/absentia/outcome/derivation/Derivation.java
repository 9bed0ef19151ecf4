package org.absentia.outcome.derivation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.definition.ReturnToWorkRule;
import org.absentia.outcome.definition.ReturnToWorkRule.AfterDays;
import org.absentia.outcome.definition.ReturnToWorkRule.AfterMonths;
import org.absentia.outcome.definition.Span;
import org.absentia.outcome.derivation.Outcome.ReturnToWork;
import org.absentia.outcome.record.CurrentRecords;
import org.absentia.outcome.timeline.Period;

/** Derives the outcome of one person; equal arguments always give equal outcomes. */
public final class Derivation {
  private final OutcomeDefinition definition;
  private final LocalDate indexDate;
  private final FollowUpMonths months;
  private final Registers registers;

  private Derivation(OutcomeDefinition definition, LocalDate indexDate, CurrentRecords records) {
    this.definition = definition;
    this.indexDate = indexDate;
    this.months = new FollowUpMonths(indexDate);
    this.registers = Registers.of(records, definition.vacationInsideSpell());
  }

  /** The outcome of a person followed from a date, as these records tell it. */
  public static Outcome outcome(
      OutcomeDefinition definition, LocalDate indexDate, CurrentRecords records) {
    return new Derivation(definition, indexDate, records).outcome();
  }

  /** How each calendar day of the longest window was counted, and which records decided. */
  public static List<ExplainedDay> explanation(
      OutcomeDefinition definition, LocalDate indexDate, CurrentRecords records) {
    LocalDate end = definition.longestWindow(indexDate).after(indexDate);
    return explanation(
        definition, indexDate, records, Period.until(Period.day(indexDate), Period.day(end)));
  }

  /**
   * How the rules count any days and which records decide. Days before the index date and after the
   * longest window count in no window; contracts are then read as on each day itself before, and as
   * the definition says after.
   */
  public static List<ExplainedDay> explanation(
      OutcomeDefinition definition, LocalDate indexDate, CurrentRecords records, Period days) {
    return new Derivation(definition, indexDate, records).explanation(days);
  }

  private Outcome outcome() {
    DayRules rules = new DayRules(registers, definition, months);
    LostWork lostWork = new LostWork(rules.over(followUp()), definition.workdays(), months);
    return new Outcome(
        indexDate,
        definition,
        each(definition.windows(), lostWork::window),
        lostWork.cumulative(windowsEnd()),
        each(definition.returnToWork(), rule -> returnToWork(lostWork, rule)),
        new BaselineRules(registers, definition, months).derive());
  }

  private static <T, R> List<R> each(List<T> all, Function<T, R> answer) {
    List<R> answers = new ArrayList<>(all.size());
    for (T one : all) {
      answers.add(answer.apply(one));
    }
    return answers;
  }

  private static ReturnToWork returnToWork(LostWork lostWork, ReturnToWorkRule rule) {
    return switch (rule) {
      case AfterDays days -> lostWork.returnToWork(days);
      case AfterMonths afterMonths -> lostWork.returnToWork(afterMonths);
    };
  }

  private List<ExplainedDay> explanation(Period days) {
    return new Explanation(new DayRules(registers, definition, months), definition).of(days);
  }

  /** Every day that a window or a rule of return to work asks about. */
  private Period followUp() {
    int end = windowsEnd();
    for (ReturnToWorkRule rule : definition.returnToWork()) {
      end = Math.max(end, months.end(rule.followUp()));
    }
    return Period.until(months.firstDay(0), end);
  }

  /** The day after the longest window. */
  private int windowsEnd() {
    int end = months.firstDay(0);
    for (Span window : definition.windows()) {
      end = Math.max(end, months.end(window));
    }
    return end;
  }
}
