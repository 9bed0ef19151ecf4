package org.absentia.suite.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the population register, Aa-registeret and the pension register write about a person, each
 * version in its time.
 */
final class Registers {
  private static final LocalDate BEGINNING = LocalDate.of(2019, 1, 1);
  private static final int NOON = 12 * 60;

  private Registers() {}

  static List<Message> of(Person person, Draws draws) {
    List<Message> messages = new ArrayList<>();
    messages.add(new Message.PersonEntry(person, Paperwork.at(BEGINNING, NOON), BEGINNING));
    for (Job job : person.jobs()) {
      messages.addAll(employments(person, job, draws));
    }
    person.pension().ifPresent(pension -> messages.addAll(decisions(person, pension, draws)));
    return messages;
  }

  /** The job as known before the spell, and once more when a later change or an end is reported. */
  private static List<Message> employments(Person person, Job job, Draws draws) {
    LocalDate reported = person.spellStart().minusDays(draws.between(30, 38));
    Job before = knownOn(job, person.listDate());
    int version = draws.between(1, 40);
    List<Message> messages = new ArrayList<>();
    messages.add(employment(person, before, version, reported));
    if (!before.equals(job)) {
      LocalDate changed = job.end().orElseGet(() -> job.positions().getLast().from());
      messages.add(employment(person, job, version + 1, changed.plusDays(draws.between(3, 20))));
    }
    return messages;
  }

  private static Message employment(Person person, Job job, int version, LocalDate day) {
    Instant at = Paperwork.at(day, NOON);
    return new Message.Employment(person, job, version, at, day);
  }

  private static Job knownOn(Job job, LocalDate day) {
    return new Job(
        job.number(),
        job.employer(),
        job.kind(),
        job.occupation(),
        job.start(),
        job.end().filter(end -> !end.isAfter(day)),
        job.positions().stream().filter(position -> !position.from().isAfter(day)).toList());
  }

  private static List<Message> decisions(Person person, Pension pension, Draws draws) {
    Pension granted = new Pension(pension.from(), pension.grade(), Optional.empty());
    LocalDate day = pension.from().minusDays(draws.between(10, 40));
    List<Message> messages = new ArrayList<>();
    messages.add(
        new Message.PensionDecision(person, granted, 1, Paperwork.at(day, NOON), later(day)));
    pension
        .rise()
        .ifPresent(
            rise -> {
              LocalDate decided = rise.from().plusDays(draws.between(10, 40));
              messages.add(
                  new Message.PensionDecision(
                      person, pension, 2, Paperwork.at(decided, NOON), decided.plusDays(1)));
            });
    return messages;
  }

  private static LocalDate later(LocalDate day) {
    return day.isBefore(BEGINNING) ? BEGINNING : day;
  }
}
