package org.absentia.ingest.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads canonical records from JSON trees, naming every fault. */
public final class RecordReader {
  private static final int LONGEST_LABEL = 40;

  /** The kinds of a certificate's periods, as the canonical form names them. */
  private enum ActivityKind {
    FULL,
    GRADED,
    TREATMENT_DAYS,
    TRAVEL_SUBSIDY,
    AWAITING
  }

  private final Faults faults = new Faults();

  private RecordReader() {}

  /** Reads a record together with the person it is about. */
  public static Reading read(@Nullable Object document) {
    RecordReader reader = new RecordReader();
    Fields fields = Fields.of(document, reader.faults);
    String person = fields.requiredText("personIdentifier");
    Optional<RegistryRecord> record = reader.record(fields);
    if (reader.faults.any() || record.isEmpty()) {
      return new Reading.Refused(RejectReason.INVALID, reader.faults.list());
    }
    return new Reading.Understood(Optional.of(person), record.get(), Optional.empty());
  }

  /**
   * Reads a record that was written by {@link CanonicalJson}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static RegistryRecord readStored(Object document) {
    RecordReader reader = new RecordReader();
    return reader
        .record(Fields.of(document, reader.faults))
        .orElseThrow(() -> new IllegalArgumentException("not a canonical record"));
  }

  private Optional<RegistryRecord> record(Fields fields) {
    Optional<RecordType> type = fields.choice("type", RecordType.class);
    if (type.isEmpty() && !fields.has("type")) {
      fields.fault("type", "is missing");
    }
    String recordId = recordId(fields);
    long number = fields.requiredInteger("version", 0, RecordVersion.HIGHEST_VERSION);
    Status status = fields.requiredChoice("status", Status.class);
    Instant issuedAt = fields.requiredInstant("issuedAt");
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (!fields.has("periods") && status == Status.ACTIVE) {
      fields.fault("periods", "is missing");
    }
    Function<RecordVersion, RegistryRecord> content =
        switch (type.get()) {
          case SICK_LEAVE_CERTIFICATE -> certificate(fields);
          case SICK_PAY -> sickPay(fields);
          case WORK_ASSESSMENT_ALLOWANCE -> allowance(fields);
          case DISABILITY_PENSION -> pension(fields);
          case EMPLOYMENT -> employment(fields);
        };
    return faults.any()
        ? Optional.empty()
        : Optional.of(content.apply(new RecordVersion(recordId, number, status, issuedAt)));
  }

  private static String recordId(Fields fields) {
    String recordId = fields.requiredText("recordId");
    if (!recordId.isEmpty() && !RecordVersion.isRecordId(recordId)) {
      fields.fault(
          "recordId",
          "must be at most 200 printable ASCII characters without blanks and without eleven digits"
              + " on their own");
    }
    return recordId;
  }

  private Function<RecordVersion, RegistryRecord> certificate(Fields fields) {
    Optional<String> employer = label(fields, "employer");
    Optional<Diagnosis> diagnosis = fields.object("diagnosis").flatMap(RecordReader::diagnosis);
    List<Period.Certified> periods = periods(fields, RecordReader::certified);
    return version ->
        new RegistryRecord.SickLeaveCertificate(version, employer, diagnosis, periods);
  }

  private static Optional<Diagnosis> diagnosis(Fields fields) {
    DiagnosisSystem system = fields.requiredChoice("system", DiagnosisSystem.class);
    String code = fields.requiredText("code");
    if (!Diagnosis.isCode(code)) {
      if (!code.isEmpty()) {
        fields.fault("code", "must be a letter followed by digits");
      }
      return Optional.empty();
    }
    return Optional.of(new Diagnosis(system, code));
  }

  private static Period.Certified certified(Fields fields, Interval during) {
    ActivityKind kind = fields.requiredChoice("kind", ActivityKind.class);
    Activity activity =
        switch (kind) {
          case FULL -> new Activity.Full();
          case GRADED ->
              new Activity.Graded(
                  fields.requiredPercentage(
                      "grade", Activity.LOWEST_GRADE, Activity.HIGHEST_GRADE));
          case TREATMENT_DAYS ->
              new Activity.TreatmentDays((int) fields.requiredInteger("treatmentDays", 1, 5));
          case TRAVEL_SUBSIDY -> new Activity.TravelSubsidy();
          case AWAITING -> new Activity.Awaiting();
        };
    return new Period.Certified(during, activity);
  }

  private Function<RecordVersion, RegistryRecord> sickPay(Fields fields) {
    Optional<String> employer = label(fields, "employer");
    List<Period.Pay> periods = periods(fields, RecordReader::pay);
    return version -> new RegistryRecord.SickPay(version, employer, periods);
  }

  private static Period.Pay pay(Fields fields, Interval during) {
    PayKind kind = fields.requiredChoice("kind", PayKind.class, PayKind.UNKNOWN);
    Optional<BigDecimal> grade =
        kind.graded() ? Optional.of(fields.requiredPercentage("grade", 0, 100)) : Optional.empty();
    return new Period.Pay(during, kind, grade);
  }

  private Function<RecordVersion, RegistryRecord> allowance(Fields fields) {
    List<Period.Allowance> periods =
        periods(
            fields,
            (period, during) ->
                new Period.Allowance(
                    during, period.requiredPercentage("workedPercentage", 0, 100)));
    return version -> new RegistryRecord.WorkAssessmentAllowance(version, periods);
  }

  private Function<RecordVersion, RegistryRecord> pension(Fields fields) {
    List<Period.Pension> periods =
        periods(
            fields,
            (period, during) ->
                new Period.Pension(during, period.requiredPercentage("grade", 0, 100)));
    return version -> new RegistryRecord.DisabilityPension(version, periods);
  }

  private Function<RecordVersion, RegistryRecord> employment(Fields fields) {
    if (!fields.has("employer")) {
      fields.fault("employer", "is missing");
    }
    String employer = label(fields, "employer").orElse("");
    EmploymentKind kind = fields.requiredChoice("kind", EmploymentKind.class);
    Optional<String> occupation = label(fields, "occupation");
    List<Period.Position> periods =
        periods(
            fields,
            (period, during) ->
                new Period.Position(
                    during, period.requiredPercentage("positionPercentage", 0, 100)));
    return version -> new RegistryRecord.Employment(version, employer, kind, occupation, periods);
  }

  private static Optional<String> label(Fields fields, String name) {
    Optional<String> label = fields.text(name);
    if (label.map(text -> text.length() > LONGEST_LABEL).orElse(false)) {
      fields.fault(name, "must be at most " + LONGEST_LABEL + " characters");
    }
    if (label.map(RecordVersion::holdsIdentifier).orElse(false)) {
      fields.fault(name, "must not hold eleven digits, as a national identifier does");
    }
    return label;
  }

  private interface PeriodReader<P> {
    P read(Fields fields, Interval during);
  }

  private static <P extends Period> List<P> periods(Fields fields, PeriodReader<P> reader) {
    List<Fields> sent = fields.objects("periods");
    List<Optional<Interval>> days = sent.stream().map(p -> p.interval("from", "to")).toList();
    List<P> periods = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      periods.add(reader.read(sent.get(i), days.get(i).orElse(Interval.UNREAD)));
    }
    for (int index : Overlaps.all(days)) {
      sent.get(index).fault("from", "lies inside another period of this record");
    }
    return periods;
  }
}
