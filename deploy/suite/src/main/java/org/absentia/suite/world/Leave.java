package org.absentia.suite.world;

import java.time.LocalDate;
import java.util.List;

/**
 * One certified interval of a spell: what the doctor wrote, and what the days turned out to be
 * (equal, unless the person went back early, worked more than certified or took a holiday; only
 * payments tell that).
 */
public record Leave(
    LocalDate spellStart, LocalDate from, LocalDate to, int certifiedGrade, List<Stretch> days) {

  public Leave {
    days = List.copyOf(days);
    if (days.isEmpty()
        || !days.getFirst().from().equals(from)
        || !days.getLast().to().equals(to)
        || certifiedGrade < 20
        || certifiedGrade > 100) {
      throw new IllegalArgumentException("the days of a leave must fill it");
    }
  }

  static Leave asCertified(LocalDate spellStart, LocalDate from, LocalDate to, int grade) {
    return new Leave(
        spellStart, from, to, grade, List.of(new Stretch(from, to, Stretch.Doing.SICK, grade)));
  }

  boolean wentAsCertified() {
    return days.size() == 1 && days.getFirst().grade() == certifiedGrade;
  }

  /** The grade that was truly lost on a day, 0 when the day lies outside. */
  int gradeOn(LocalDate day) {
    return days.stream()
        .filter(stretch -> stretch.covers(day))
        .mapToInt(Stretch::grade)
        .findFirst()
        .orElse(0);
  }
}
