package org.absentia.ingest.nav;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.absentia.ingest.record.Faults;
import org.absentia.ingest.record.Fields;
import org.absentia.ingest.record.Interval;
import org.absentia.ingest.record.PayKind;
import org.absentia.ingest.record.Period;
import org.absentia.ingest.record.Reading;
import org.absentia.ingest.record.RecordVersion;
import org.absentia.ingest.record.RegistryRecord;
import org.absentia.ingest.record.RejectReason;
import org.absentia.ingest.record.Status;
import org.jspecify.annotations.Nullable;

/**
 * Reads sick pay from {@code tbd.utbetaling} (and the same message on NAV's internal rapid). The
 * {@code korrelasjonsId} names the record: another payment under it replaces the first, an
 * annulment cancels it. The days speak, not {@code fom} and {@code tom}, which NAV's own samples
 * leave absurd. What each day type becomes stands in {@code utbetalingsdag.csv}.
 */
public final class UtbetalingReader {
  private static final CodeTable DAY_TYPES = CodeTable.of("utbetalingsdag.csv");
  private static final int MOST_DAYS = 4_000;

  private final Faults faults = new Faults();
  private final Optional<Instant> sentAt;

  private UtbetalingReader(Optional<Instant> sentAt) {
    this.sentAt = sentAt;
  }

  /**
   * Reads a payment or an annulment.
   *
   * @param sentAt time of the Kafka record, for messages that carry no time of their own; a payment
   *     with neither stands behind all that have one
   */
  public static Reading read(@Nullable Object document, Optional<Instant> sentAt) {
    return new UtbetalingReader(sentAt).message(document);
  }

  private Reading message(@Nullable Object document) {
    Fields fields = Fields.of(document, faults);
    String event = fields.text("event").or(() -> fields.text("@event_name")).orElse("");
    return switch (event) {
      case "utbetaling_utbetalt", "utbetaling_uten_utbetaling" -> payment(fields);
      case "utbetaling_annullert" -> annulment(fields);
      default -> {
        fields.fault(
            "event",
            "must be utbetaling_utbetalt, utbetaling_uten_utbetaling or utbetaling_annullert");
        yield new Reading.Refused(RejectReason.INVALID, faults.list());
      }
    };
  }

  private Reading payment(Fields fields) {
    String person = fields.requiredText("fødselsnummer");
    String recordId = "utbetaling:" + Ident.requiredKey(fields, "korrelasjonsId");
    String messageId = "utbetalt:" + Ident.requiredKey(fields, "utbetalingId");
    Optional<String> employer = Ident.organisation(fields.text("organisasjonsnummer"));
    SortedMap<LocalDate, Day> days = days(fields);
    if (faults.any()) {
      return new Reading.Refused(RejectReason.INVALID, faults.list());
    }
    RegistryRecord record = paid(fields, recordId, employer, days);
    return new Reading.Understood(Optional.of(person), record, Optional.of(messageId));
  }

  private RegistryRecord paid(
      Fields fields, String recordId, Optional<String> employer, SortedMap<LocalDate, Day> days) {
    String type = fields.text("type").orElse("");
    Optional<Instant> time = ownTime(fields).or(() -> sentAt);
    Instant issuedAt = time.orElseGet(() -> dayAfter(fields, days));
    if (type.equals("ANNULLERING")) {
      return NavVersion.last(recordId, issuedAt, version -> pay(version, employer, List.of()));
    }
    List<Period.Pay> periods = periods(days);
    return time.map(
            at ->
                NavVersion.stamp(
                    recordId, at, Status.ACTIVE, at, version -> pay(version, employer, periods)))
        .orElseGet(
            () ->
                NavVersion.timeless(
                    recordId, rank(type), issuedAt, version -> pay(version, employer, periods)));
  }

  private static RegistryRecord pay(
      RecordVersion version, Optional<String> employer, List<Period.Pay> periods) {
    return new RegistryRecord.SickPay(version, employer, periods);
  }

  /** Which payment of one korrelasjonsId comes later, where none tells its time. */
  private static int rank(String type) {
    return switch (type) {
      case "REVURDERING" -> 3;
      case "ETTERUTBETALING" -> 2;
      default -> 1;
    };
  }

  private Reading annulment(Fields fields) {
    String person = fields.requiredText("fødselsnummer");
    String recordId = "utbetaling:" + Ident.requiredKey(fields, "korrelasjonsId");
    String messageId = "annullert:" + Ident.requiredKey(fields, "utbetalingId");
    Optional<String> employer =
        Ident.organisation(fields.text("organisasjonsnummer").or(() -> fields.text("orgnummer")));
    Optional<Instant> time = ownTime(fields).or(() -> sentAt);
    if (time.isEmpty() && !fields.has("tidsstempel")) {
      fields.fault("tidsstempel", "is missing");
    }
    if (faults.any()) {
      return new Reading.Refused(RejectReason.INVALID, faults.list());
    }
    Instant at = time.orElseThrow();
    RegistryRecord record =
        NavVersion.last(recordId, at, version -> pay(version, employer, List.of()));
    return new Reading.Understood(Optional.of(person), record, Optional.of(messageId));
  }

  private static Optional<Instant> ownTime(Fields fields) {
    return fields.norwegianTime("tidsstempel").or(() -> fields.norwegianTime("@opprettet"));
  }

  /** When a payment that tells no time counts as written, for ties among records of a day. */
  private static Instant dayAfter(Fields fields, SortedMap<LocalDate, Day> days) {
    return lastDay(fields, days).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static LocalDate lastDay(Fields fields, SortedMap<LocalDate, Day> days) {
    return fields.readableDate("tom").orElse(days.lastKey());
  }

  /** What a day is; equal ones that follow each other make one period. */
  private record Day(PayKind kind, Optional<BigDecimal> grade) {}

  /**
   * A paid day whose grade is told nowhere (NAV's own samples have such): the certificate speaks.
   */
  private static final Day SILENT = new Day(PayKind.UNKNOWN, Optional.empty());

  private SortedMap<LocalDate, Day> days(Fields fields) {
    List<Fields> sent = fields.objects("utbetalingsdager");
    SortedMap<LocalDate, Day> days = new TreeMap<>();
    if (sent.isEmpty() || sent.size() > MOST_DAYS) {
      fields.fault("utbetalingsdager", "must hold 1 to " + MOST_DAYS + " days");
      return days;
    }
    boolean graded = sent.stream().allMatch(day -> day.has("sykdomsgrad"));
    List<Line> lines = graded ? List.of() : lines(fields);
    for (Fields day : sent) {
      LocalDate date = day.requiredDate("dato");
      Day read = day(day, date, lines);
      if (day.date("dato").isPresent() && days.put(date, read) != null) {
        day.fault("dato", "is a day that this payment names already");
      }
    }
    return days;
  }

  private static Day day(Fields day, LocalDate date, List<Line> lines) {
    String type = day.requiredText("type");
    PayKind kind =
        PayKind.valueOf(DAY_TYPES.meaning(type).or(() -> DAY_TYPES.meaning("*")).orElse("UNKNOWN"));
    if (!kind.graded()) {
      return new Day(kind, Optional.empty());
    }
    if (day.has("sykdomsgrad")) {
      return new Day(
          kind, Optional.of(day.roundedPercentage("sykdomsgrad", 0, 100).orElse(BigDecimal.ZERO)));
    }
    return lines.stream()
        .filter(line -> line.during.covers(date))
        .findFirst()
        .map(line -> new Day(kind, Optional.of(line.grade)))
        .orElse(SILENT);
  }

  /** A line of an order, the older place for the grade; the employer's order is asked first. */
  private record Line(Interval during, BigDecimal grade) {}

  private static List<Line> lines(Fields fields) {
    return Stream.of("arbeidsgiverOppdrag", "personOppdrag")
        .flatMap(order -> fields.object(order).stream())
        .flatMap(
            order ->
                Stream.concat(
                    order.objects("utbetalingslinjer").stream(), order.objects("linjer").stream()))
        .flatMap(line -> line(line).stream())
        .toList();
  }

  private static Optional<Line> line(Fields line) {
    Optional<BigDecimal> grade = line.roundedPercentage("grad", 0, 100);
    return line.closedInterval("fom", "tom")
        .flatMap(during -> grade.map(known -> new Line(during, known)));
  }

  private static List<Period.Pay> periods(SortedMap<LocalDate, Day> days) {
    List<Period.Pay> periods = new ArrayList<>();
    LocalDate from = days.firstKey();
    LocalDate to = from;
    for (LocalDate date : days.keySet()) {
      boolean continues = date.equals(to.plusDays(1)) && days.get(date).equals(days.get(from));
      if (!continues && !date.equals(from)) {
        periods.add(period(from, to, days.get(from)));
        from = date;
      }
      to = date;
    }
    periods.add(period(from, to, days.get(from)));
    return periods;
  }

  private static Period.Pay period(LocalDate from, LocalDate to, @Nullable Day day) {
    Day known = Objects.requireNonNull(day);
    return new Period.Pay(Interval.of(from, to), known.kind, known.grade);
  }
}
