package org.absentia.outcome.derivation;

import java.util.ArrayList;
import java.util.List;
import org.absentia.outcome.definition.ReturnToWorkRule.AfterDays;
import org.absentia.outcome.definition.ReturnToWorkRule.AfterMonths;
import org.absentia.outcome.definition.Span;
import org.absentia.outcome.definition.Workdays;
import org.absentia.outcome.derivation.Outcome.BySource;
import org.absentia.outcome.derivation.Outcome.ReturnToWork;
import org.absentia.outcome.derivation.Outcome.Window;
import org.absentia.outcome.timeline.Period;
import org.absentia.outcome.timeline.Segment;
import org.absentia.outcome.timeline.Timeline;

/** The outcomes of section 4, from what each day of follow-up counts. */
final class LostWork {
  private final Timeline<DayAccount> days;
  private final Workdays workdays;
  private final FollowUpMonths months;

  /** The latest answer of {@link #byMonth}, because most rules ask for the same follow-up. */
  private long[] lostByMonth = new long[0];

  private int lostUntil = Integer.MIN_VALUE;

  LostWork(Timeline<DayAccount> days, Workdays workdays, FollowUpMonths months) {
    this.days = days;
    this.workdays = workdays;
    this.months = months;
  }

  Window window(Span span) {
    Period window = Period.until(months.firstDay(0), months.end(span));
    long sickLeave = 0;
    long allowance = 0;
    long increase = 0;
    for (Segment<DayAccount> stretch : days.within(window).segments()) {
      DayAccount day = stretch.value();
      if (day.lost() > 0) {
        int weight = workdays.count(stretch.period());
        sickLeave += weight * day.lostToSickLeave();
        allowance += weight * day.lostToAllowance();
        increase += weight * day.lostToPensionIncrease();
      }
    }
    return new Window(
        span,
        window,
        workdays.count(window),
        Ratio.ofLoss(sickLeave + allowance + increase),
        new BySource(Ratio.ofLoss(sickLeave), Ratio.ofLoss(allowance), Ratio.ofLoss(increase)));
  }

  /**
   * Lost workdays after each follow-up month; the last month is cut at the end of the longest
   * window.
   */
  List<Ratio> cumulative(int end) {
    List<Ratio> series = new ArrayList<>();
    long sum = 0;
    for (long lost : byMonth(end)) {
      sum += lost;
      series.add(Ratio.ofLoss(sum));
    }
    return series;
  }

  /** The first month of so many in a row in which nothing was lost, counted from 1. */
  ReturnToWork returnToWork(AfterMonths rule) {
    long[] lost = byMonth(months.end(rule.followUp()));
    int free = 0;
    for (int month = 1; month <= rule.followUpMonths(); month++) {
      free = lost[month - 1] == 0 ? free + 1 : 0;
      if (free == rule.freeMonths()) {
        return ReturnToWork.after(rule, month - free + 1);
      }
    }
    return ReturnToWork.censored(rule, rule.followUpMonths());
  }

  /** What was lost in each follow-up month up to a day, at which the last one is cut. */
  private long[] byMonth(int end) {
    if (end != lostUntil) {
      lostByMonth = new long[months.until(end)];
      lostUntil = end;
      for (Segment<DayAccount> stretch : days.segments()) {
        if (stretch.value().lost() > 0) {
          addByMonth(stretch, end);
        }
      }
    }
    return lostByMonth;
  }

  private void addByMonth(Segment<DayAccount> stretch, int end) {
    int stretchEnd = Math.min(stretch.period().to() + 1, end);
    int from = stretch.period().from();
    while (from < stretchEnd) {
      int month = months.of(from);
      int next = Math.min(months.firstDay(month + 1), stretchEnd);
      lostByMonth[month] += stretch.value().lost() * workdays.count(Period.until(from, next));
      from = next;
    }
  }

  /**
   * The first day of so many in a row on which nothing was lost. Only a workday on which something
   * was lost breaks a run, so it is enough to look at the gaps between those.
   */
  ReturnToWork returnToWork(AfterDays rule) {
    Period followUp = Period.until(months.firstDay(0), months.end(rule.followUp()));
    int runStart = followUp.from();
    for (Segment<DayAccount> stretch : days.within(followUp).segments()) {
      if (stretch.value().lost() == 0) {
        continue;
      }
      for (int day = stretch.period().from(); day <= stretch.period().to(); day++) {
        if (workdays.isWorkday(day)) {
          if (day - runStart >= rule.freeDays()) {
            return ReturnToWork.after(rule, runStart - followUp.from());
          }
          runStart = day + 1;
        }
      }
    }
    return followUp.to() + 1 - runStart >= rule.freeDays()
        ? ReturnToWork.after(rule, runStart - followUp.from())
        : ReturnToWork.censored(rule, followUp.length());
  }
}
