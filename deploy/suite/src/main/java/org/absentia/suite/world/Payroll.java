package org.absentia.suite.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The payments of one leave by one employer's sick pay: most are right at once, some revised,
 * annulled or partly silent.
 */
final class Payroll {
  private static final int EMPLOYER_DAYS = 16;
  private static final int SILENT_DAYS = 3;
  private static final double REVISED = 0.06;
  private static final double ANNULLED = 0.015;
  private static final double SILENT = 0.02;
  private static final double LATE = 0.03;
  private static final int EVENING = 18 * 60;

  private final Person person;
  private final String employer;
  private final Leave leave;
  private final Draws draws;
  private final UUID correlation;

  Payroll(Person person, String employer, Leave leave, Draws draws) {
    this.person = person;
    this.employer = employer;
    this.leave = leave;
    this.draws = draws;
    this.correlation = draws.uuid();
  }

  List<Message> messages() {
    LocalDate written = leave.to().plusDays(draws.between(5, 20));
    LocalDate arrives = written.plusDays(draws.chance(LATE) ? draws.between(30, 60) : 1);
    Instant at = Paperwork.at(written, EVENING + draws.between(0, 180));
    double turn = draws.uniform();
    if (turn < REVISED) {
      return revised(written, arrives, at);
    }
    if (leave.wentAsCertified() && turn < REVISED + ANNULLED) {
      return annulled(written, arrives, at);
    }
    if (leave.wentAsCertified() && turn < REVISED + ANNULLED + SILENT) {
      return List.of(payment(correlation, 1, silentAtTheEnd(days(leave.days())), at, arrives));
    }
    return List.of(payment(correlation, 1, days(leave.days()), at, arrives));
  }

  /** First paid with a wrong grade, replaced weeks later. */
  private List<Message> revised(LocalDate written, LocalDate arrives, Instant at) {
    int wrong = leave.certifiedGrade() > 50 ? 50 : 100;
    List<Stretch> first = List.of(new Stretch(leave.from(), leave.to(), Stretch.Doing.SICK, wrong));
    LocalDate noticed = written.plusDays(draws.between(15, 40));
    return List.of(
        payment(correlation, 1, days(first), at, arrives),
        payment(
            correlation,
            2,
            days(leave.days()),
            Paperwork.at(noticed, EVENING),
            noticed.plusDays(1)));
  }

  /** Taken back, and paid anew under another correlation or left to the certificate. */
  private List<Message> annulled(LocalDate written, LocalDate arrives, Instant at) {
    LocalDate noticed = written.plusDays(draws.between(10, 30));
    List<Message> messages = new ArrayList<>();
    Message.Payment first = payment(correlation, 1, days(leave.days()), at, arrives);
    messages.add(first);
    messages.add(
        new Message.Annulment(
            person,
            first.id(),
            correlation,
            2,
            employer,
            leave.from(),
            leave.to(),
            Paperwork.at(noticed, EVENING),
            noticed.plusDays(1)));
    if (draws.chance(0.5)) {
      LocalDate again = noticed.plusDays(5);
      messages.add(
          payment(
              draws.uuid(),
              1,
              days(leave.days()),
              Paperwork.at(again, EVENING),
              again.plusDays(1)));
    }
    return messages;
  }

  private Message.Payment payment(
      UUID under, int version, List<Message.Day> days, Instant at, LocalDate arrives) {
    return new Message.Payment(
        person, draws.uuid(), under, version, employer, leave.spellStart(), days, at, arrives);
  }

  private List<Message.Day> days(List<Stretch> stretches) {
    List<Message.Day> days = new ArrayList<>();
    for (Stretch stretch : stretches) {
      stretch
          .from()
          .datesUntil(stretch.to().plusDays(1))
          .forEach(day -> days.add(day(day, stretch)));
    }
    return days;
  }

  private Message.Day day(LocalDate day, Stretch stretch) {
    boolean workday = LostWork.isWorkday(day);
    boolean employers = day.isBefore(leave.spellStart().plusDays(EMPLOYER_DAYS));
    Message.Day.Kind kind =
        switch (stretch.doing()) {
          case SICK ->
              employers
                  ? Message.Day.Kind.EMPLOYER_PAYS
                  : workday ? Message.Day.Kind.PAID : Message.Day.Kind.PAID_WEEKEND;
          case WORKING -> workday ? Message.Day.Kind.WORKED : Message.Day.Kind.FREE;
          case ON_HOLIDAY -> Message.Day.Kind.HOLIDAY;
        };
    return new Message.Day(day, kind, stretch.grade());
  }

  /** Nothing is known of the last days, so that the certificate must speak for them. */
  private static List<Message.Day> silentAtTheEnd(List<Message.Day> days) {
    List<Message.Day> silent = new ArrayList<>(days);
    for (int k = Math.max(0, days.size() - SILENT_DAYS); k < days.size(); k++) {
      silent.set(k, new Message.Day(days.get(k).date(), Message.Day.Kind.UNKNOWN, 0));
    }
    return silent;
  }
}
