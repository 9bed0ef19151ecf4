package org.absentia.suite.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes messages as the canonical records that every register's dialect means. */
final class CanonicalJson {
  private CanonicalJson() {}

  static Optional<Map<String, @Nullable Object>> of(Message message) {
    return switch (message) {
      case Message.PersonEntry entry -> Optional.empty();
      case Message.Employment employment -> Optional.of(employment(employment));
      case Message.PensionDecision decision -> Optional.of(pension(decision));
      case Message.Certificate certificate -> Optional.of(certificate(certificate));
      case Message.CertificateDeleted deleted -> Optional.of(deleted(deleted));
      case Message.Payment payment -> Optional.of(payment(payment));
      case Message.Annulment annulment -> Optional.of(annulment(annulment));
    };
  }

  private static Members record(
      String type, String id, long version, boolean active, Instant issuedAt) {
    return Members.with("type", type)
        .and("recordId", id)
        .and("version", version)
        .and("status", active ? "ACTIVE" : "CANCELLED")
        .and("issuedAt", issuedAt.toString());
  }

  private static Map<String, @Nullable Object> employment(Message.Employment employment) {
    Job job = employment.job();
    List<Object> periods = new ArrayList<>();
    LocalDate to = job.end().orElse(null);
    for (Job.Position position : job.positions().reversed()) {
      periods.addFirst(
          period(position.from(), to).and("positionPercentage", position.percentage()).map());
      to = position.from().minusDays(1);
    }
    return record(
            "EMPLOYMENT", "e-" + job.number(), employment.version(), true, employment.writtenAt())
        .and("employer", job.employer())
        .and("kind", job.kind().name())
        .and("occupation", job.occupation())
        .and("periods", periods)
        .map();
  }

  static Map<String, @Nullable Object> pension(Message.PensionDecision decision) {
    Pension pension = decision.pension();
    List<Object> periods = new ArrayList<>();
    LocalDate to = pension.rise().map(rise -> rise.from().minusDays(1)).orElse(null);
    periods.add(period(pension.from(), to).and("grade", pension.grade()).map());
    pension
        .rise()
        .ifPresent(rise -> periods.add(period(rise.from(), null).and("grade", rise.grade()).map()));
    return record(
            "DISABILITY_PENSION",
            "pension-" + decision.person().number(),
            decision.version(),
            true,
            decision.writtenAt())
        .and("periods", periods)
        .map();
  }

  private static Map<String, @Nullable Object> certificate(Message.Certificate certificate) {
    Members period = period(certificate.from(), certificate.to());
    switch (certificate.content()) {
      case AWAITING -> period.and("kind", "AWAITING");
      case TREATMENT_DAY -> period.and("kind", "TREATMENT_DAYS").and("treatmentDays", 1);
      case ABSENT -> {
        boolean full = certificate.grade() == 100;
        period.and("kind", full ? "FULL" : "GRADED");
        if (!full) {
          period.and("grade", certificate.grade());
        }
      }
    }
    return record(
            "SICK_LEAVE_CERTIFICATE",
            "c-" + certificate.id(),
            certificate.validatedAt().toEpochMilli(),
            certificate.valid(),
            certificate.writtenAt())
        .and("employer", null)
        .and(
            "diagnosis",
            Members.with("system", "ICPC2")
                .and("code", certificate.person().diagnosis().code())
                .map())
        .and("periods", List.of(period.map()))
        .map();
  }

  private static Map<String, @Nullable Object> deleted(Message.CertificateDeleted deleted) {
    return record(
            "SICK_LEAVE_CERTIFICATE",
            "c-" + deleted.id(),
            deleted.writtenAt().toEpochMilli(),
            false,
            deleted.writtenAt())
        .and("periods", List.of())
        .map();
  }

  private static Map<String, @Nullable Object> payment(Message.Payment payment) {
    return record(
            "SICK_PAY", "p-" + payment.correlation(), payment.version(), true, payment.writtenAt())
        .and("employer", payment.employer())
        .and("periods", payment.days().stream().map(CanonicalJson::day).toList())
        .map();
  }

  private static Map<String, @Nullable Object> annulment(Message.Annulment annulment) {
    return record(
            "SICK_PAY",
            "p-" + annulment.correlation(),
            annulment.version(),
            false,
            annulment.writtenAt())
        .and("employer", annulment.employer())
        .and("periods", List.of())
        .map();
  }

  private static Map<String, @Nullable Object> day(Message.Day day) {
    Members period = period(day.date(), day.date());
    return switch (day.kind()) {
      case EMPLOYER_PAYS -> period.and("kind", "EMPLOYER_PERIOD").and("grade", day.grade()).map();
      case PAID, PAID_WEEKEND -> period.and("kind", "PAID").and("grade", day.grade()).map();
      case WORKED, FREE -> period.and("kind", "WORKED").map();
      case HOLIDAY -> period.and("kind", "VACATION").map();
      case UNKNOWN -> period.and("kind", "UNKNOWN").map();
    };
  }

  private static Members period(LocalDate from, @Nullable LocalDate to) {
    return Members.with("from", from.toString()).and("to", to == null ? null : to.toString());
  }
}
