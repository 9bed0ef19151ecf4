package org.absentia.ingest.nav;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.absentia.ingest.record.Activity;
import org.absentia.ingest.record.Diagnosis;
import org.absentia.ingest.record.Faults;
import org.absentia.ingest.record.Fields;
import org.absentia.ingest.record.Interval;
import org.absentia.ingest.record.Overlaps;
import org.absentia.ingest.record.Period;
import org.absentia.ingest.record.Reading;
import org.absentia.ingest.record.RegistryRecord;
import org.absentia.ingest.record.RejectReason;
import org.absentia.ingest.record.Status;
import org.absentia.ingest.record.TopicPlace;
import org.jspecify.annotations.Nullable;

/**
 * Reads certificates in the tsm JSON form ({@code tsm.sykmeldinger-input}, versions 27 and 28). The
 * form names no organisation number, so the employer stays open. A certificate whose validation is
 * INVALID is known but does not count: it becomes a cancelled version without periods, and what it
 * says is not checked. PENDING (a case officer still looks at it) counts.
 */
public final class SykmeldingReader {
  private static final Map<String, Set<String>> METADATA_OF_TYPE =
      Map.of(
          "DIGITAL", Set.of("DIGITAL"),
          "XML", Set.of("ENKEL", "EMOTTAK", "EGENMELDT"),
          "PAPIR", Set.of("PAPIRSYKMELDING"),
          "UTENLANDSK", Set.of("UTENLANDSK_SYKMELDING"));

  private enum Validation {
    OK,
    PENDING,
    INVALID
  }

  private enum Aktivitet {
    AKTIVITET_IKKE_MULIG,
    GRADERT,
    AVVENTENDE,
    BEHANDLINGSDAGER,
    REISETILSKUDD
  }

  private final Faults faults = new Faults();
  private final Optional<TopicPlace> place;

  private SykmeldingReader(Optional<TopicPlace> place) {
    this.place = place;
  }

  /**
   * Reads one SykmeldingRecord.
   *
   * @param place where it stands on its topic; empty when it came another way
   */
  public static Reading read(@Nullable Object document, Optional<TopicPlace> place) {
    return new SykmeldingReader(place).record(document);
  }

  /** Cancels a certificate whose topic key came without a value. */
  public static Reading tombstone(String sykmeldingId, TopicPlace place) {
    if (!Ident.isKey(sykmeldingId)) {
      return Reading.Refused.of(RejectReason.INVALID, "", "the key must be the certificate's id");
    }
    RegistryRecord record = cancelled(recordId(sykmeldingId), place.writtenAt());
    return new Reading.Understood(Optional.empty(), record, Optional.empty(), Optional.of(place));
  }

  private Reading record(@Nullable Object document) {
    Fields fields = Fields.of(document, faults);
    Fields sykmelding = fields.requiredObject("sykmelding");
    Fields validation = fields.requiredObject("validation");
    String id = Ident.requiredKey(sykmelding, "id");
    String person = sykmelding.requiredObject("pasient").requiredText("fnr");
    boolean contradictory = contradictory(fields, sykmelding);
    Validation verdict = validation.requiredChoice("status", Validation.class);
    Instant issuedAt = issuedAt(sykmelding);
    Instant time =
        validation
            .norwegianTime("timestamp")
            .or(() -> sykmelding.object("metadata").flatMap(m -> m.norwegianTime("mottattDato")))
            .orElse(issuedAt);
    if (verdict == Validation.INVALID) {
      return contradictory || faults.any()
          ? refused(contradictory)
          : understood(person, cancelled(recordId(id), time));
    }
    Optional<Diagnosis> diagnosis = diagnosis(sykmelding);
    List<Period.Certified> periods = periods(sykmelding);
    if (contradictory || faults.any()) {
      return refused(contradictory);
    }
    return understood(
        person,
        NavVersion.stamp(
            recordId(id),
            time,
            Status.ACTIVE,
            issuedAt,
            version ->
                new RegistryRecord.SickLeaveCertificate(
                    version, Optional.empty(), diagnosis, periods)));
  }

  private Reading refused(boolean contradictory) {
    return new Reading.Refused(
        contradictory ? RejectReason.CONTRADICTORY : RejectReason.INVALID, faults.list());
  }

  private Reading understood(String person, RegistryRecord record) {
    return new Reading.Understood(Optional.of(person), record, Optional.empty(), place);
  }

  private static String recordId(String id) {
    return "sykmelding:" + id;
  }

  private static RegistryRecord cancelled(String recordId, Instant time) {
    return NavVersion.stamp(
        recordId,
        time,
        Status.CANCELLED,
        time,
        version ->
            new RegistryRecord.SickLeaveCertificate(
                version, Optional.empty(), Optional.empty(), List.of()));
  }

  /** NAV's own reader refuses a record whose two type members do not belong together. */
  private static boolean contradictory(Fields fields, Fields sykmelding) {
    String type = sykmelding.requiredText("type");
    Fields metadata = fields.requiredObject("metadata");
    String origin = metadata.requiredText("type");
    if (type.isEmpty() || origin.isEmpty()) {
      return false;
    }
    Set<String> allowed = METADATA_OF_TYPE.get(type);
    if (allowed == null) {
      sykmelding.fault("type", "must be one of DIGITAL, PAPIR, UTENLANDSK, XML");
      return false;
    }
    if (!allowed.contains(origin)) {
      metadata.fault("type", "does not belong to the type of the certificate");
      return true;
    }
    return false;
  }

  private static Instant issuedAt(Fields sykmelding) {
    Fields metadata = sykmelding.requiredObject("metadata");
    boolean digital = sykmelding.text("type").filter("DIGITAL"::equals).isPresent();
    String name = digital ? "genDate" : "behandletTidspunkt";
    if (!metadata.has(name)) {
      metadata.fault(name, "is missing");
    }
    return metadata.norwegianTime(name).orElse(Instant.EPOCH);
  }

  private static Optional<Diagnosis> diagnosis(Fields sykmelding) {
    return sykmelding
        .requiredObject("medisinskVurdering")
        .object("hovedDiagnose")
        .flatMap(main -> Diagnoses.of(main.requiredText("system"), main.label("kode").orElse("")));
  }

  private static List<Period.Certified> periods(Fields sykmelding) {
    List<Fields> sent = sykmelding.objects("aktivitet");
    if (sent.isEmpty()) {
      sykmelding.fault("aktivitet", "must name at least one period");
    }
    List<Optional<Interval>> days = sent.stream().map(a -> a.closedInterval("fom", "tom")).toList();
    List<Period.Certified> periods = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      Interval during = days.get(i).orElse(Interval.UNREAD);
      periods.add(new Period.Certified(during, activity(sent.get(i), during)));
    }
    for (int index : Overlaps.all(days)) {
      sent.get(index).fault("fom", "lies inside another period of this certificate");
    }
    return periods;
  }

  private static Activity activity(Fields aktivitet, Interval during) {
    return switch (aktivitet.requiredChoice("type", Aktivitet.class)) {
      case AKTIVITET_IKKE_MULIG -> new Activity.Full();
      case GRADERT ->
          new Activity.Graded(
              BigDecimal.valueOf(
                  aktivitet.requiredInteger(
                      "grad", Activity.LOWEST_GRADE, Activity.HIGHEST_GRADE)));
      case AVVENTENDE -> new Activity.Awaiting();
      case BEHANDLINGSDAGER -> treatmentDays(aktivitet, during);
      case REISETILSKUDD -> new Activity.TravelSubsidy();
    };
  }

  /** The JSON form counts the treatment days of the whole period, as NAV's own rule reads it. */
  private static Activity treatmentDays(Fields aktivitet, Interval during) {
    long days = aktivitet.requiredInteger("antallBehandlingsdager", 1, 366);
    long calendarDays =
        ChronoUnit.DAYS.between(during.from(), during.to().orElse(during.from())) + 1;
    long startedWeeks = Math.ceilDiv(calendarDays, 7);
    long perWeek = Math.ceilDiv(days, startedWeeks);
    if (perWeek > 5) {
      aktivitet.fault("antallBehandlingsdager", "must be at most five for each week begun");
      return new Activity.TreatmentDays(5);
    }
    return new Activity.TreatmentDays((int) perWeek);
  }
}
