package org.absentia.suite.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * Counts, from the true days and not from any message, the workdays a person lost: Monday to
 * Friday, each weighed with the position and the grade; a pension that rises counts with its rise.
 */
final class LostWork {
  private static final int WINDOW_MONTHS = 6;
  private static final double HUNDRED = 100.0;

  private LostWork() {}

  static double inWindow(Person person, List<Leave> leaves, LocalDate index) {
    return index
        .datesUntil(index.plusMonths(WINDOW_MONTHS))
        .filter(LostWork::isWorkday)
        .mapToDouble(day -> onDay(person, leaves, index, day))
        .sum();
  }

  static double inYearBefore(Person person, List<Leave> leaves, LocalDate index) {
    return index
        .minusYears(1)
        .datesUntil(index)
        .filter(LostWork::isWorkday)
        .mapToDouble(day -> share(person, index, day) * gradeOn(leaves, day))
        .sum();
  }

  static double gradeOn(List<Leave> leaves, LocalDate day) {
    return leaves.stream().mapToInt(leave -> leave.gradeOn(day)).max().orElse(0) / HUNDRED;
  }

  private static double onDay(Person person, List<Leave> leaves, LocalDate index, LocalDate day) {
    double sick = share(person, index, day) * gradeOn(leaves, day);
    double before = person.pension().map(pension -> pension.gradeOn(index)).orElse(0) / HUNDRED;
    double now = person.pension().map(pension -> pension.gradeOn(day)).orElse(0) / HUNDRED;
    return Math.min(1 - before, sick + Math.max(0, now - before));
  }

  /**
   * The position on a day; who has lost the job is counted with the position held at the index
   * date.
   */
  private static double share(Person person, LocalDate index, LocalDate day) {
    boolean employed = person.jobs().stream().anyMatch(job -> job.percentageOn(day) > 0);
    return person.percentageOn(employed ? day : index) / HUNDRED;
  }

  static boolean isWorkday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
