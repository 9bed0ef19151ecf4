package org.absentia.bench.outcome;

import org.absentia.bench.outcome.RecordColumns.Register;

/**
 * The baseline: what a programmer writes who wants nothing but speed, for this one definition
 * (I-MORE). Paints each record over an array of days and sums the days in one loop; nothing is
 * allocated. It selects versions, orders records and reads contracts as the rules demand; what it
 * need not do is compare texts ({@link RecordColumns} has numbered employers and ids before the
 * clock starts) or expect any record ({@link PaintedDays} says what it relies on).
 */
final class DayLoop {
  private static final int ONE = 10_000;
  private static final long DAY = (long) ONE * ONE;

  private final RecordColumns columns;
  private final BelievedRecords records;
  private final LoopCalendar calendar = new LoopCalendar();
  private final PaintedDays days;
  private final ArrayContract contract;
  private final ArrayContract contractAtIndex;
  private final ArrayContract previous;
  private final int[] monthContracted = new int[ArrayOutcome.MONTHS];
  private final long[] monthLost = new long[ArrayOutcome.MONTHS];
  private int index;

  DayLoop(RecordColumns columns) {
    this.columns = columns;
    this.records = new BelievedRecords(columns);
    this.days = new PaintedDays(columns, records);
    this.contract = new ArrayContract(columns, records);
    this.contractAtIndex = new ArrayContract(columns, records);
    this.previous = new ArrayContract(columns, records);
  }

  void derive(int person, ArrayOutcome outcome) {
    outcome.clear();
    records.select(person);
    calendar.read(columns, person);
    index = columns.indexDay[person];
    days.moveTo(index);
    atIndex(outcome);
    history();
    followUp();
    days.paintAllowance(index, calendar.monthStart[ArrayOutcome.MONTHS]);
    sumFollowUp(outcome);
    returnToWork(outcome);
    previousYear(outcome);
    baseline(outcome);
  }

  private void atIndex(ArrayOutcome outcome) {
    outcome.disabilityGrade = records.amountOn(Register.PENSION, index);
    contractAtIndex.read(index);
    outcome.employed = contractAtIndex.jobs > 0 && contractAtIndex.total > 0;
    if (contractAtIndex.jobs == 0) {
      contractAtIndex.becomeNameless(ONE - outcome.disabilityGrade);
    }
    outcome.contracted = contractAtIndex.total;
  }

  private void readContract(int day) {
    contract.read(day);
    if (contract.jobs == 0) {
      contract.copy(contractAtIndex);
    }
  }

  /** Contracts are read on each day before the index date: again after each change of a job. */
  private void history() {
    int from = index - PaintedDays.BACK;
    while (from < index) {
      int next = nextChange(from);
      readContract(from);
      days.paintSickLeave(contract, from, next);
      from = next;
    }
  }

  private int nextChange(int day) {
    int next = index;
    for (int place = 0; place < records.count(); place++) {
      int version = records.version(place);
      if (columns.register[version] == Register.EMPLOYMENT) {
        int end = columns.firstPeriod[version + 1];
        for (int period = columns.firstPeriod[version]; period < end; period++) {
          next = columns.from[period] > day ? Math.min(next, columns.from[period]) : next;
          next = columns.to[period] >= day ? Math.min(next, columns.to[period] + 1) : next;
        }
      }
    }
    return next;
  }

  /** Contracts are read on the first day of each month; months with equal ones are painted once. */
  private void followUp() {
    int[] monthStart = calendar.monthStart;
    int start = 0;
    for (int month = 0; month < ArrayOutcome.MONTHS; month++) {
      readContract(monthStart[month]);
      monthContracted[month] = contract.total;
      if (month > 0 && !contract.isLike(previous)) {
        days.paintSickLeave(previous, monthStart[start], monthStart[month]);
        start = month;
      }
      previous.copy(contract);
    }
    days.paintSickLeave(previous, monthStart[start], monthStart[ArrayOutcome.MONTHS]);
  }

  private void sumFollowUp(ArrayOutcome outcome) {
    long cap = DAY - (long) outcome.disabilityGrade * ONE;
    for (int month = 0; month < ArrayOutcome.MONTHS; month++) {
      int degree = records.amountOn(Register.PENSION, calendar.monthStart[month]);
      long increase = (long) Math.max(0, degree - outcome.disabilityGrade) * ONE;
      monthLost[month] = sumMonth(month, cap, increase, outcome);
      outcome.lost[1] += monthLost[month];
      outcome.cumulative[month] = outcome.lost[1];
      if (month == 5) {
        outcome.lost[0] = outcome.lost[1];
        outcome.lostToSickLeave[0] = outcome.lostToSickLeave[1];
        outcome.lostToAllowance[0] = outcome.lostToAllowance[1];
        outcome.workdays[0] = outcome.workdays[1];
      }
    }
  }

  /** Adds the days of a month to the longer window and answers what was lost on them. */
  private long sumMonth(int month, long cap, long increase, ArrayOutcome outcome) {
    int base = days.base();
    long[] sick = days.sick;
    int[] allowance = days.allowance;
    long contracted = monthContracted[month];
    long lost = 0;
    long toSickLeave = 0;
    long toAllowance = 0;
    int workdays = 0;
    int weekday = LoopCalendar.weekday(calendar.monthStart[month]);
    int end = calendar.monthStart[month + 1] - base;
    for (int day = calendar.monthStart[month] - base; day < end; day++) {
      if (weekday < 5) {
        long byAllowance = contracted * allowance[day];
        if (sick[day] >= byAllowance) {
          toSickLeave += Math.min(cap, sick[day]);
          lost += Math.min(cap, sick[day] + increase);
        } else {
          toAllowance += Math.min(cap, byAllowance);
          lost += Math.min(cap, byAllowance + increase);
        }
        workdays++;
      }
      weekday = weekday == 6 ? 0 : weekday + 1;
    }
    outcome.lostToSickLeave[1] += toSickLeave;
    outcome.lostToAllowance[1] += toAllowance;
    outcome.workdays[1] += workdays;
    return lost;
  }

  private void returnToWork(ArrayOutcome outcome) {
    int free = 0;
    for (int month = 0; month < ArrayOutcome.MONTHS; month++) {
      free = monthLost[month] == 0 ? free + 1 : 0;
      if (free > 0 && free <= ArrayOutcome.RULES && outcome.returnMonth[free - 1] == 0) {
        outcome.returnMonth[free - 1] = month - free + 2;
      }
    }
  }

  private void previousYear(ArrayOutcome outcome) {
    long[] sick = days.sick;
    int weekday = LoopCalendar.weekday(calendar.yearBefore);
    for (int day = calendar.yearBefore - days.base(); day < PaintedDays.BACK; day++) {
      if (sick[day] > 0) {
        outcome.sickDaysPreviousYear++;
        outcome.lostPreviousYear += weekday < 5 ? Math.min(DAY, sick[day]) : 0;
      }
      weekday = weekday == 6 ? 0 : weekday + 1;
    }
    outcome.consecutiveSickLeaveDays = PaintedDays.BACK - spellStart();
  }

  private int spellStart() {
    int start = PaintedDays.BACK;
    for (int day = PaintedDays.BACK - 1; day >= 0; day--) {
      if (days.sick[day] > 0) {
        start = day;
      } else if (LoopCalendar.weekday(day + days.base()) < 5) {
        break;
      }
    }
    return start;
  }

  /** Read last, since it paints over the first days when follow-up begins at a weekend. */
  private void baseline(ArrayOutcome outcome) {
    int week = LoopCalendar.onWorkday(index + 7) - days.base();
    outcome.contractedAfterOneWeek = monthContracted[0];
    outcome.absenceAfterOneWeek =
        Math.max(days.sick[week], (long) monthContracted[0] * days.allowance[week]);
    int day = LoopCalendar.onWorkday(index);
    readContract(day);
    days.paintSickLeave(contract, day, day + 1);
    outcome.contractedOnFirstWorkday = contract.total;
    outcome.sickLeaveOnFirstWorkday = days.sick[day - days.base()];
  }
}
