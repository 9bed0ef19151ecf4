package org.absentia.ingest.nav;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.absentia.ingest.record.EmploymentKind;
import org.absentia.ingest.record.Faults;
import org.absentia.ingest.record.Fields;
import org.absentia.ingest.record.Interval;
import org.absentia.ingest.record.Period;
import org.absentia.ingest.record.Reading;
import org.absentia.ingest.record.RecordVersion;
import org.absentia.ingest.record.RegistryRecord;
import org.absentia.ingest.record.RejectReason;
import org.absentia.ingest.record.Status;
import org.jspecify.annotations.Nullable;

/**
 * Reads employments of Aa-registeret, version 2. The rows of {@code ansettelsesdetaljer} are read
 * as changes: each holds from its first reporting month until the next row begins; the first also
 * before it and the last until the employment ends, since the register often starts reporting years
 * after the employment did. Leave and lay-off do not change the agreed position and are left out.
 */
public final class ArbeidsforholdReader {
  private static final CodeTable KINDS = CodeTable.of("arbeidsforhold-type.csv");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal FULL_TIME_HOURS = new BigDecimal("37.5");

  /** Full-time hours a week of the shift schemes; all others work 37.5. */
  private static final Map<String, BigDecimal> SHIFT_HOURS =
      Map.of(
          "doegnkontinuerligSkiftOgTurnus355", new BigDecimal("35.5"),
          "helkontinuerligSkiftOgAndreOrdninger336", new BigDecimal("33.6"));

  private final Faults faults = new Faults();

  private ArbeidsforholdReader() {}

  /** Reads one employment. */
  public static Reading read(@Nullable Object document) {
    return new ArbeidsforholdReader().employment(document);
  }

  private Reading employment(@Nullable Object document) {
    Fields fields = Fields.of(document, faults);
    List<Fields> rows = fields.objects("ansettelsesdetaljer");
    Optional<String> meaning = kind(fields, rows);
    if (meaning.isPresent() && meaning.get().isEmpty()) {
      return Reading.Refused.of(
          RejectReason.NOT_RELEVANT, "/type/kode", "is a payer of pensions, not an employment");
    }
    EmploymentKind kind = meaning.map(EmploymentKind::valueOf).orElse(EmploymentKind.ORDINARY);
    String id = Ident.requiredKey(fields, "navArbeidsforholdId");
    long number = fields.requiredInteger("navVersjon", 0, RecordVersion.HIGHEST_VERSION);
    Optional<String> person = person(fields);
    String employer = employer(fields, id);
    Instant issuedAt = issuedAt(fields);
    List<Period.Position> positions = positions(fields, rows, kind);
    if (faults.any()) {
      return new Reading.Refused(RejectReason.INVALID, faults.list());
    }
    RecordVersion version =
        new RecordVersion("arbeidsforhold:" + id, number, Status.ACTIVE, issuedAt);
    return new Reading.Understood(
        person,
        new RegistryRecord.Employment(version, employer, kind, occupation(rows), positions),
        Optional.empty());
  }

  private static Optional<String> kind(Fields fields, List<Fields> rows) {
    Optional<String> code =
        fields
            .object("type")
            .flatMap(type -> type.text("kode"))
            .or(() -> rows.stream().flatMap(row -> row.text("type").stream()).findFirst());
    if (code.isEmpty()) {
      fields.fault("type", "is missing");
      return Optional.empty();
    }
    Optional<String> meaning = KINDS.meaning(code.get());
    if (meaning.isEmpty()) {
      fields.fault("type", "is no type of employment that Aa-registeret documents");
    }
    return meaning;
  }

  private static Optional<String> person(Fields fields) {
    Fields worker = fields.requiredObject("arbeidstaker");
    Optional<String> ident =
        worker.objects("identer").stream()
            .filter(i -> i.text("type").filter("FOLKEREGISTERIDENT"::equals).isPresent())
            .filter(i -> i.bool("gjeldende").orElse(true))
            .flatMap(i -> i.text("ident").stream())
            .findFirst();
    if (ident.isEmpty()) {
      worker.fault("identer", "must hold a FOLKEREGISTERIDENT that is gjeldende");
    }
    return ident;
  }

  /**
   * The workplace's organisation number. A private household has none, and its national identifier
   * must not travel: the employment's own id stands for it.
   */
  private static String employer(Fields fields, String id) {
    Fields workplace = fields.requiredObject("arbeidssted");
    Optional<String> organisation =
        Ident.organisation(
            workplace.objects("identer").stream()
                .filter(i -> i.text("type").filter("ORGANISASJONSNUMMER"::equals).isPresent())
                .flatMap(i -> i.text("ident").stream())
                .findFirst());
    boolean household = workplace.text("type").filter("Person"::equals).isPresent();
    if (organisation.isEmpty() && !household) {
      workplace.fault("identer", "must hold an ORGANISASJONSNUMMER of nine digits");
    }
    return organisation.orElse("private-" + id);
  }

  private static Instant issuedAt(Fields fields) {
    Optional<Instant> time =
        fields
            .norwegianTime("sistEndret")
            .or(() -> fields.norwegianTime("opprettet"))
            .or(() -> fields.norwegianTime("sistBekreftet"));
    if (time.isEmpty() && !fields.has("sistEndret")) {
      fields.fault("sistEndret", "is missing");
    }
    return time.orElse(Instant.EPOCH);
  }

  /** The unit group (four digits) of the newest row's occupation. */
  private static Optional<String> occupation(List<Fields> rows) {
    return rows.stream()
        .flatMap(row -> row.object("yrke").stream())
        .flatMap(occupation -> occupation.label("kode").stream())
        .filter(code -> code.matches("\\d{4,7}"))
        .map(code -> code.substring(0, 4))
        .findFirst();
  }

  /** A row of the history: what holds from a month on. */
  private record Change(LocalDate from, BigDecimal percentage) {}

  private static List<Period.Position> positions(
      Fields fields, List<Fields> rows, EmploymentKind kind) {
    Fields employed = fields.requiredObject("ansettelsesperiode");
    Interval during = employed.interval("startdato", "sluttdato").orElse(Interval.UNREAD);
    if (!kind.contracted()) {
      return List.of(new Period.Position(during, BigDecimal.ZERO));
    }
    List<Change> changes = changes(rows, during.from());
    if (changes.isEmpty()) {
      fields.fault(
          "ansettelsesdetaljer",
          "must hold avtaltStillingsprosent, or antallTimerPrUke, in at least one row");
    }
    return merged(changes, during.from(), during.to());
  }

  /**
   * Rows with a known percentage, oldest first; of rows that begin alike the first listed counts.
   */
  private static List<Change> changes(List<Fields> rows, LocalDate start) {
    List<Change> changes = new ArrayList<>();
    for (Fields row : rows) {
      LocalDate from = firstMonth(row).orElse(start);
      Optional<BigDecimal> percentage = percentage(row);
      boolean known = changes.stream().anyMatch(change -> change.from.equals(from));
      if (percentage.isPresent() && !known) {
        changes.add(new Change(from, percentage.get()));
      }
    }
    changes.sort(Comparator.comparing(Change::from));
    return changes;
  }

  private static Optional<LocalDate> firstMonth(Fields row) {
    return row.object("rapporteringsmaaneder")
        .flatMap(
            months ->
                months
                    .text("fra")
                    .flatMap(
                        text -> {
                          try {
                            return Optional.of(YearMonth.parse(text).atDay(1));
                          } catch (DateTimeException unreadable) {
                            months.fault("fra", "must be a month such as 2019-11");
                            return Optional.empty();
                          }
                        }));
  }

  /** The agreed percentage, at most 100; else the weekly hours against the scheme's full time. */
  private static Optional<BigDecimal> percentage(Fields row) {
    Optional<BigDecimal> agreed = row.roundedPercentage("avtaltStillingsprosent", 0, 1000);
    if (agreed.isPresent() || row.has("avtaltStillingsprosent")) {
      return agreed.map(HUNDRED::min);
    }
    BigDecimal fullTime =
        row.object("arbeidstidsordning")
            .flatMap(scheme -> scheme.text("kode"))
            .map(code -> SHIFT_HOURS.getOrDefault(code, FULL_TIME_HOURS))
            .orElse(FULL_TIME_HOURS);
    return row.roundedPercentage("antallTimerPrUke", 0, 168)
        .map(hours -> hours.multiply(HUNDRED).divide(fullTime, 2, RoundingMode.HALF_UP))
        .map(HUNDRED::min);
  }

  /** Lays the changes over the employment; neighbours that say the same become one period. */
  private static List<Period.Position> merged(
      List<Change> changes, LocalDate start, Optional<LocalDate> end) {
    List<Period.Position> periods = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      LocalDate from = i == 0 ? start : later(changes.get(i).from, start);
      Optional<LocalDate> next =
          i + 1 < changes.size()
              ? Optional.of(changes.get(i + 1).from.minusDays(1))
              : Optional.empty();
      Optional<LocalDate> to =
          Stream.of(next, end).flatMap(Optional::stream).min(Comparator.naturalOrder());
      if (to.map(last -> last.isBefore(from)).orElse(false)) {
        continue;
      }
      Interval during = new Interval(from, to);
      Period.Position period = new Period.Position(during, changes.get(i).percentage);
      if (!periods.isEmpty()
          && periods.getLast().positionPercentage().equals(period.positionPercentage())) {
        LocalDate begun = periods.removeLast().during().from();
        period = new Period.Position(new Interval(begun, to), period.positionPercentage());
      }
      periods.add(period);
    }
    return periods;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
