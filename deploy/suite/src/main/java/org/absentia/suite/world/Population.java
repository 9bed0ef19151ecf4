package org.absentia.suite.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Draws the people of a world: those who will be listed with what becomes of them, and those a list
 * must leave out.
 */
final class Population {
  private static final Weighted<Integer> DAYS_AT_INCLUSION =
      Weighted.of(46, 0.03)
          .or(48, 0.06)
          .or(49, 0.11)
          .or(50, 0.19)
          .or(51, 0.16)
          .or(52, 0.10)
          .or(53, 0.06)
          .or(54, 0.04)
          .or(55, 0.05)
          .or(57, 0.07)
          .or(60, 0.06)
          .or(64, 0.04)
          .or(70, 0.02)
          .or(78, 0.01);
  private static final Weighted<Integer> DAYS_AT_LIST =
      Weighted.of(42, 0.35).or(48, 0.20).or(47, 0.17).or(46, 0.15).or(45, 0.13);
  private static final Weighted<List<String>> REASONS =
      Weighted.of(List.of("PREGNANT"), 0.12)
          .or(List.of("SERIOUS_DISEASE"), 0.38)
          .or(List.of("LANGUAGE"), 0.30)
          .or(List.of("RETURNED_TO_WORK"), 0.12)
          .or(List.of("SERIOUS_DISEASE", "LANGUAGE"), 0.03)
          .or(List.of("OTHER"), 0.05);
  private static final Weighted<Response.Flaw> FLAWS =
      Weighted.of(Response.Flaw.SELF_EMPLOYED, 0.09)
          .or(Response.Flaw.FREELANCE, 0.07)
          .or(Response.Flaw.OTHER_DIAGNOSIS, 0.28)
          .or(Response.Flaw.LOW_GRADE, 0.12)
          .or(Response.Flaw.TOO_OLD, 0.03)
          .or(Response.Flaw.SHORT_SPELL, 0.27)
          .or(Response.Flaw.OTHER_OFFICE, 0.07)
          .or(Response.Flaw.RECRUITMENT_HALTED, 0.06)
          .or(Response.Flaw.CERTIFICATE_LATE, 0.01);
  private static final double EARLY_RETURN = 0.02;
  private static final double PENSION = 0.07;
  private static final double PAID = 0.88;
  private static final int EMPLOYERS = 400;
  private static final String OFFICE_ELSEWHERE = "1103";

  private final long seed;
  private final Scale scale;
  private final List<String> offices;
  private final List<String> employers;
  private final Missing missing;
  private final Set<String> taken = new HashSet<>();

  private Population(long seed, Scale scale, List<String> offices) {
    this.seed = seed;
    this.scale = scale;
    this.offices = offices;
    this.missing = Missing.draw(scale.enrolled(), Draws.of(seed, "missing", 0));
    Draws draws = Draws.of(seed, "employers", 0);
    this.employers = draws.distinct(EMPLOYERS, Identifier::employer);
  }

  static List<Person> draw(long seed, Scale scale, List<String> offices) {
    return new Population(seed, scale, offices).draw();
  }

  private List<Person> draw() {
    List<Person> persons = new ArrayList<>();
    for (int number = 0; number < scale.listed() + scale.unlisted(); number++) {
      persons.add(person(number));
    }
    return persons;
  }

  private Person person(int number) {
    Draws draws = Draws.of(seed, "person", number);
    Traits traits = Traits.draw(draws);
    Optional<Response.Flaw> flaw =
        number < scale.listed() ? Optional.empty() : Optional.of(draws.pick(FLAWS));
    LocalDate listDate = listDate(flaw, draws);
    LocalDate spellStart = listDate.minusDays(draws.pick(DAYS_AT_LIST));
    LocalDate birthDate = birthDate(flaw, listDate, draws);
    Diagnosis diagnosis =
        flaw.equals(Optional.of(Response.Flaw.OTHER_DIAGNOSIS))
            ? Diagnosis.ofAnotherChapter(draws)
            : Diagnosis.musculoskeletal(draws);
    Optional<Pension> pension =
        draws.chance(PENSION) ? Optional.of(pension(spellStart, draws)) : Optional.empty();
    Response response =
        response(number, flaw, traits, spellStart, listDate, birthDate, diagnosis, draws);
    LocalDate turningPoint =
        response instanceof Response.Consented consented
            ? consented.inclusion()
            : listDate.plusDays(7);
    List<Job> jobs = jobs(number, flaw, traits, pension, spellStart, draws);
    return new Person(
        number,
        identifier(birthDate, traits.sex(), draws),
        birthDate,
        traits.sex(),
        flaw.equals(Optional.of(Response.Flaw.OTHER_OFFICE))
            ? OFFICE_ELSEWHERE
            : draws.pick(offices),
        diagnosis,
        jobs,
        pension,
        draws.chance(PAID) && jobs.stream().allMatch(job -> job.end().isEmpty()),
        spellStart,
        listDate,
        turningPoint,
        earlyReturn(response, listDate, draws),
        response,
        traits);
  }

  private Response response(
      int number,
      Optional<Response.Flaw> flaw,
      Traits traits,
      LocalDate spellStart,
      LocalDate listDate,
      LocalDate birthDate,
      Diagnosis diagnosis,
      Draws draws) {
    if (flaw.isPresent()) {
      return new Response.NeverListed(flaw.get());
    }
    LocalDate phoned = listDate.plusDays(draws.between(0, 4));
    if (number < scale.enrolled()) {
      LocalDate inclusion = inclusion(spellStart, listDate, draws);
      int age = birthDate.until(inclusion).getYears();
      Questionnaire full = Questionnaire.draw(traits, age, diagnosis.painArea(), draws);
      return new Response.Consented(
          phoned.isAfter(inclusion) ? listDate : phoned,
          inclusion,
          missing.from(full, number),
          missing.completesLater(number) ? Optional.of(inclusion.plusDays(3)) : Optional.empty());
    }
    int other = number - scale.enrolled();
    if (other < scale.notReached()) {
      return new Response.NotReached(listDate.plusDays(4));
    }
    return other < scale.notReached() + scale.declined()
        ? new Response.Declined(phoned)
        : new Response.Excluded(phoned, draws.pick(REASONS));
  }

  /** After the list, not during the halt, not after the end of recruitment. */
  private static LocalDate inclusion(LocalDate spellStart, LocalDate listDate, Draws draws) {
    LocalDate wanted = spellStart.plusDays(draws.pick(DAYS_AT_INCLUSION));
    LocalDate inclusion =
        wanted.isAfter(listDate) ? wanted : listDate.plusDays(draws.between(1, 3));
    if (Weeks.halted(inclusion)) {
      return Weeks.HALT_FROM.minusDays(1);
    }
    return inclusion.isAfter(Weeks.LAST_INCLUSION) ? Weeks.LAST_INCLUSION : inclusion;
  }

  private static Optional<Person.EarlyReturn> earlyReturn(
      Response response, LocalDate listDate, Draws draws) {
    if (!(response instanceof Response.Consented consented) || !draws.chance(EARLY_RETURN)) {
      return Optional.empty();
    }
    LocalDate day = consented.inclusion().plusDays(draws.between(-4, 3));
    int grade = draws.chance(0.4) ? 0 : 10 * draws.between(2, 4);
    return Optional.of(
        new Person.EarlyReturn(day.isAfter(listDate) ? day : listDate.plusDays(1), grade));
  }

  private LocalDate listDate(Optional<Response.Flaw> flaw, Draws draws) {
    return draws.pick(
        flaw.equals(Optional.of(Response.Flaw.RECRUITMENT_HALTED))
            ? Weeks.missed()
            : Weeks.lists());
  }

  private static LocalDate birthDate(
      Optional<Response.Flaw> flaw, LocalDate listDate, Draws draws) {
    double age =
        flaw.equals(Optional.of(Response.Flaw.TOO_OLD))
            ? 68.2 + 2 * draws.uniform()
            : draws.normalWithin(50, 11, 24.2, 66.6);
    return listDate.minusDays(Math.round(age * 365.25));
  }

  private static Pension pension(LocalDate spellStart, Draws draws) {
    LocalDate from = spellStart.minusDays(draws.between(300, 3000)).withDayOfMonth(1);
    int grade =
        draws.pick(Weighted.of(50, 0.6).or(40, 0.15).or(30, 0.05).or(60, 0.15).or(70, 0.05));
    Optional<Pension.Rise> rise =
        draws.chance(0.08)
            ? Optional.of(
                new Pension.Rise(
                    spellStart.plusDays(draws.between(110, 180)).withDayOfMonth(1), grade + 20))
            : Optional.empty();
    return new Pension(from, grade, rise);
  }

  private List<Job> jobs(
      int number,
      Optional<Response.Flaw> flaw,
      Traits traits,
      Optional<Pension> pension,
      LocalDate spellStart,
      Draws draws) {
    if (flaw.equals(Optional.of(Response.Flaw.SELF_EMPLOYED))) {
      return List.of();
    }
    Job.Kind kind =
        flaw.equals(Optional.of(Response.Flaw.FREELANCE)) ? Job.Kind.FREELANCE : Job.Kind.ORDINARY;
    int first = draws.between(0, EMPLOYERS - 1);
    List<String> two = List.of(employers.get(first), employers.get((first + 1) % EMPLOYERS));
    return Jobs.draw(number, traits, pension, spellStart, kind, two, draws);
  }

  private String identifier(LocalDate birthDate, Sex sex, Draws draws) {
    String identifier = Identifier.person(birthDate, sex, draws);
    while (!taken.add(identifier)) {
      identifier = Identifier.person(birthDate, sex, draws);
    }
    return identifier;
  }
}
