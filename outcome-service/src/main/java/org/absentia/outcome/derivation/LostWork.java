package org.absentia.outcome.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
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
record LostWork(Timeline<DayAccount> days, Workdays workdays, FollowUpMonths months) {

  Window window(Span span) {
    Period window = Period.until(months.firstDay(0), end(span));
    return new Window(
        span,
        window,
        workdays.count(window),
        Ratio.ofLoss(sum(window, DayAccount::lost)),
        new BySource(
            Ratio.ofLoss(sum(window, DayAccount::lostToSickLeave)),
            Ratio.ofLoss(sum(window, DayAccount::lostToAllowance)),
            Ratio.ofLoss(sum(window, DayAccount::lostToPensionIncrease))));
  }

  /** Lost workdays after each follow-up month; the last month is cut at the window's end. */
  List<Ratio> cumulative(Span longestWindow) {
    int end = end(longestWindow);
    List<Ratio> series = new ArrayList<>();
    long lost = 0;
    for (int month = 0; month < months.until(end); month++) {
      int monthEnd = Math.min(months.firstDay(month + 1), end);
      lost += sum(Period.until(months.firstDay(month), monthEnd), DayAccount::lost);
      series.add(Ratio.ofLoss(lost));
    }
    return series;
  }

  /** The first month of so many in a row in which nothing was lost, counted from 1. */
  ReturnToWork returnToWork(AfterMonths rule) {
    int free = 0;
    for (int month = 1; month <= rule.followUpMonths(); month++) {
      free = sum(months.days(month - 1), DayAccount::lost) == 0 ? free + 1 : 0;
      if (free == rule.freeMonths()) {
        return ReturnToWork.after(rule, month - free + 1);
      }
    }
    return ReturnToWork.censored(rule, rule.followUpMonths());
  }

  /**
   * The first day of so many in a row on which nothing was lost. Only a workday on which something
   * was lost breaks a run, so it is enough to look at the gaps between those.
   */
  ReturnToWork returnToWork(AfterDays rule) {
    Period followUp = Period.until(months.firstDay(0), end(rule.followUp()));
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

  private int end(Span span) {
    return Period.day(span.after(months.indexDate()));
  }

  private long sum(Period window, ToLongFunction<DayAccount> loss) {
    long sum = 0;
    for (Segment<DayAccount> stretch : days.within(window).segments()) {
      long perDay = loss.applyAsLong(stretch.value());
      if (perDay > 0) {
        sum += perDay * workdays.count(stretch.period());
      }
    }
    return sum;
  }
}
