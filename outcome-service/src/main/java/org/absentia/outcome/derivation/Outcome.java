package org.absentia.outcome.derivation;

import java.time.LocalDate;
import java.util.List;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.definition.ReturnToWorkRule;
import org.absentia.outcome.definition.Span;
import org.absentia.outcome.timeline.Period;

/**
 * What was derived for one person (contracts/outcomes.md sections 4 and 5).
 *
 * @param windows one for each window of the definition, in its order
 * @param cumulative lost workdays after each follow-up month of the longest window
 * @param returnToWork one for each rule of the definition, in its order
 */
public record Outcome(
    LocalDate indexDate,
    OutcomeDefinition definition,
    List<Window> windows,
    List<Ratio> cumulative,
    List<ReturnToWork> returnToWork,
    Baseline baseline) {
  public Outcome {
    windows = List.copyOf(windows);
    cumulative = List.copyOf(cumulative);
    returnToWork = List.copyOf(returnToWork);
  }

  /**
   * Lost work in one window.
   *
   * @param workdays the most that can be lost
   */
  public record Window(
      Span window, Period days, int workdays, Ratio lostWorkdays, BySource bySource) {}

  /** The parts of a window's lost workdays. */
  public record BySource(
      Ratio sickLeave, Ratio workAssessmentAllowance, Ratio disabilityPensionIncrease) {}

  /**
   * Return to work by one rule.
   *
   * @param event whether the person returned; otherwise censored
   * @param time days from the index date, or the follow-up month from 1; at censoring the length of
   *     follow-up
   */
  public record ReturnToWork(ReturnToWorkRule rule, boolean event, int time) {
    static ReturnToWork after(ReturnToWorkRule rule, int time) {
      return new ReturnToWork(rule, true, time);
    }

    static ReturnToWork censored(ReturnToWorkRule rule, int time) {
      return new ReturnToWork(rule, false, time);
    }
  }
}
