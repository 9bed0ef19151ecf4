package org.absentia.ingest.nav;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.absentia.ingest.record.Activity;
import org.absentia.ingest.record.CalendarDates;
import org.absentia.ingest.record.Diagnosis;
import org.absentia.ingest.record.Faults;
import org.absentia.ingest.record.Instants;
import org.absentia.ingest.record.Interval;
import org.absentia.ingest.record.Overlaps;
import org.absentia.ingest.record.Period;
import org.absentia.ingest.record.Reading;
import org.absentia.ingest.record.RegistryRecord;
import org.absentia.ingest.record.RejectReason;
import org.absentia.ingest.record.Status;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Reads certificates in the XML form of 2013 (HelseOpplysningerArbeidsuforhet), bare or inside the
 * EI_fellesformat envelope. The form has no id of its own, so a fingerprint of the certificate's
 * content without the bar code names it, as NAV's own reception does: the same certificate sent
 * twice is one record, whatever its envelope says. Dates are taken as written, never converted.
 */
public final class SykmeldingXmlReader {
  private static final String CERTIFICATE = "HelseOpplysningerArbeidsuforhet";
  private static final String PERIOD = "/Aktivitet/Periode/";
  private static final int FINGERPRINT_LENGTH = 32;

  private final UnaryOperator<String> fingerprint;
  private final Faults faults = new Faults();

  private SykmeldingXmlReader(UnaryOperator<String> fingerprint) {
    this.fingerprint = fingerprint;
  }

  /**
   * Reads one document.
   *
   * @param fingerprint a keyed digest in hex: the content holds the national identifier, which
   *     nobody may find by trying all of them
   */
  public static Reading read(byte[] document, UnaryOperator<String> fingerprint) {
    try {
      return new SykmeldingXmlReader(fingerprint).document(XmlTree.parse(document));
    } catch (XmlTree.Unreadable unreadable) {
      return Reading.Refused.of(
          RejectReason.MALFORMED, "", String.valueOf(unreadable.getMessage()));
    }
  }

  private Reading document(Document document) throws XmlTree.Unreadable {
    List<Element> certificates = XmlTree.anywhere(document, CERTIFICATE);
    if (certificates.size() != 1) {
      return Reading.Refused.of(RejectReason.INVALID, "", "must hold exactly one " + CERTIFICATE);
    }
    Element certificate = certificates.getFirst();
    Optional<String> person = XmlTree.text(certificate, "Pasient", "Fodselsnummer", "Id");
    if (person.isEmpty()) {
      faults.add("/Pasient/Fodselsnummer/Id", "is missing");
    }
    Instant issuedAt = issuedAt(document, certificate);
    Optional<Diagnosis> diagnosis = diagnosis(certificate);
    List<Period.Certified> periods = periods(certificate);
    if (faults.any()) {
      return new Reading.Refused(RejectReason.INVALID, faults.list());
    }
    String content = XmlTree.content(certificate, "Strekkode");
    String recordId =
        "sykmelding-xml:" + fingerprint.apply(content).substring(0, FINGERPRINT_LENGTH);
    RegistryRecord record =
        NavVersion.stamp(
            recordId,
            issuedAt,
            Status.ACTIVE,
            issuedAt,
            version ->
                new RegistryRecord.SickLeaveCertificate(
                    version, Optional.empty(), diagnosis, periods));
    return new Reading.Understood(person, record, Optional.empty());
  }

  /**
   * When the doctor saw the patient; the envelope's GenDate, sometimes absurd, only in its place.
   */
  private Instant issuedAt(Document document, Element certificate) {
    String seen = "/KontaktMedPasient/BehandletDato";
    Optional<String> written = XmlTree.text(certificate, "KontaktMedPasient", "BehandletDato");
    if (written.isPresent()) {
      return time(seen, written.get());
    }
    Optional<String> generated =
        XmlTree.anywhere(document, "MsgInfo").stream()
            .flatMap(info -> XmlTree.text(info, "GenDate").stream())
            .findFirst();
    if (generated.isEmpty()) {
      faults.add(seen, "is missing");
    }
    return generated.map(text -> time("/MsgHead/MsgInfo/GenDate", text)).orElse(Instant.EPOCH);
  }

  private Instant time(String pointer, String text) {
    try {
      return text.contains("T")
          ? Instants.parseNorwegian(text)
          : CalendarDates.parse(text).atStartOfDay(Instants.NORWAY).toInstant();
    } catch (DateTimeException unreadable) {
      faults.add(pointer, "must be a time such as 2026-11-21T09:30:00");
      return Instant.EPOCH;
    }
  }

  private static Optional<Diagnosis> diagnosis(Element certificate) {
    return XmlTree.child(certificate, "MedisinskVurdering", "HovedDiagnose", "Diagnosekode")
        .flatMap(code -> Diagnoses.of(code.getAttribute("S"), code.getAttribute("V")));
  }

  private List<Period.Certified> periods(Element certificate) {
    List<Element> sent =
        XmlTree.child(certificate, "Aktivitet")
            .map(activity -> XmlTree.children(activity, "Periode"))
            .orElse(List.of());
    if (sent.isEmpty()) {
      faults.add("/Aktivitet", "must name at least one Periode");
    }
    List<Optional<Interval>> days = new ArrayList<>();
    List<Period.Certified> periods = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      String pointer = PERIOD + i;
      days.add(interval(sent.get(i), pointer));
      Activity activity = activity(sent.get(i), pointer);
      periods.add(new Period.Certified(days.get(i).orElse(Interval.UNREAD), activity));
    }
    for (int index : Overlaps.all(days)) {
      faults.add(
          PERIOD + index + "/PeriodeFOMDato", "lies inside another period of this certificate");
    }
    return periods;
  }

  private Optional<Interval> interval(Element period, String pointer) {
    Optional<LocalDate> from = date(period, pointer, "PeriodeFOMDato");
    Optional<LocalDate> to = date(period, pointer, "PeriodeTOMDato");
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (to.get().isBefore(from.get())) {
      faults.add(pointer + "/PeriodeTOMDato", "must not lie before PeriodeFOMDato");
      return Optional.empty();
    }
    return Optional.of(Interval.of(from.get(), to.get()));
  }

  private Optional<LocalDate> date(Element period, String pointer, String name) {
    Optional<String> text = XmlTree.text(period, name);
    if (text.isEmpty()) {
      faults.add(pointer + "/" + name, "is missing");
      return Optional.empty();
    }
    try {
      return Optional.of(CalendarDates.parse(text.get()));
    } catch (DateTimeException unreadable) {
      faults.add(pointer + "/" + name, "must be a date such as 2026-11-21");
      return Optional.empty();
    }
  }

  /** Exactly one of five elements says what the period is; Reisetilskudd may be false. */
  private Activity activity(Element period, String pointer) {
    List<Activity> said = new ArrayList<>();
    XmlTree.child(period, "AktivitetIkkeMulig").ifPresent(e -> said.add(new Activity.Full()));
    XmlTree.child(period, "GradertSykmelding").ifPresent(e -> said.add(graded(e, pointer)));
    XmlTree.child(period, "AvventendeSykmelding").ifPresent(e -> said.add(new Activity.Awaiting()));
    XmlTree.child(period, "Behandlingsdager").ifPresent(e -> said.add(treatmentDays(e, pointer)));
    if (XmlTree.text(period, "Reisetilskudd")
        .filter(t -> t.equals("true") || t.equals("1"))
        .isPresent()) {
      said.add(new Activity.TravelSubsidy());
    }
    if (said.size() != 1) {
      faults.add(
          pointer,
          "must hold exactly one of AktivitetIkkeMulig, GradertSykmelding, AvventendeSykmelding,"
              + " Behandlingsdager, Reisetilskudd");
      return new Activity.Full();
    }
    return said.getFirst();
  }

  private Activity graded(Element element, String pointer) {
    int grade =
        number(
            element,
            pointer + "/GradertSykmelding",
            "Sykmeldingsgrad",
            Activity.LOWEST_GRADE,
            Activity.HIGHEST_GRADE);
    return new Activity.Graded(BigDecimal.valueOf(grade));
  }

  /** The element counts days per week, as its name says. */
  private Activity treatmentDays(Element element, String pointer) {
    return new Activity.TreatmentDays(
        number(element, pointer + "/Behandlingsdager", "AntallBehandlingsdagerUke", 1, 5));
  }

  private int number(Element element, String pointer, String name, int from, int to) {
    Optional<Integer> number =
        XmlTree.text(element, name)
            .filter(text -> text.matches("\\d{1,3}"))
            .map(Integer::valueOf)
            .filter(value -> value >= from && value <= to);
    if (number.isEmpty()) {
      faults.add(pointer + "/" + name, "must be a whole number from " + from + " to " + to);
    }
    return number.orElse(from);
  }
}
