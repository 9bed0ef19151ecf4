package org.absentia.bench.outcome;

import java.util.Arrays;

/**
 * Everything that is derived for one person, in fields that are filled anew for each: losses in
 * 10^-8, shares in 10^-4.
 */
final class ArrayOutcome {
  static final int MONTHS = 12;
  static final int RULES = 3;

  /** Losses of the windows of 6 and 12 months. */
  final long[] lost = new long[2];

  final long[] lostToSickLeave = new long[2];
  final long[] lostToAllowance = new long[2];
  final int[] workdays = new int[2];

  final long[] cumulative = new long[MONTHS];

  /** Return to work after 1, 2 and 3 months without absence: the month, or 0 when censored. */
  final int[] returnMonth = new int[RULES];

  int contracted;
  boolean employed;
  int disabilityGrade;
  long sickLeaveOnFirstWorkday;
  int contractedOnFirstWorkday;
  int consecutiveSickLeaveDays;
  long lostPreviousYear;
  int sickDaysPreviousYear;
  long absenceAfterOneWeek;
  int contractedAfterOneWeek;

  void clear() {
    Arrays.fill(lost, 0);
    Arrays.fill(lostToSickLeave, 0);
    Arrays.fill(lostToAllowance, 0);
    Arrays.fill(workdays, 0);
    Arrays.fill(returnMonth, 0);
    lostPreviousYear = 0;
    sickDaysPreviousYear = 0;
  }

  /** A number that depends on every field, so that none can be left out. */
  long digest() {
    long sum = lost[0] + lost[1] + lostToSickLeave[0] + lostToSickLeave[1];
    sum += lostToAllowance[0] + lostToAllowance[1] + workdays[0] + workdays[1];
    for (int month = 0; month < MONTHS; month++) {
      sum += cumulative[month];
    }
    sum += returnMonth[0] + returnMonth[1] + returnMonth[2];
    sum += contracted + (employed ? 1 : 0) + disabilityGrade + sickLeaveOnFirstWorkday;
    sum += contractedOnFirstWorkday + consecutiveSickLeaveDays + lostPreviousYear;
    return sum + sickDaysPreviousYear + absenceAfterOneWeek + contractedAfterOneWeek;
  }
}
