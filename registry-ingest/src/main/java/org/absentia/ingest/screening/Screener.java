package org.absentia.ingest.screening;

import static org.absentia.ingest.screening.Screening.Reason.AGE_OUTSIDE_RANGE;
import static org.absentia.ingest.screening.Screening.Reason.AGE_UNKNOWN;
import static org.absentia.ingest.screening.Screening.Reason.DIAGNOSIS_OUTSIDE_CRITERIA;
import static org.absentia.ingest.screening.Screening.Reason.GRADE_BELOW_MINIMUM;
import static org.absentia.ingest.screening.Screening.Reason.NOT_EMPLOYED;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.absentia.ingest.record.Diagnosis;
import org.absentia.ingest.record.Period;
import org.absentia.ingest.record.RegistryRecord;
import org.absentia.ingest.record.RegistryRecord.Employment;
import org.absentia.ingest.record.RegistryRecord.SickLeaveCertificate;

/**
 * Judges one person on the day of a list from the records in force. Of several certificates that
 * cover a day the one issued last speaks, even when its grade is lower.
 */
public final class Screener {
  private static final Comparator<SickLeaveCertificate> BY_ISSUE =
      Comparator.<SickLeaveCertificate, java.time.Instant>comparing(c -> c.version().issuedAt())
          .thenComparing(c -> c.version().recordId());

  private final Criteria criteria;
  private final LocalDate day;

  public Screener(Criteria criteria, LocalDate day) {
    this.criteria = criteria;
    this.day = day;
  }

  /** Judges a person by the active records known on the day. */
  public Screening screen(Optional<LocalDate> birthDate, Collection<RegistryRecord> records) {
    List<SickLeaveCertificate> certificates =
        records.stream()
            .filter(SickLeaveCertificate.class::isInstance)
            .map(SickLeaveCertificate.class::cast)
            .toList();
    Optional<Said> today = said(certificates, day).filter(Said::absent);
    if (today.isEmpty()) {
      return new Screening.Passed();
    }
    int week = weekOfSickLeave(certificates);
    if (criteria.weekOfSickLeave().map(range -> !range.holds(week)).orElse(false)) {
      return new Screening.Passed();
    }
    Optional<Integer> age = birthDate.map(date -> Screening.age(date, day));
    Optional<Diagnosis> diagnosis = today.get().certificate.diagnosis();
    BigDecimal grade = today.get().grade;
    return obstacle(diagnosis, grade, age, records)
        .<Screening>map(Screening.NotEligible::new)
        .orElseGet(() -> new Screening.Eligible(week, grade, diagnosis, age));
  }

  private Optional<Screening.Reason> obstacle(
      Optional<Diagnosis> diagnosis,
      BigDecimal grade,
      Optional<Integer> age,
      Collection<RegistryRecord> records) {
    if (!criteria.diagnoses().isEmpty()
        && criteria.diagnoses().stream().noneMatch(d -> diagnosis.map(d::holds).orElse(false))) {
      return Optional.of(DIAGNOSIS_OUTSIDE_CRITERIA);
    }
    if (criteria
        .minimumGrade()
        .map(minimum -> grade.compareTo(BigDecimal.valueOf(minimum)) < 0)
        .orElse(false)) {
      return Optional.of(GRADE_BELOW_MINIMUM);
    }
    if (criteria.employed() && records.stream().noneMatch(this::employs)) {
      return Optional.of(NOT_EMPLOYED);
    }
    if (criteria.age().isPresent()) {
      if (age.isEmpty()) {
        return Optional.of(AGE_UNKNOWN);
      }
      if (!criteria.age().get().holds(age.get())) {
        return Optional.of(AGE_OUTSIDE_RANGE);
      }
    }
    return Optional.empty();
  }

  private boolean employs(RegistryRecord record) {
    return record instanceof Employment employment
        && employment.kind().contracted()
        && employment.periods().stream()
            .anyMatch(
                position ->
                    position.during().covers(day) && position.positionPercentage().signum() > 0);
  }

  /** Week of the spell that reaches the day, from 1: days 1 to 7 of the spell are week 1. */
  private int weekOfSickLeave(List<SickLeaveCertificate> certificates) {
    return (int) (ChronoUnit.DAYS.between(spellStart(certificates), day) / 7) + 1;
  }

  /** Walks back while days are days of absence; a weekend without one is stepped over. */
  private LocalDate spellStart(List<SickLeaveCertificate> certificates) {
    LocalDate earliest =
        certificates.stream()
            .flatMap(c -> c.periods().stream())
            .map(period -> period.during().from())
            .min(Comparator.naturalOrder())
            .orElse(day);
    LocalDate start = day;
    for (LocalDate at = day.minusDays(1); !at.isBefore(earliest); at = at.minusDays(1)) {
      if (said(certificates, at).map(Said::absent).orElse(false)) {
        start = at;
      } else if (isWorkday(at)) {
        break;
      }
    }
    return start;
  }

  private static boolean isWorkday(LocalDate date) {
    return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** What the deciding certificate says of a day. */
  private record Said(SickLeaveCertificate certificate, BigDecimal grade) {
    boolean absent() {
      return grade.signum() > 0;
    }
  }

  private static Optional<Said> said(List<SickLeaveCertificate> certificates, LocalDate date) {
    return certificates.stream()
        .filter(c -> c.periods().stream().anyMatch(period -> period.during().covers(date)))
        .max(BY_ISSUE)
        .map(c -> new Said(c, gradeOn(c, date)));
  }

  private static BigDecimal gradeOn(SickLeaveCertificate certificate, LocalDate date) {
    return certificate.periods().stream()
        .filter(period -> period.during().covers(date))
        .findFirst()
        .map(Period.Certified::activity)
        .map(activity -> activity.grade())
        .orElse(BigDecimal.ZERO);
  }
}
