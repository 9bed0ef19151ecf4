package org.absentia.outcome.derivation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.record.CurrentRecords;
import org.absentia.outcome.record.DisabilityPension;
import org.absentia.outcome.record.Employment;
import org.absentia.outcome.record.PerMyriad;
import org.absentia.outcome.record.RecordVersion;
import org.absentia.outcome.record.RecordVersion.Status;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.outcome.record.SickLeaveCertificate;
import org.absentia.outcome.record.SickPay;
import org.absentia.outcome.record.WorkAssessmentAllowance;
import org.absentia.outcome.timeline.Period;

/**
 * A person in a test, built record by record. Each record is issued a day after the one before, so
 * that the later named is the newer. Days are written {@code 2019-05-20/2019-06-16}, open ones
 * {@code 2019-05-20/}.
 */
final class Person {
  private final List<RegistryRecord> records = new ArrayList<>();

  Person job(String employer, double percentage, String days) {
    records.add(
        new Employment(
            next("e"),
            Optional.of(employer),
            Optional.of(Employment.Kind.ORDINARY),
            Optional.empty(),
            List.of(new Employment.Entry(period(days), grade(percentage)))));
    return this;
  }

  Person freelance(double percentage, String days) {
    records.add(
        new Employment(
            next("e"),
            Optional.empty(),
            Optional.of(Employment.Kind.FREELANCE),
            Optional.empty(),
            List.of(new Employment.Entry(period(days), grade(percentage)))));
    return this;
  }

  /** A certificate for any employer: grade 100 is FULL. */
  Person certificate(double percentage, String days) {
    return certificate(Optional.empty(), percentage, days);
  }

  Person certificateFor(String employer, double percentage, String days) {
    return certificate(Optional.of(employer), percentage, days);
  }

  private Person certificate(Optional<String> employer, double percentage, String days) {
    SickLeaveCertificate.Entry entry =
        percentage == 100
            ? new SickLeaveCertificate.Entry(period(days), SickLeaveCertificate.Kind.FULL, 0)
            : new SickLeaveCertificate.Entry(
                period(days), SickLeaveCertificate.Kind.GRADED, grade(percentage));
    return certificate(employer, List.of(entry));
  }

  Person certificate(Optional<String> employer, List<SickLeaveCertificate.Entry> entries) {
    records.add(new SickLeaveCertificate(next("c"), employer, Optional.empty(), entries));
    return this;
  }

  Person paid(double percentage, String days) {
    return pay(SickPay.Kind.PAID, percentage, days);
  }

  Person pay(SickPay.Kind kind, double percentage, String days) {
    records.add(
        new SickPay(
            next("p"),
            Optional.empty(),
            List.of(new SickPay.Entry(period(days), kind, grade(percentage)))));
    return this;
  }

  Person allowance(double worked, String days) {
    records.add(
        new WorkAssessmentAllowance(
            next("a"), List.of(new WorkAssessmentAllowance.Entry(period(days), grade(worked)))));
    return this;
  }

  Person pension(double percentage, String days) {
    records.add(
        new DisabilityPension(
            next("d"), List.of(new DisabilityPension.Entry(period(days), grade(percentage)))));
    return this;
  }

  Outcome outcome(OutcomeDefinition definition, String indexDate) {
    return Derivation.outcome(definition, LocalDate.parse(indexDate), CurrentRecords.of(records));
  }

  /** Lost workdays of the definition's first window. */
  BigDecimal lost(OutcomeDefinition definition, String indexDate) {
    return outcome(definition, indexDate).windows().getFirst().lostWorkdays().rounded();
  }

  Baseline baseline(OutcomeDefinition definition, String indexDate) {
    return outcome(definition, indexDate).baseline();
  }

  List<ExplainedDay> explained(OutcomeDefinition definition, String indexDate) {
    return Derivation.explanation(
        definition, LocalDate.parse(indexDate), CurrentRecords.of(records));
  }

  static Period period(String days) {
    String[] ends = days.split("/");
    return ends.length == 1
        ? Period.since(LocalDate.parse(ends[0]))
        : Period.of(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
  }

  private RecordVersion next(String kind) {
    int number = records.size() + 1;
    Instant issuedAt = Instant.parse("2019-01-01T00:00:00Z").plusSeconds(86_400L * number);
    return new RecordVersion(kind + "-" + number, 1, Status.ACTIVE, issuedAt);
  }

  private static int grade(double percentage) {
    return PerMyriad.ofPercentage(BigDecimal.valueOf(percentage));
  }
}
