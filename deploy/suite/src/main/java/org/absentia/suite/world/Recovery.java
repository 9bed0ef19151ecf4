package org.absentia.suite.world;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way back to work after the turning point: at each review a person may step down to part-time
 * leave, go back altogether or stay; some fall ill again. How fast depends on what is delivered, on
 * the risk group and on frailty.
 */
final class Recovery {
  private static final Weighted<Integer> PARTIAL =
      Weighted.of(80, 0.24).or(70, 0.08).or(60, 0.2).or(50, 0.36).or(40, 0.08).or(30, 0.04);
  private static final Weighted<Integer> SOME_WORK = Weighted.of(90, 0.4).or(80, 0.6);
  private static final double TRIES_SOME_WORK = 0.16;
  private static final double BACK_AT_ONCE = 0.4;
  private static final double BACK_FROM_PARTIAL = 0.6;
  private static final double SETBACK = 0.03;
  private static final double RELAPSES_PER_MONTH = 0.05;
  private static final int MONTH_DAYS = 30;
  private static final int LOWEST_GRADE = 20;

  private final Pace pace;
  private final Draws draws;
  private final double frailty;
  private final LocalDate horizon;
  private final List<Leave> leaves = new ArrayList<>();

  private Recovery(Pace pace, Draws draws, double frailty, LocalDate horizon) {
    this.pace = pace;
    this.draws = draws;
    this.frailty = frailty;
    this.horizon = horizon;
  }

  /**
   * Continue a person's sick leave.
   *
   * @param last the last settled interval, from which the spell goes on, if it reaches the turning
   *     point
   * @param horizon no interval starts after this day
   */
  static List<Leave> of(
      Person person, Pace pace, Optional<Leave> last, LocalDate horizon, Draws draws) {
    Recovery recovery = new Recovery(pace, draws, person.traits().frailty(), horizon);
    if (last.isPresent()) {
      recovery.goOn(person, last.get());
    } else {
      recovery.stayBack(person.turningPoint());
    }
    return recovery.leaves;
  }

  private void goOn(Person person, Leave last) {
    LocalDate review = last.to().plusDays(1);
    boolean returnsNow = person.earlyReturn().filter(r -> r.on().equals(review)).isPresent();
    int grade =
        returnsNow
            ? person.earlyReturn().get().grade()
            : review(last.certifiedGrade(), ChronoUnit.DAYS.between(last.from(), review));
    spell(last.spellStart(), review, grade);
  }

  private void spell(LocalDate spellStart, LocalDate start, int firstGrade) {
    LocalDate from = start;
    int grade = firstGrade;
    while (grade > 0 && !from.isAfter(horizon)) {
      int days = draws.pick(Spells.REVIEW_DAYS);
      LocalDate next = from.plusDays(days);
      leaves.add(Leave.asCertified(spellStart, from, next.minusDays(1), grade));
      grade = review(grade, days);
      from = next;
    }
    if (grade == 0) {
      stayBack(from);
    }
  }

  private int review(int grade, long days) {
    double perMonth = Math.exp(pace.speed() - pace.spread() * frailty);
    boolean better = draws.chance(1 - Math.exp(-perMonth * days / MONTH_DAYS));
    if (!better) {
      return unimproved(grade);
    }
    if (draws.chance(grade == 100 ? BACK_AT_ONCE : BACK_FROM_PARTIAL)) {
      return 0;
    }
    return grade == 100
        ? draws.pick(PARTIAL)
        : Math.max(LOWEST_GRADE, grade - 10 * draws.between(1, 3));
  }

  /**
   * Whoever stays on full leave is asked to try some work; whoever works some may have to give up
   * again.
   */
  private int unimproved(int grade) {
    if (grade == 100) {
      return draws.chance(TRIES_SOME_WORK) ? draws.pick(SOME_WORK) : 100;
    }
    return draws.chance(SETBACK) ? 100 : grade;
  }

  /** At work until the horizon, or until falling ill again after three weeks or more. */
  private void stayBack(LocalDate since) {
    double months = -Math.log(1 - draws.uniform()) / RELAPSES_PER_MONTH;
    LocalDate relapse = since.plusDays(21 + Math.min(10_000, Math.round(months * MONTH_DAYS)));
    if (relapse.isBefore(horizon)) {
      spell(relapse, relapse, draws.chance(0.6) ? 100 : 50);
    }
  }
}
