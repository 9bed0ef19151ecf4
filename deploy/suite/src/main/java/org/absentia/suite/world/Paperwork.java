package org.absentia.suite.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes a person's sick leave down as certificates and payments, with the disorder of real
 * registers: corrections, late arrivals, certificates written by mistake and deleted, revised and
 * annulled payments. When all has arrived, the messages that count say what the days truly were.
 */
final class Paperwork {
  static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

  private static final double CORRECTED = 0.05;
  private static final double LATE = 0.03;
  private static final double MISTAKEN = 0.05;
  private static final double AWAITING = 0.02;
  private static final double TREATMENT = 0.4;
  private static final int GAP_DAYS = 30;
  private static final Weighted<Message.Form> FORM =
      Weighted.of(Message.Form.JSON_DIGITAL, 0.80)
          .or(Message.Form.JSON_FROM_XML, 0.14)
          .or(Message.Form.XML, 0.06);

  private final Person person;
  private final Draws draws;
  private final List<Message> messages = new ArrayList<>();

  private Paperwork(Person person, Draws draws) {
    this.person = person;
    this.draws = draws;
  }

  /** Write down leaves that are certain before the turning point. */
  static List<Message> settled(Person person, List<Leave> leaves, Draws draws) {
    Paperwork paperwork = new Paperwork(person, draws);
    for (Leave leave : leaves) {
      boolean first = leave.from().equals(leave.spellStart());
      LocalDate written =
          first
              ? leave.from().plusDays(draws.pick(Weighted.of(0, 0.7).or(1, 0.2).or(2, 0.1)))
              : leave.from().minusDays(draws.between(1, 3));
      paperwork.certify(leave, written, paperwork.arrivalBeforeList(leave, written));
      paperwork.pay(leave);
    }
    return paperwork.messages;
  }

  /** Write down leaves that follow the turning point; nothing of them can arrive before it. */
  static List<Message> following(Person person, List<Leave> leaves, Draws draws) {
    Paperwork paperwork = new Paperwork(person, draws);
    for (Leave leave : leaves) {
      LocalDate early = leave.from().minusDays(draws.between(0, 2));
      LocalDate written = early.isAfter(person.turningPoint()) ? early : leave.from();
      paperwork.certify(leave, written, paperwork.arrival(written));
      paperwork.pay(leave);
    }
    paperwork.gap(leaves).ifPresent(paperwork::mistakes);
    return paperwork.messages;
  }

  private LocalDate arrivalBeforeList(Leave leave, LocalDate written) {
    boolean decisive =
        !person.listDate().isBefore(leave.from()) && !person.listDate().isAfter(leave.to());
    if (decisive
        && person.response() instanceof Response.NeverListed(Response.Flaw flaw)
        && flaw == Response.Flaw.CERTIFICATE_LATE) {
      return person.listDate().plusDays(9);
    }
    return leave.from().isAfter(person.listDate()) ? arrival(written) : written;
  }

  private LocalDate arrival(LocalDate written) {
    return written.plusDays(draws.chance(LATE) ? draws.between(20, 60) : draws.between(0, 1));
  }

  /** Certify a leave, sometimes with a wrong grade first and the right one some days later. */
  private void certify(Leave leave, LocalDate written, LocalDate arrives) {
    Message.Form form = draws.pick(FORM);
    if (draws.chance(CORRECTED) && leave.certifiedGrade() >= 50) {
      int wrong = leave.certifiedGrade() == 100 ? 80 : 100;
      messages.add(certificate(leave, form, wrong, written, arrives));
      LocalDate corrected = written.plusDays(draws.between(3, 8));
      messages.add(
          certificate(
              leave,
              Message.Form.JSON_DIGITAL,
              leave.certifiedGrade(),
              corrected,
              later(corrected, arrives)));
      return;
    }
    messages.add(certificate(leave, form, leave.certifiedGrade(), written, arrives));
  }

  private Message.Certificate certificate(
      Leave leave, Message.Form form, int grade, LocalDate written, LocalDate arrives) {
    boolean treatment = grade == 20 && leave.wentAsCertified() && draws.chance(TREATMENT);
    Instant at = at(written, 8 * 60, 15 * 60);
    return new Message.Certificate(
        person,
        uuid(),
        treatment ? Message.Form.XML : form,
        leave.spellStart(),
        leave.from(),
        leave.to(),
        treatment ? Message.Content.TREATMENT_DAY : Message.Content.ABSENT,
        grade,
        true,
        at,
        at.plusSeconds(60),
        arrives);
  }

  private void pay(Leave leave) {
    if (person.paid()) {
      for (Job job : person.jobs()) {
        if (job.percentageOn(leave.from()) > 0) {
          messages.addAll(new Payroll(person, job.employer(), leave, draws).messages());
        }
      }
    }
  }

  /** The first day of a month without leave inside the follow-up. */
  private Optional<LocalDate> gap(List<Leave> leaves) {
    for (int k = 0; k + 1 < leaves.size(); k++) {
      LocalDate end = leaves.get(k).to().plusDays(1);
      if (!leaves.get(k + 1).from().isBefore(end.plusDays(GAP_DAYS))) {
        return Optional.of(end);
      }
    }
    return leaves.isEmpty() ? Optional.empty() : Optional.of(leaves.getLast().to().plusDays(1));
  }

  /** In a time at work: a certificate written by mistake and taken back, or one that only waits. */
  private void mistakes(LocalDate gap) {
    LocalDate from = gap.plusDays(4);
    Leave untrue = Leave.asCertified(from, from, from.plusDays(13), 100);
    if (draws.chance(MISTAKEN)) {
      Message.Certificate mistaken =
          certificate(untrue, Message.Form.JSON_DIGITAL, 100, from, from.plusDays(1));
      messages.add(mistaken);
      LocalDate noticed = from.plusDays(draws.between(4, 12));
      messages.add(draws.chance(0.5) ? deleted(mistaken, noticed) : invalid(mistaken, noticed));
    } else if (draws.chance(AWAITING)) {
      Message.Certificate c =
          certificate(untrue, Message.Form.JSON_DIGITAL, 100, from, from.plusDays(1));
      messages.add(
          new Message.Certificate(
              person,
              c.id(),
              c.form(),
              from,
              c.from(),
              c.to(),
              Message.Content.AWAITING,
              0,
              true,
              c.writtenAt(),
              c.validatedAt(),
              c.arrivesOn()));
    }
  }

  private Message deleted(Message.Certificate mistaken, LocalDate noticed) {
    return new Message.CertificateDeleted(
        person, mistaken.id(), at(noticed, 16 * 60, 20 * 60), noticed.plusDays(1));
  }

  private Message invalid(Message.Certificate c, LocalDate noticed) {
    return new Message.Certificate(
        person,
        c.id(),
        c.form(),
        c.spellStart(),
        c.from(),
        c.to(),
        c.content(),
        c.grade(),
        false,
        c.writtenAt(),
        at(noticed, 16 * 60, 20 * 60),
        noticed.plusDays(1));
  }

  private Instant at(LocalDate day, int fromMinute, int toMinute) {
    return at(day, draws.between(fromMinute, toMinute));
  }

  static Instant at(LocalDate day, int minute) {
    return day.atTime(LocalTime.of(minute / 60, minute % 60)).atZone(NORWAY).toInstant();
  }

  private UUID uuid() {
    return draws.uuid();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
