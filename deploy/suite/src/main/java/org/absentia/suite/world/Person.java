package org.absentia.suite.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One sick-listed worker.
 *
 * @param paid whether sick pay goes through the register, so that payments tell what the days
 *     really were
 * @param listDate the Monday in the seventh week of the spell
 * @param turningPoint the day up to which the spell is settled: inclusion, or a week after the list
 *     for those who do not take part
 * @param earlyReturn when a person goes back about the time of inclusion, the day and the grade
 *     left
 */
public record Person(
    int number,
    String identifier,
    LocalDate birthDate,
    Sex sex,
    String office,
    Diagnosis diagnosis,
    List<Job> jobs,
    Optional<Pension> pension,
    boolean paid,
    LocalDate spellStart,
    LocalDate listDate,
    LocalDate turningPoint,
    Optional<EarlyReturn> earlyReturn,
    Response response,
    Traits traits) {

  /** Back at work soon, wholly (grade 0) or mostly. */
  public record EarlyReturn(LocalDate on, int grade) {}

  public Person {
    jobs = List.copyOf(jobs);
  }

  /** Whether this person must appear in the weekly lists. */
  public boolean listed() {
    return !(response instanceof Response.NeverListed);
  }

  boolean ordinarilyEmployed() {
    return jobs.stream().anyMatch(job -> job.kind() == Job.Kind.ORDINARY);
  }

  /** The sum of all positions on a day, at most 100 percent. */
  int percentageOn(LocalDate day) {
    return Math.min(100, jobs.stream().mapToInt(job -> job.percentageOn(day)).sum());
  }
}
