package org.absentia.outcome.derivation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.absentia.outcome.definition.Benefit;
import org.absentia.outcome.definition.ContractDay;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.definition.Workdays;
import org.absentia.outcome.derivation.Baseline.ContractClass;
import org.absentia.outcome.derivation.Baseline.SickLeaveClass;
import org.absentia.outcome.record.PerMyriad;
import org.absentia.outcome.timeline.Period;
import org.absentia.outcome.timeline.Segment;
import org.absentia.outcome.timeline.Timeline;

/**
 * The baseline variables of section 5. Contracts are read daily and every benefit counts, whatever
 * the definition says; only the week after the index date follows the definition's contract.
 */
final class BaselineRules {
  private static final Set<Benefit> EVERY_BENEFIT =
      Collections.unmodifiableSet(EnumSet.allOf(Benefit.class));

  private final Registers registers;
  private final FollowUpMonths months;
  private final Workdays workdays;
  private final DayRules daily;
  private final DayRules asDefined;
  private final int index;

  BaselineRules(Registers registers, OutcomeDefinition definition, FollowUpMonths months) {
    this.registers = registers;
    this.months = months;
    this.workdays = definition.workdays();
    this.daily = new DayRules(registers, EVERY_BENEFIT, ContractDay.DAILY, months);
    this.asDefined = new DayRules(registers, EVERY_BENEFIT, definition.contract(), months);
    this.index = months.firstDay(0);
  }

  Baseline derive() {
    int disabilityGrade = daily.pension(index).grade();
    DayAccount firstWorkday = daily.on(workdays.onOrAfter(index));
    Period previousYear = Period.until(Period.day(months.indexDate().minusMonths(12)), index);
    Timeline<DayAccount> history = daily.over(previousYear);
    return new Baseline(
        Ratio.ofShare(daily.contract(index).share()),
        contractClass(),
        Ratio.ofPercentage(disabilityGrade),
        disabilityGrade > 0 && disabilityGrade < PerMyriad.ONE,
        sickLeaveGrade(firstWorkday),
        sickLeaveClass(firstWorkday),
        consecutiveSickLeaveDays(previousYear, history),
        lostWorkdays(history),
        sickLeaveCalendarDays(history),
        workedShareAfterOneWeek());
  }

  private ContractClass contractClass() {
    int share = registers.contracts().at(index).share();
    if (share >= PerMyriad.ONE) {
      return ContractClass.FULL_TIME;
    }
    if (share >= PerMyriad.ONE / 2) {
      return ContractClass.PART_TIME_50_99;
    }
    return share > 0 ? ContractClass.PART_TIME_UNDER_50 : ContractClass.NONE;
  }

  private static Ratio sickLeaveGrade(DayAccount day) {
    return day.contracted() == 0
        ? Ratio.ZERO
        : new Ratio(100 * day.sickLeave(), contractedWork(day));
  }

  private static SickLeaveClass sickLeaveClass(DayAccount day) {
    if (day.sickLeave() == 0) {
      return SickLeaveClass.NONE;
    }
    if (day.sickLeave() == contractedWork(day)) {
      return SickLeaveClass.FULL;
    }
    return 2 * day.sickLeave() >= contractedWork(day)
        ? SickLeaveClass.GRADED_50_99
        : SickLeaveClass.GRADED_UNDER_50;
  }

  /** The most that a day can lose, in 10^-8. */
  private static long contractedWork(DayAccount day) {
    return (long) day.contracted() * PerMyriad.ONE;
  }

  /**
   * Calendar days of the spell that reaches the index date. Walks back over sick days and over days
   * off between them; the first workday without absence ends the walk.
   */
  private int consecutiveSickLeaveDays(Period previousYear, Timeline<DayAccount> history) {
    int start = index;
    Period days = previousYear;
    Timeline<DayAccount> accounts = history;
    while (true) {
      for (Segment<DayAccount> stretch : accounts.segments().reversed()) {
        if (stretch.value().sickLeave() > 0) {
          start = stretch.period().from();
        } else if (workdays.count(stretch.period()) > 0) {
          return index - start;
        }
      }
      if (!registers.sickLeave().anyBefore(days.from())) {
        return index - start;
      }
      days = Period.until(days.from() - previousYear.length(), days.from());
      accounts = daily.over(days);
    }
  }

  private Ratio lostWorkdays(Timeline<DayAccount> history) {
    long lost = 0;
    for (Segment<DayAccount> stretch : history.segments()) {
      long perDay = Math.min(DayAccount.DAY, stretch.value().sickLeave());
      lost += perDay * workdays.count(stretch.period());
    }
    return Ratio.ofLoss(lost);
  }

  private static int sickLeaveCalendarDays(Timeline<DayAccount> history) {
    int days = 0;
    for (Segment<DayAccount> stretch : history.segments()) {
      days += stretch.value().sickLeave() > 0 ? stretch.period().length() : 0;
    }
    return days;
  }

  private Ratio workedShareAfterOneWeek() {
    DayAccount day = asDefined.on(workdays.onOrAfter(index + 7));
    long contracted = contractedWork(day);
    return contracted == 0
        ? Ratio.ofShare(PerMyriad.ONE)
        : new Ratio(contracted - Math.max(day.sickLeave(), day.allowance()), contracted);
  }
}
