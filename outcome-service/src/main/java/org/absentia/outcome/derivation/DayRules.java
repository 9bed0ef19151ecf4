package org.absentia.outcome.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.absentia.outcome.definition.Benefit;
import org.absentia.outcome.definition.ContractDay;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.derivation.Contract.Job;
import org.absentia.outcome.timeline.Period;
import org.absentia.outcome.timeline.Segment;
import org.absentia.outcome.timeline.Timeline;

/** The rules for one day of one person (contracts/outcomes.md section 3). */
final class DayRules {
  private final Registers registers;
  private final OutcomeDefinition definition;
  private final FollowUpMonths months;
  private final int index;
  private final int pensionAtIndex;
  private final Contract contractAtIndex;

  DayRules(Registers registers, OutcomeDefinition definition, FollowUpMonths months) {
    this.registers = registers;
    this.definition = definition;
    this.months = months;
    this.index = months.firstDay(0);
    this.pensionAtIndex = registers.pension().at(index, Ruling.NONE).grade();
    this.contractAtIndex = registers.contracts().at(index, Contract.nameless(pensionAtIndex));
  }

  /** What a day counts at weight 1. */
  DayAccount on(int day) {
    Contract contract = contract(day);
    return DayAccount.of(
        contract.share(),
        definition.counts(Benefit.SICK_LEAVE) ? sickLeave(contract, day) : 0,
        definition.counts(Benefit.WORK_ASSESSMENT_ALLOWANCE) ? allowance(contract, day) : 0,
        definition.counts(Benefit.DISABILITY_PENSION_INCREASE) ? pensionIncrease(day) : 0,
        pensionAtIndex);
  }

  /** Step 2: the contract in force; losing the job does not reduce lost work. */
  Contract contract(int day) {
    return registers.contracts().at(contractDay(day), contractAtIndex);
  }

  private int contractDay(int day) {
    return switch (definition.contract()) {
      case DAILY -> day;
      case MONTHLY -> day < index ? day : months.firstDay(months.of(day));
      case BASELINE -> day < index ? day : index;
    };
  }

  /** Step 4, with the grades of step 3. */
  private long sickLeave(Contract contract, int day) {
    long loss = 0;
    for (Job job : contract.jobs()) {
      loss += (long) job.share() * sickLeaveGrade(job, contract, day).grade();
    }
    return loss;
  }

  Ruling sickLeaveGrade(Job job, Contract contract, int day) {
    return registers.sickLeave().of(job, contract).at(day, Ruling.NONE);
  }

  /** Step 5. */
  private long allowance(Contract contract, int day) {
    return (long) contract.share() * allowanceGrade(day).grade();
  }

  Ruling allowanceGrade(int day) {
    return registers.allowance().at(day, Ruling.NONE);
  }

  /** Step 6. */
  private int pensionIncrease(int day) {
    return Math.max(0, pension(day).grade() - pensionAtIndex);
  }

  Ruling pension(int day) {
    boolean monthly = definition.contract() == ContractDay.MONTHLY && day >= index;
    int pensionDay = monthly ? months.firstDay(months.of(day)) : day;
    return registers.pension().at(pensionDay, Ruling.NONE);
  }

  /** What each day of a period counts: one answer for each stretch on which nothing changes. */
  Timeline<DayAccount> over(Period days) {
    List<Segment<DayAccount>> segments = new ArrayList<>();
    int from = days.from();
    for (int next : changesWithin(days)) {
      segments.add(new Segment<>(Period.until(from, next), on(from)));
      from = next;
    }
    segments.add(new Segment<>(new Period(from, days.to()), on(from)));
    return Timeline.of(segments);
  }

  /** The days after the first on which another answer may begin, in order. */
  private NavigableSet<Integer> changesWithin(Period days) {
    NavigableSet<Integer> changes =
        new TreeSet<>(registers.changes().subSet(days.from(), false, days.to(), true));
    if (definition.contract() == ContractDay.MONTHLY) {
      int month = days.from() < index ? 0 : months.of(days.from()) + 1;
      while (months.firstDay(month) <= days.to()) {
        changes.add(months.firstDay(month));
        month++;
      }
    }
    if (days.from() < index && index <= days.to()) {
      changes.add(index);
    }
    return changes;
  }
}
