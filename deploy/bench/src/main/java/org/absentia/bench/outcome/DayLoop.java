package org.absentia.bench.outcome;

import java.time.YearMonth;
import java.util.Arrays;
import org.absentia.bench.outcome.RecordColumns.Register;

/**
 * The baseline: what a programmer writes who wants nothing but speed, for this one definition
 * (I-MORE). Paints each record over an array of days, the least believed first, and sums the days
 * in one loop; nothing is allocated. It relies on what the generator promises: periods of a record
 * do not overlap and no spell reaches back more than {@link #BACK} days.
 */
final class DayLoop {
  private static final int BACK = 800;
  private static final int DAYS = BACK + 400;
  private static final int ONE = 10_000;
  private static final long DAY = (long) ONE * ONE;
  private static final int FIRST_YEAR = 1990;
  private static final int[] FIRST_OF_MONTH = new int[12 * 60];
  private static final int[] MONTH_LENGTH = new int[12 * 60];

  static {
    for (int month = 0; month < FIRST_OF_MONTH.length; month++) {
      YearMonth calendar = YearMonth.of(FIRST_YEAR, 1).plusMonths(month);
      FIRST_OF_MONTH[month] = (int) calendar.atDay(1).toEpochDay();
      MONTH_LENGTH[month] = calendar.lengthOfMonth();
    }
  }

  private final RecordColumns columns;
  private final BelievedRecords records;
  private final ArrayContract contract;
  private final ArrayContract contractAtIndex;
  private final ArrayContract previous;
  private final long[] sick = new long[DAYS];
  private final int[] grade = new int[DAYS];
  private final int[] allowance = new int[DAYS];
  private final int[] monthStart = new int[ArrayOutcome.MONTHS + 1];
  private final int[] monthContracted = new int[ArrayOutcome.MONTHS];
  private final long[] monthLost = new long[ArrayOutcome.MONTHS];
  private int index;
  private int base;

  DayLoop(RecordColumns columns) {
    this.columns = columns;
    this.records = new BelievedRecords(columns);
    this.contract = new ArrayContract(columns, records);
    this.contractAtIndex = new ArrayContract(columns, records);
    this.previous = new ArrayContract(columns, records);
  }

  void derive(int person, ArrayOutcome outcome) {
    outcome.clear();
    records.select(person);
    index = columns.indexDay[person];
    base = index - BACK;
    int yearBefore = months(person);
    atIndex(outcome);
    history();
    followUp();
    paintAllowance();
    sumFollowUp(outcome);
    returnToWork(outcome);
    baseline(outcome, yearBefore);
  }

  /** Fills the months' first days and answers the day a year before the index date. */
  private int months(int person) {
    int month = (columns.indexYear[person] - FIRST_YEAR) * 12 + columns.indexMonth[person] - 1;
    for (int m = 0; m <= ArrayOutcome.MONTHS; m++) {
      monthStart[m] = dayOf(month + m, person);
    }
    return dayOf(month - 12, person);
  }

  private int dayOf(int month, int person) {
    return FIRST_OF_MONTH[month]
        + Math.min(columns.indexDayOfMonth[person], MONTH_LENGTH[month])
        - 1;
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
    int from = base;
    while (from < index) {
      int next = nextChange(from);
      readContract(from);
      paintSickLeave(contract, from, next);
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
    int start = 0;
    for (int month = 0; month < ArrayOutcome.MONTHS; month++) {
      readContract(monthStart[month]);
      monthContracted[month] = contract.total;
      if (month > 0 && !contract.isLike(previous)) {
        paintSickLeave(previous, monthStart[start], monthStart[month]);
        start = month;
      }
      previous.copy(contract);
    }
    paintSickLeave(previous, monthStart[start], monthStart[ArrayOutcome.MONTHS]);
  }

  private void paintSickLeave(ArrayContract held, int from, int end) {
    Arrays.fill(sick, from - base, end - base, 0);
    for (int job = 0; job < held.jobs; job++) {
      Arrays.fill(grade, from - base, end - base, 0);
      paint(Register.CERTIFICATE, held, job, from, end);
      paint(Register.PAYMENT, held, job, from, end);
      long share = held.share[job];
      for (int day = from - base; day < end - base; day++) {
        sick[day] += share * grade[day];
      }
    }
  }

  private void paint(Register register, ArrayContract held, int job, int from, int end) {
    for (int place = records.count() - 1; place >= 0; place--) {
      int version = records.version(place);
      if (columns.register[version] == register && held.speaksOf(job, columns.employer[version])) {
        paint(version, from, end, grade);
      }
    }
  }

  private void paint(int version, int from, int end, int[] days) {
    int last = columns.firstPeriod[version + 1];
    for (int period = columns.firstPeriod[version]; period < last; period++) {
      int first = Math.max(columns.from[period], from);
      int beyond = Math.min(columns.to[period] + 1, end);
      if (first < beyond && columns.amount[period] != RecordColumns.SILENT) {
        Arrays.fill(days, first - base, beyond - base, columns.amount[period]);
      }
    }
  }

  private void paintAllowance() {
    int end = monthStart[ArrayOutcome.MONTHS];
    Arrays.fill(allowance, BACK, end - base, 0);
    for (int place = records.count() - 1; place >= 0; place--) {
      int version = records.version(place);
      if (columns.register[version] == Register.ALLOWANCE) {
        paint(version, index, end, allowance);
      }
    }
  }

  private void sumFollowUp(ArrayOutcome outcome) {
    long cap = DAY - (long) outcome.disabilityGrade * ONE;
    long lost = 0;
    long toSickLeave = 0;
    long toAllowance = 0;
    int workdays = 0;
    int weekday = Math.floorMod(index + 3, 7);
    for (int month = 0; month < ArrayOutcome.MONTHS; month++) {
      int degree = records.amountOn(Register.PENSION, monthStart[month]);
      long increase = (long) Math.max(0, degree - outcome.disabilityGrade) * ONE;
      long contracted = monthContracted[month];
      long before = lost;
      for (int day = monthStart[month] - base; day < monthStart[month + 1] - base; day++) {
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
      monthLost[month] = lost - before;
      outcome.cumulative[month] = lost;
      if (month == 5 || month == 11) {
        outcome.lost[month / 6] = lost;
        outcome.lostToSickLeave[month / 6] = toSickLeave;
        outcome.lostToAllowance[month / 6] = toAllowance;
        outcome.workdays[month / 6] = workdays;
      }
    }
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

  private void baseline(ArrayOutcome outcome, int yearBefore) {
    int weekday = Math.floorMod(yearBefore + 3, 7);
    for (int day = yearBefore - base; day < BACK; day++) {
      if (sick[day] > 0) {
        outcome.sickDaysPreviousYear++;
        outcome.lostPreviousYear += weekday < 5 ? Math.min(DAY, sick[day]) : 0;
      }
      weekday = weekday == 6 ? 0 : weekday + 1;
    }
    outcome.consecutiveSickLeaveDays = BACK - spellStart();
    int week = onWorkday(index + 7);
    outcome.contractedAfterOneWeek = monthContracted[0];
    outcome.absenceAfterOneWeek =
        Math.max(sick[week - base], (long) monthContracted[0] * allowance[week - base]);
    firstWorkday(outcome);
  }

  private int spellStart() {
    int start = BACK;
    for (int day = BACK - 1; day >= 0; day--) {
      if (sick[day] > 0) {
        start = day;
      } else if (Math.floorMod(day + base + 3, 7) < 5) {
        break;
      }
    }
    return start;
  }

  /** Read last, since it paints over the first days when follow-up begins at a weekend. */
  private void firstWorkday(ArrayOutcome outcome) {
    int day = onWorkday(index);
    readContract(day);
    paintSickLeave(contract, day, day + 1);
    outcome.contractedOnFirstWorkday = contract.total;
    outcome.sickLeaveOnFirstWorkday = sick[day - base];
  }

  private static int onWorkday(int day) {
    int weekday = Math.floorMod(day + 3, 7);
    return weekday < 5 ? day : day + 7 - weekday;
  }
}
