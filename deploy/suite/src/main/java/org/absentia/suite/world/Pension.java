package org.absentia.suite.world;

import java.time.LocalDate;
import java.util.Optional;

/** A graded disability pension, which for a few rises later on. */
public record Pension(LocalDate from, int grade, Optional<Rise> rise) {

  /** A later and higher grade, decided some weeks after it takes effect. */
  public record Rise(LocalDate from, int grade) {}

  int gradeOn(LocalDate day) {
    if (day.isBefore(from)) {
      return 0;
    }
    return rise.filter(later -> !day.isBefore(later.from())).map(Rise::grade).orElse(grade);
  }
}
