package org.absentia.suite.world;

import java.time.LocalDate;

/**
 * Days on end on which a person did one thing, both ends included; the grade is the percentage lost
 * to sickness.
 */
public record Stretch(LocalDate from, LocalDate to, Doing doing, int grade) {

  /** What the days were. */
  public enum Doing {
    SICK,
    WORKING,
    ON_HOLIDAY
  }

  public Stretch {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a stretch ends before it starts");
    }
    if (doing == Doing.SICK ? grade < 1 || grade > 100 : grade != 0) {
      throw new IllegalArgumentException("only sick days have a grade");
    }
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
