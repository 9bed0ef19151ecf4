package org.absentia.suite.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws a person's jobs: most have one, full-time; pensioners work the rest of their day; a few
 * lose or change a job later.
 */
final class Jobs {
  private static final Weighted<Integer> POSITION =
      Weighted.of(100, 0.713)
          .or(90, 0.03)
          .or(80, 0.075)
          .or(75, 0.03)
          .or(70, 0.02)
          .or(60, 0.03)
          .or(50, 0.045)
          .or(40, 0.030)
          .or(30, 0.016)
          .or(20, 0.014);
  private static final List<String> OFFICE_WORK =
      List.of("2310117", "3431101", "4114109", "3320114", "2512104");
  private static final List<String> MANUAL_WORK =
      List.of("5132121", "9132117", "7125104", "8324102", "5223119", "5136102");
  private static final int JOBS_PER_PERSON = 10;
  private static final long FIRST_NUMBER = 50_000_000L;

  private Jobs() {}

  static List<Job> draw(
      int person,
      Traits traits,
      Optional<Pension> pension,
      LocalDate spellStart,
      Job.Kind kind,
      List<String> employers,
      Draws draws) {
    int percentage = pension.map(p -> 100 - p.grade()).orElseGet(() -> draws.pick(POSITION));
    boolean twoJobs = pension.isEmpty() && kind == Job.Kind.ORDINARY && draws.chance(0.06);
    int second = twoJobs ? Math.min(40, draws.between(2, 4) * 10) : 0;
    int first = twoJobs ? Math.max(30, percentage - second) : percentage;
    String occupation = draws.pick(traits.whiteCollar() ? OFFICE_WORK : MANUAL_WORK);
    List<Job> jobs = new ArrayList<>();
    jobs.add(
        job(
            number(person, 0),
            employers.get(0),
            kind,
            occupation,
            first,
            spellStart,
            twoJobs,
            draws));
    if (twoJobs) {
      LocalDate start = spellStart.minusDays(draws.between(500, 2000)).withDayOfMonth(1);
      jobs.add(steady(number(person, 1), employers.get(1), kind, occupation, second, start));
    }
    return jobs;
  }

  private static long number(int person, int job) {
    return FIRST_NUMBER + (long) person * JOBS_PER_PERSON + job;
  }

  private static Job job(
      long number,
      String employer,
      Job.Kind kind,
      String occupation,
      int percentage,
      LocalDate spellStart,
      boolean oneOfTwo,
      Draws draws) {
    LocalDate start = spellStart.minusDays(draws.between(400, 5500)).withDayOfMonth(1);
    Job job = steady(number, employer, kind, occupation, percentage, start);
    if (oneOfTwo || kind != Job.Kind.ORDINARY) {
      return job;
    }
    double change = draws.uniform();
    if (change < 0.10) {
      return changed(
          job, earlierPercentage(percentage), spellStart.minusDays(draws.between(40, 380)));
    }
    if (change < 0.12) {
      return later(
          job, Math.max(20, percentage - 20), spellStart.plusDays(draws.between(120, 200)));
    }
    if (change < 0.14) {
      return ended(job, spellStart.plusDays(draws.between(100, 200)));
    }
    return job;
  }

  private static int earlierPercentage(int percentage) {
    return percentage >= 80 ? percentage - 30 : percentage + 20;
  }

  private static Job steady(
      long number,
      String employer,
      Job.Kind kind,
      String occupation,
      int percentage,
      LocalDate start) {
    return new Job(
        number,
        employer,
        kind,
        occupation,
        start,
        Optional.empty(),
        List.of(new Job.Position(start, percentage)));
  }

  /** The position was another before a day in the past. */
  private static Job changed(Job job, int before, LocalDate day) {
    Job.Position now =
        new Job.Position(day.withDayOfMonth(1), job.positions().getLast().percentage());
    return now.from().isAfter(job.start())
        ? with(job, List.of(new Job.Position(job.start(), before), now))
        : job;
  }

  private static Job later(Job job, int after, LocalDate day) {
    return with(
        job, List.of(job.positions().getFirst(), new Job.Position(day.withDayOfMonth(1), after)));
  }

  private static Job with(Job job, List<Job.Position> positions) {
    return new Job(
        job.number(),
        job.employer(),
        job.kind(),
        job.occupation(),
        job.start(),
        job.end(),
        positions);
  }

  private static Job ended(Job job, LocalDate end) {
    return new Job(
        job.number(),
        job.employer(),
        job.kind(),
        job.occupation(),
        job.start(),
        Optional.of(end),
        job.positions());
  }
}
