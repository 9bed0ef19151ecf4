package org.absentia.suite.world;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Certificates in the JSON form of the topic tsm.sykmeldinger-input. */
final class CertificateJson {
  private CertificateJson() {}

  static Map<String, @Nullable Object> of(Message.Certificate certificate) {
    boolean digital = certificate.form() == Message.Form.JSON_DIGITAL;
    return Members.with("metadata", envelope(digital))
        .and("sykmelding", sykmelding(certificate, digital))
        .and("validation", validation(certificate))
        .map();
  }

  private static Map<String, @Nullable Object> envelope(boolean digital) {
    Members envelope = Members.with("type", digital ? "DIGITAL" : "ENKEL");
    return (digital
            ? envelope.and("orgnummer", "310000005")
            : envelope.and(
                "msgInfo", Members.with("type", "SYKMELDING").and("migVersjon", "v1").map()))
        .map();
  }

  private static Map<String, @Nullable Object> sykmelding(
      Message.Certificate certificate, boolean digital) {
    return Members.with("id", certificate.id().toString())
        .and("metadata", metadata(certificate, digital))
        .and(
            "pasient",
            Members.with("fnr", certificate.person().identifier())
                .and("navKontor", null)
                .and("kontaktinfo", List.of())
                .map())
        .and("medisinskVurdering", assessment(certificate))
        .and("aktivitet", List.of(activity(certificate)))
        .and("behandler", Members.with("ids", List.of()).and("kontaktinfo", List.of()).map())
        .and(
            "sykmelder", Members.with("ids", List.of()).and("helsepersonellKategori", "LEGE").map())
        .and("arbeidsgiver", employer(certificate.person()))
        .and("tilbakedatering", null)
        .and("bistandNav", null)
        .and("type", digital ? "DIGITAL" : "XML")
        .map();
  }

  private static Map<String, @Nullable Object> metadata(
      Message.Certificate certificate, boolean digital) {
    String written = certificate.writtenAt().toString();
    Members metadata =
        Members.with("mottattDato", certificate.writtenAt().plusSeconds(30).toString())
            .and("genDate", written)
            .and(
                "avsenderSystem",
                Members.with("navn", "Absentia syntetisk").and("versjon", "1").map());
    return (digital
            ? metadata
            : metadata
                .and("behandletTidspunkt", written)
                .and("regelsettVersjon", "3")
                .and("strekkode", null))
        .map();
  }

  private static Map<String, @Nullable Object> assessment(Message.Certificate certificate) {
    Diagnosis diagnosis = certificate.person().diagnosis();
    return Members.with(
            "hovedDiagnose",
            Members.with("system", "ICPC2")
                .and("kode", diagnosis.code())
                .and("tekst", diagnosis.text())
                .map())
        .and("biDiagnoser", List.of())
        .and("svangerskap", false)
        .and("yrkesskade", null)
        .and("skjermetForPasient", false)
        .map();
  }

  private static Map<String, @Nullable Object> activity(Message.Certificate certificate) {
    Members days =
        Members.with("fom", certificate.from().toString()).and("tom", certificate.to().toString());
    return switch (certificate.content()) {
      case AWAITING ->
          days.and("type", "AVVENTENDE")
              .and("innspillTilArbeidsgiver", "Tilrettelegging kan hindre fravær")
              .map();
      case TREATMENT_DAY -> throw new IllegalArgumentException("treatment days go as XML");
      case ABSENT ->
          certificate.grade() == 100
              ? days.and("type", "AKTIVITET_IKKE_MULIG").and("medisinskArsak", null).map()
              : days.and("type", "GRADERT")
                  .and("grad", certificate.grade())
                  .and("reisetilskudd", false)
                  .map();
    };
  }

  private static Map<String, @Nullable Object> employer(Person person) {
    return switch (person.jobs().size()) {
      case 0 -> Members.with("type", "INGEN_ARBEIDSGIVER").map();
      case 1 -> named("EN_ARBEIDSGIVER", person);
      default -> named("FLERE_ARBEIDSGIVERE", person);
    };
  }

  private static Map<String, @Nullable Object> named(String type, Person person) {
    Job job = person.jobs().getFirst();
    return Members.with("type", type)
        .and("navn", "Syntetisk bedrift " + job.employer())
        .and("yrkesbetegnelse", job.occupation())
        .and("stillingsprosent", job.positions().getLast().percentage())
        .map();
  }

  private static Map<String, @Nullable Object> validation(Message.Certificate certificate) {
    return Members.with("status", certificate.valid() ? "OK" : "INVALID")
        .and("timestamp", certificate.validatedAt().toString())
        .and("rules", List.of())
        .map();
  }
}
