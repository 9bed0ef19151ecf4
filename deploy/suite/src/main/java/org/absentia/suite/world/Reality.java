package org.absentia.suite.world;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of certified days: most go as the doctor wrote, some people work more than certified,
 * take a holiday inside the leave, or go back before its end. Only people whose sick pay goes
 * through the register do, since nothing else would tell.
 */
final class Reality {
  private static final double WORKED_MORE = 0.07;
  private static final double HOLIDAY = 0.035;
  private static final double BACK_EARLY = 0.25;
  private static final int LONG_ENOUGH_DAYS = 14;

  private Reality() {}

  static List<Leave> of(List<Leave> leaves, Draws draws) {
    List<Leave> real = new ArrayList<>();
    for (int k = 0; k < leaves.size(); k++) {
      Leave leave = leaves.get(k);
      boolean last =
          k + 1 == leaves.size() || !leaves.get(k + 1).from().equals(leave.to().plusDays(1));
      real.add(of(leave, last, draws));
    }
    return real;
  }

  private static Leave of(Leave leave, boolean last, Draws draws) {
    if (ChronoUnit.DAYS.between(leave.from(), leave.to()) + 1 < LONG_ENOUGH_DAYS) {
      return leave;
    }
    int grade =
        draws.chance(WORKED_MORE)
            ? Math.max(20, leave.certifiedGrade() - 10 * draws.between(1, 2))
            : leave.certifiedGrade();
    if (last && draws.chance(BACK_EARLY)) {
      LocalDate back = leave.to().minusDays(draws.between(2, 9));
      return with(
          leave, List.of(sick(leave.from(), back.minusDays(1), grade), working(back, leave.to())));
    }
    if (draws.chance(HOLIDAY)) {
      LocalDate from = leave.from().plusDays(draws.between(1, 4));
      LocalDate to = from.plusDays(draws.between(4, 7));
      return with(
          leave,
          List.of(
              sick(leave.from(), from.minusDays(1), grade),
              new Stretch(from, to, Stretch.Doing.ON_HOLIDAY, 0),
              sick(to.plusDays(1), leave.to(), grade)));
    }
    return with(leave, List.of(sick(leave.from(), leave.to(), grade)));
  }

  private static Leave with(Leave leave, List<Stretch> days) {
    return new Leave(leave.spellStart(), leave.from(), leave.to(), leave.certifiedGrade(), days);
  }

  private static Stretch sick(LocalDate from, LocalDate to, int grade) {
    return new Stretch(from, to, Stretch.Doing.SICK, grade);
  }

  private static Stretch working(LocalDate from, LocalDate to) {
    return new Stretch(from, to, Stretch.Doing.WORKING, 0);
  }
}
