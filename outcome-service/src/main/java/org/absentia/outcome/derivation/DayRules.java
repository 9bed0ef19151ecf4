package org.absentia.outcome.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.absentia.outcome.definition.Benefit;
import org.absentia.outcome.definition.ContractDay;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.timeline.Period;
import org.absentia.outcome.timeline.Reader;
import org.absentia.outcome.timeline.Segment;
import org.absentia.outcome.timeline.Timeline;

/** The rules for one day of one person (contracts/outcomes.md section 3). */
final class DayRules {
  private final Registers registers;
  private final boolean countsSickLeave;
  private final boolean countsAllowance;
  private final boolean countsPensionIncrease;
  private final ContractDay contractDay;
  private final FollowUpMonths months;
  private final int index;
  private final int pensionAtIndex;
  private final Contract contractAtIndex;

  DayRules(Registers registers, OutcomeDefinition definition, FollowUpMonths months) {
    this(registers, definition.benefits(), definition.contract(), months);
  }

  DayRules(
      Registers registers, Set<Benefit> counted, ContractDay contractDay, FollowUpMonths months) {
    this.registers = registers;
    this.countsSickLeave = counted.contains(Benefit.SICK_LEAVE);
    this.countsAllowance = counted.contains(Benefit.WORK_ASSESSMENT_ALLOWANCE);
    this.countsPensionIncrease = counted.contains(Benefit.DISABILITY_PENSION_INCREASE);
    this.contractDay = contractDay;
    this.months = months;
    this.index = months.firstDay(0);
    this.pensionAtIndex = registers.pension().at(index).grade();
    Contract held = registers.contracts().at(index);
    this.contractAtIndex = held.jobs().isEmpty() ? Contract.nameless(pensionAtIndex) : held;
  }

  /** What a day counts at weight 1. */
  DayAccount on(int day) {
    Contract contract = contract(day);
    return DayAccount.of(
        contract.share(),
        countsSickLeave ? sickLeave(contract, day) : 0,
        countsAllowance ? allowance(contract, day) : 0,
        countsPensionIncrease ? pensionIncrease(day) : 0,
        pensionAtIndex);
  }

  /** Step 2: the contract in force; losing the job does not reduce lost work. */
  Contract contract(int day) {
    Contract held = registers.contracts().at(contractDay(day));
    return held.jobs().isEmpty() ? contractAtIndex : held;
  }

  private int contractDay(int day) {
    return switch (contractDay) {
      case DAILY -> day;
      case MONTHLY -> day < index ? day : months.firstDay(months.of(day));
      case BASELINE -> day < index ? day : index;
    };
  }

  /** Step 4, with the grades of step 3. */
  private long sickLeave(Contract contract, int day) {
    List<Reader<Ruling>> grades = registers.sickLeave().of(contract);
    long loss = 0;
    for (int place = 0; place < grades.size(); place++) {
      int grade = grades.get(place).at(day).grade();
      loss += (long) contract.jobs().get(place).share() * grade;
    }
    return loss;
  }

  /** What was decided for each job of the contract, in its order. */
  List<Ruling> sickLeaveGrades(Contract contract, int day) {
    return registers.sickLeave().of(contract).stream().map(grades -> grades.at(day)).toList();
  }

  /** Step 5. */
  private long allowance(Contract contract, int day) {
    return (long) contract.share() * allowanceGrade(day).grade();
  }

  Ruling allowanceGrade(int day) {
    return registers.allowance().at(day);
  }

  /** Step 6. */
  private int pensionIncrease(int day) {
    return Math.max(0, pension(day).grade() - pensionAtIndex);
  }

  Ruling pension(int day) {
    boolean monthly = contractDay == ContractDay.MONTHLY && day >= index;
    int pensionDay = monthly ? months.firstDay(months.of(day)) : day;
    return registers.pension().at(pensionDay);
  }

  /** What each day of a period counts: one answer for each stretch on which nothing changes. */
  Timeline<DayAccount> over(Period days) {
    List<Segment<DayAccount>> stretches = new ArrayList<>();
    int end = days.to() + 1;
    int from = days.from();
    while (from < end) {
      DayAccount account = on(from);
      int next = nextChange(from, end);
      stretches.add(new Segment<>(Period.until(from, next), account));
      from = next;
    }
    return Timeline.inOrder(stretches);
  }

  /**
   * The first day, at most an end, on which another answer may begin than the one just given for a
   * day: every reader that was asked for it knows until when its own answer holds.
   */
  private int nextChange(int day, int end) {
    int next = day < index ? Math.min(index, end) : end;
    next = Math.min(next, contractReadAgain(day, next));
    if (countsSickLeave) {
      for (Reader<Ruling> grades : registers.sickLeave().of(contract(day))) {
        next = Math.min(next, grades.end());
      }
    }
    if (countsAllowance) {
      next = Math.min(next, registers.allowance().end());
    }
    if (countsPensionIncrease) {
      next = Math.min(next, pensionReadAgain(day, next));
    }
    return next;
  }

  private int contractReadAgain(int day, int end) {
    int change = registers.contracts().end();
    return switch (contractDay) {
      case DAILY -> change;
      case MONTHLY -> day < index || change >= end ? change : firstMonthAfter(change);
      case BASELINE -> day < index ? change : end;
    };
  }

  private int pensionReadAgain(int day, int end) {
    int change = registers.pension().end();
    boolean monthly = contractDay == ContractDay.MONTHLY && day >= index;
    return monthly && change < end ? firstMonthAfter(change) : change;
  }

  /** The first day of the month that first sees a change. */
  private int firstMonthAfter(int change) {
    return months.firstDay(months.of(change - 1) + 1);
  }
}
