package org.absentia.suite.world;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The certified intervals of a person's sick leave up to the turning point, on which no arm has any
 * influence: shorter spells in the year before, and the present spell with its first reviews.
 */
final class Spells {
  static final Weighted<Integer> REVIEW_DAYS = Weighted.of(14, 0.3).or(21, 0.2).or(28, 0.5);
  private static final Weighted<Integer> FIRST_DAYS = Weighted.of(7, 0.35).or(14, 0.65);
  private static final Weighted<Integer> FIRST_GRADE =
      Weighted.of(100, 0.86).or(80, 0.03).or(60, 0.03).or(50, 0.08);
  private static final Weighted<Integer> FIRST_STEP =
      Weighted.of(80, 0.18).or(70, 0.08).or(60, 0.24).or(50, 0.50);
  private static final double STEPS_DOWN = 0.115;
  private static final int PAUSE_DAYS = 45;

  private Spells() {}

  /** The spells of the year before, oldest first; the frail had more of them. */
  static List<Leave> earlier(Person person, Draws draws) {
    List<Leave> leaves = new ArrayList<>();
    LocalDate latestEnd = person.spellStart().minusDays(PAUSE_DAYS);
    double often = Math.exp(0.5 * person.traits().frailty() - 0.75);
    int spells = draws.uniform() < Math.min(0.8, often) ? draws.chance(0.3) ? 2 : 1 : 0;
    for (int spell = 0; spell < spells; spell++) {
      LocalDate to = latestEnd.minusDays(draws.between(0, 120));
      int days = Math.clamp(Math.round(19 * Math.exp(0.8 * draws.normal())), 4, 90);
      LocalDate from = to.minusDays(days - 1L);
      int grade = draws.chance(0.75) ? 100 : 50;
      leaves.addAll(0, split(from, to, grade, draws));
      latestEnd = from.minusDays(PAUSE_DAYS);
    }
    return leaves;
  }

  /** The present spell up to the last interval that starts on or before the turning point. */
  static List<Leave> present(Person person, Draws draws) {
    if (person.response() instanceof Response.NeverListed(Response.Flaw flaw)
        && flaw == Response.Flaw.SHORT_SPELL) {
      LocalDate end = person.spellStart().plusDays(draws.between(20, 39));
      return split(person.spellStart(), end, 100, draws);
    }
    List<Leave> leaves = new ArrayList<>();
    LocalDate from = person.spellStart();
    int grade = firstGrade(person, draws);
    int days = draws.pick(FIRST_DAYS);
    while (!from.isAfter(person.turningPoint()) && grade > 0) {
      LocalDate next = untilTurn(person, from, from.plusDays(days));
      leaves.add(Leave.asCertified(person.spellStart(), from, next.minusDays(1), grade));
      grade = gradeAfterReview(person, next, grade, draws);
      from = next;
      days = draws.pick(REVIEW_DAYS);
    }
    return leaves;
  }

  private static int firstGrade(Person person, Draws draws) {
    if (person.response() instanceof Response.NeverListed(Response.Flaw flaw)
        && flaw == Response.Flaw.LOW_GRADE) {
      return draws.chance(0.5) ? 40 : 30;
    }
    return draws.pick(FIRST_GRADE);
  }

  /** Do not certify across the day on which an early returner goes back. */
  private static LocalDate untilTurn(Person person, LocalDate from, LocalDate next) {
    return person
        .earlyReturn()
        .map(Person.EarlyReturn::on)
        .filter(day -> day.isAfter(from) && day.isBefore(next))
        .orElse(next);
  }

  private static int gradeAfterReview(Person person, LocalDate day, int grade, Draws draws) {
    if (person.earlyReturn().isPresent() && !day.isBefore(person.earlyReturn().get().on())) {
      return person.earlyReturn().get().grade();
    }
    if (grade == 100 && draws.chance(STEPS_DOWN)) {
      return draws.pick(FIRST_STEP);
    }
    return grade;
  }

  private static List<Leave> split(LocalDate from, LocalDate to, int grade, Draws draws) {
    List<Leave> leaves = new ArrayList<>();
    LocalDate start = from;
    while (ChronoUnit.DAYS.between(start, to) >= 28) {
      LocalDate end = start.plusDays(draws.pick(REVIEW_DAYS) - 1L);
      leaves.add(Leave.asCertified(from, start, end, grade));
      start = end.plusDays(1);
    }
    leaves.add(Leave.asCertified(from, start, to, grade));
    return leaves;
  }
}
