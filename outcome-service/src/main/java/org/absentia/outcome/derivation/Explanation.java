package org.absentia.outcome.derivation;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.absentia.outcome.definition.Benefit;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.derivation.Contract.Job;
import org.absentia.outcome.derivation.ExplainedDay.DecidedBy;
import org.absentia.outcome.timeline.Period;

/** Asks the rules day by day and keeps which records answered. */
record Explanation(DayRules rules, OutcomeDefinition definition) {

  List<ExplainedDay> of(Period days) {
    return IntStream.rangeClosed(days.from(), days.to()).mapToObj(this::explained).toList();
  }

  private ExplainedDay explained(int day) {
    DayAccount account = rules.on(day);
    int weight = definition.workdays().isWorkday(day) ? 1 : 0;
    return new ExplainedDay(
        Period.date(day),
        weight,
        Ratio.ofShare(account.contracted()),
        Ratio.ofLoss(account.sickLeave()),
        Ratio.ofLoss(account.allowance()),
        Ratio.ofShare(account.increase()),
        Ratio.ofLoss(weight * account.lost()),
        decidedBy(day));
  }

  private DecidedBy decidedBy(int day) {
    Contract contract = rules.contract(day);
    return new DecidedBy(
        named(contract.jobs().stream().map(Job::recordId)),
        definition.counts(Benefit.SICK_LEAVE)
            ? named(rules.sickLeaveGrades(contract, day).stream().map(Ruling::recordId))
            : List.of(),
        definition.counts(Benefit.WORK_ASSESSMENT_ALLOWANCE)
            ? named(Stream.of(rules.allowanceGrade(day).recordId()))
            : List.of(),
        definition.counts(Benefit.DISABILITY_PENSION_INCREASE)
            ? named(Stream.of(rules.pension(day).recordId()))
            : List.of());
  }

  private static List<String> named(Stream<String> recordIds) {
    return recordIds.filter(recordId -> !recordId.isEmpty()).distinct().toList();
  }
}
