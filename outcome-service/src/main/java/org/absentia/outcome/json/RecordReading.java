package org.absentia.outcome.json;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.absentia.outcome.record.DisabilityPension;
import org.absentia.outcome.record.Employment;
import org.absentia.outcome.record.RecordVersion;
import org.absentia.outcome.record.RecordVersion.Status;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.outcome.record.SickLeaveCertificate;
import org.absentia.outcome.record.SickLeaveCertificate.Diagnosis;
import org.absentia.outcome.record.SickPay;
import org.absentia.outcome.record.WorkAssessmentAllowance;
import org.absentia.outcome.timeline.Period;
import org.absentia.platform.json.JsonReader;

/** Reads the canonical record of contracts/outcomes.md section 1, noting every fault. */
public final class RecordReading {
  /** The registers by the name that {@code type} gives them. */
  private enum Type {
    SICK_LEAVE_CERTIFICATE,
    SICK_PAY,
    WORK_ASSESSMENT_ALLOWANCE,
    DISABILITY_PENSION,
    EMPLOYMENT
  }

  /** How much is asked of what is read. */
  public enum Manner {
    /** Of requests: members that the canonical form does not have and overlaps are faults. */
    STRICT,
    /** Of events: what is not needed is not looked at; of periods that overlap the first counts. */
    TOLERANT
  }

  private static final List<String> COMMON =
      List.of("type", "recordId", "version", "status", "issuedAt", "periods");

  private final Manner manner;

  private RecordReading(Manner manner) {
    this.manner = manner;
  }

  /**
   * Reads a record. After a fault it holds placeholders and must not be used; of a record of
   * unknown type nothing is left.
   */
  public static Optional<RegistryRecord> read(JsonReader in, Manner manner) {
    return new RecordReading(manner).read(in);
  }

  private Optional<RegistryRecord> read(JsonReader in) {
    Optional<Type> type = in.choice("type", Type.class);
    if (!in.has("type")) {
      in.fault("type", "is missing");
    }
    RecordVersion version = version(in);
    if (type.isEmpty()) {
      checkWithoutType(in, version);
    }
    return type.map(
        known ->
            switch (known) {
              case SICK_LEAVE_CERTIFICATE -> certificate(in, version);
              case SICK_PAY -> sickPay(in, version);
              case WORK_ASSESSMENT_ALLOWANCE -> allowance(in, version);
              case DISABILITY_PENSION -> pension(in, version);
              case EMPLOYMENT -> employment(in, version);
            });
  }

  private static RecordVersion version(JsonReader in) {
    if (!in.has("version")) {
      in.fault("version", "is missing");
    }
    return new RecordVersion(
        in.requiredText("recordId"),
        in.longInteger("version").orElse(0),
        in.requiredChoice("status", Status.class),
        in.requiredInstant("issuedAt"));
  }

  /** Notes what would be a fault whatever the type. */
  private void checkWithoutType(JsonReader in, RecordVersion version) {
    known(in, "employer", "diagnosis", "kind", "occupation");
    periods(
        in,
        version,
        (entry, days) -> {
          checkUnneeded(entry, "grade", "treatmentDays", "workedPercentage", "positionPercentage");
          return days;
        });
  }

  private SickLeaveCertificate certificate(JsonReader in, RecordVersion version) {
    known(in, "employer", "diagnosis");
    return new SickLeaveCertificate(
        version,
        in.text("employer"),
        in.object("diagnosis").map(this::diagnosis),
        periods(in, version, this::certified));
  }

  private Diagnosis diagnosis(JsonReader in) {
    refuseOthers(in, "system", "code");
    return new Diagnosis(in.requiredText("system"), in.requiredText("code"));
  }

  private SickLeaveCertificate.Entry certified(JsonReader in, Period days) {
    refuseOthers(in, "from", "to", "kind", "grade", "treatmentDays");
    // of an unknown kind no amount is demanded
    var kind =
        requiredChoice(
            in, "kind", SickLeaveCertificate.Kind.class, SickLeaveCertificate.Kind.AWAITING);
    int amount =
        switch (kind) {
          case GRADED -> {
            checkUnneeded(in, "treatmentDays");
            yield PeriodsJson.percentage(in, "grade", 20, 99);
          }
          case TREATMENT_DAYS -> {
            checkUnneeded(in, "grade");
            yield treatmentDays(in);
          }
          case FULL, TRAVEL_SUBSIDY, AWAITING -> {
            checkUnneeded(in, "grade", "treatmentDays");
            yield 0;
          }
        };
    return new SickLeaveCertificate.Entry(days, kind, amount);
  }

  private static int treatmentDays(JsonReader in) {
    if (!in.has("treatmentDays")) {
      in.fault("treatmentDays", "is missing");
    }
    return optionalTreatmentDays(in).orElse(1);
  }

  private static OptionalInt optionalTreatmentDays(JsonReader in) {
    OptionalInt days = in.integer("treatmentDays");
    if (days.isPresent() && (days.getAsInt() < 1 || days.getAsInt() > 5)) {
      in.fault("treatmentDays", "must be a whole number of days a week from 1 to 5");
      return OptionalInt.empty();
    }
    return days;
  }

  /** Notes amounts that no day can have, of a period whose kind does not need them. */
  private void checkUnneeded(JsonReader in, String... names) {
    if (manner == Manner.TOLERANT) {
      return;
    }
    for (String name : names) {
      OptionalInt ignored =
          name.equals("treatmentDays")
              ? optionalTreatmentDays(in)
              : PeriodsJson.optionalPercentage(in, name, 0, 100);
    }
  }

  private SickPay sickPay(JsonReader in, RecordVersion version) {
    known(in, "employer");
    return new SickPay(version, in.text("employer"), periods(in, version, this::settled));
  }

  private SickPay.Entry settled(JsonReader in, Period days) {
    refuseOthers(in, "from", "to", "kind", "grade");
    var kind = requiredChoice(in, "kind", SickPay.Kind.class, SickPay.Kind.UNKNOWN);
    if (SickPay.Entry.hasGrade(kind)) {
      return new SickPay.Entry(days, kind, PeriodsJson.percentage(in, "grade", 0, 100));
    }
    checkUnneeded(in, "grade");
    return new SickPay.Entry(days, kind, 0);
  }

  private WorkAssessmentAllowance allowance(JsonReader in, RecordVersion version) {
    known(in);
    return new WorkAssessmentAllowance(
        version,
        periods(
            in,
            version,
            (entry, days) -> {
              refuseOthers(entry, "from", "to", "workedPercentage");
              return new WorkAssessmentAllowance.Entry(
                  days, PeriodsJson.percentage(entry, "workedPercentage", 0, 100));
            }));
  }

  private DisabilityPension pension(JsonReader in, RecordVersion version) {
    known(in);
    return new DisabilityPension(
        version,
        periods(
            in,
            version,
            (entry, days) -> {
              refuseOthers(entry, "from", "to", "grade");
              return new DisabilityPension.Entry(
                  days, PeriodsJson.percentage(entry, "grade", 0, 100));
            }));
  }

  private Employment employment(JsonReader in, RecordVersion version) {
    known(in, "employer", "kind", "occupation");
    boolean active = version.status() == Status.ACTIVE;
    Optional<Employment.Kind> kind =
        active
            ? Optional.of(
                requiredChoice(in, "kind", Employment.Kind.class, Employment.Kind.FREELANCE))
            : in.choice("kind", Employment.Kind.class);
    Optional<String> employer =
        active && kind.filter(Employment.Kind::hasContractedHours).isPresent()
            ? Optional.of(in.requiredText("employer"))
            : in.text("employer");
    return new Employment(
        version,
        employer,
        kind,
        in.text("occupation"),
        periods(
            in,
            version,
            (entry, days) -> {
              refuseOthers(entry, "from", "to", "positionPercentage");
              return new Employment.Entry(
                  days, PeriodsJson.percentage(entry, "positionPercentage", 0, 100));
            }));
  }

  private <E> List<E> periods(
      JsonReader in, RecordVersion version, BiFunction<JsonReader, Period, E> entry) {
    if (version.status() == Status.ACTIVE && !in.has("periods")) {
      in.fault("periods", "is missing");
    }
    return switch (manner) {
      case STRICT -> PeriodsJson.read(in, entry);
      case TOLERANT -> PeriodsJson.readOverlapping(in, entry);
    };
  }

  private static <E extends Enum<E>> E requiredChoice(
      JsonReader in, String name, Class<E> choices, E placeholder) {
    if (!in.has(name)) {
      in.fault(name, "is missing");
    }
    return in.choice(name, choices).orElse(placeholder);
  }

  private void known(JsonReader in, String... more) {
    refuseOthers(in, Stream.concat(COMMON.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private void refuseOthers(JsonReader in, String... names) {
    switch (manner) {
      case STRICT -> in.noOthers(names);
      case TOLERANT -> {}
    }
  }
}
