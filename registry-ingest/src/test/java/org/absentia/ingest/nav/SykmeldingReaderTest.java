package org.absentia.ingest.nav;

import static org.absentia.ingest.Samples.pointers;
import static org.absentia.ingest.Samples.record;
import static org.absentia.ingest.Samples.text;
import static org.absentia.ingest.Samples.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.absentia.ingest.record.CanonicalJson;
import org.absentia.ingest.record.Reading;
import org.absentia.ingest.record.RegistryRecord;
import org.absentia.ingest.record.RegistryRecord.SickLeaveCertificate;
import org.absentia.ingest.record.RejectReason;
import org.absentia.ingest.record.Status;
import org.absentia.ingest.record.TopicPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SykmeldingReaderTest {
  private static final String DIGITAL = text("sykmelding/digital.json");

  @Test
  void every_kind_of_activity_has_its_canonical_kind() {
    // When
    RegistryRecord record = record(SykmeldingReader.read(tree(DIGITAL), Optional.empty()));

    // Then
    assertThat(CanonicalJson.of(record))
        .contains(
            "\"recordId\":\"sykmelding:0d8f4c1e-6a57-4a0e-9a40-1f0f6a7f3c11\"",
            "\"status\":\"ACTIVE\",\"issuedAt\":\"2024-03-04T08:30:00Z\",\"employer\":null",
            "\"diagnosis\":{\"system\":\"ICPC2\",\"code\":\"L03\"}",
            "{\"from\":\"2024-03-04\",\"to\":\"2024-03-17\",\"kind\":\"FULL\"}",
            "{\"from\":\"2024-03-18\",\"to\":\"2024-03-31\",\"kind\":\"GRADED\",\"grade\":50}",
            "{\"from\":\"2024-04-01\",\"to\":\"2024-04-14\",\"kind\":\"TREATMENT_DAYS\",\"treatmentDays\":2}",
            "{\"from\":\"2024-04-15\",\"to\":\"2024-04-16\",\"kind\":\"TRAVEL_SUBSIDY\"}",
            "{\"from\":\"2024-04-17\",\"to\":\"2024-04-18\",\"kind\":\"AWAITING\"}");
  }

  @Test
  void the_version_is_the_time_of_validation_in_milliseconds_and_three_digits_of_the_content() {
    // When
    long version =
        record(SykmeldingReader.read(tree(DIGITAL), Optional.empty())).version().version();

    // Then
    assertThat(version / 1000).isEqualTo(Instant.parse("2024-03-04T08:32:00.123Z").toEpochMilli());
  }

  @Test
  void a_patient_is_named_beside_the_record_and_not_in_it() {
    // When
    Reading reading = SykmeldingReader.read(tree(DIGITAL), Optional.empty());

    // Then
    assertThat(((Reading.Understood) reading).personIdentifier()).contains("12345678901");
    assertThat(CanonicalJson.of(record(reading))).doesNotContain("12345678901");
  }

  @ParameterizedTest
  @CsvSource({
    "XML,EMOTTAK",
    "XML,ENKEL",
    "XML,EGENMELDT",
    "PAPIR,PAPIRSYKMELDING",
    "UTENLANDSK,UTENLANDSK_SYKMELDING"
  })
  void forms_other_than_digital_are_issued_when_the_doctor_treated(String type, String metadata) {
    // Given
    String json =
        DIGITAL
            .replace(
                "{\"type\": \"DIGITAL\", \"orgnummer\"", "{\"type\": \"" + metadata + "\", \"x\"")
            .replace("\"type\": \"DIGITAL\"", "\"type\": \"" + type + "\"")
            .replace(
                "\"genDate\"",
                "\"behandletTidspunkt\": \"2024-03-03T12:00:00+01:00\", \"genDate\"");

    // When
    RegistryRecord record = record(SykmeldingReader.read(tree(json), Optional.empty()));

    // Then
    assertThat(record.version().issuedAt()).isEqualTo(Instant.parse("2024-03-03T11:00:00Z"));
  }

  @Test
  void metadata_of_another_kind_of_certificate_are_refused() {
    // Given
    String json =
        DIGITAL.replace(
            "{\"type\": \"DIGITAL\", \"orgnummer\"", "{\"type\": \"UTENLANDSK_SYKMELDING\", \"x\"");

    // When
    Reading reading = SykmeldingReader.read(tree(json), Optional.empty());

    // Then
    assertThat(pointers(reading)).containsExactly("/metadata/type");
    assertThat(((Reading.Refused) reading).reason()).isEqualTo(RejectReason.CONTRADICTORY);
  }

  @Test
  void a_period_that_ends_before_it_begins_is_named_with_all_other_faults() {
    // Given
    String json =
        DIGITAL
            .replace("\"tom\": \"2024-04-18\"", "\"tom\": \"2024-04-10\"")
            .replace("\"grad\": 50", "\"grad\": 10")
            .replace("\"fnr\": \"12345678901\", ", "");

    // When
    Reading reading = SykmeldingReader.read(tree(json), Optional.empty());

    // Then
    assertThat(pointers(reading))
        .containsExactlyInAnyOrder(
            "/sykmelding/pasient/fnr",
            "/sykmelding/aktivitet/1/grad",
            "/sykmelding/aktivitet/4/tom");
  }

  @Test
  void overlapping_periods_are_refused() {
    // Given
    String json = DIGITAL.replace("\"fom\": \"2024-03-18\"", "\"fom\": \"2024-03-17\"");

    // Then
    assertThat(pointers(SykmeldingReader.read(tree(json), Optional.empty())))
        .containsExactly("/sykmelding/aktivitet/1/fom");
  }

  @Test
  void an_invalid_certificate_is_known_but_cancelled_whatever_its_periods_say() {
    // Given
    String json =
        DIGITAL
            .replace("\"status\": \"OK\"", "\"status\": \"INVALID\"")
            .replace("\"tom\": \"2024-04-18\"", "\"tom\": \"2024-04-10\"");

    // When
    RegistryRecord record = record(SykmeldingReader.read(tree(json), Optional.empty()));

    // Then
    assertThat(record.version().status()).isEqualTo(Status.CANCELLED);
    assertThat(record.periods()).isEmpty();
  }

  @Test
  void a_certificate_under_manual_review_counts() {
    // Given
    String json = DIGITAL.replace("\"status\": \"OK\"", "\"status\": \"PENDING\"");

    // Then
    assertThat(record(SykmeldingReader.read(tree(json), Optional.empty())).version().status())
        .isEqualTo(Status.ACTIVE);
  }

  @ParameterizedTest
  @CsvSource({
    "ICPC2,L84,L84",
    "ICPC2B,R74.0001,R74",
    "ICD10,M54.5,M54.5",
    "ICPC2,-57,",
    "PHBU,1A01,",
    "UGYLDIG,L03,",
    "ICPC2,l 03,L03"
  })
  void diagnoses_are_translated_or_none(String system, String code, String expected) {
    // Given
    String json =
        DIGITAL.replace(
            "{\"system\": \"ICPC2B\", \"kode\": \"L03.0003\"",
            "{\"system\": \"" + system + "\", \"kode\": \"" + code + "\"");

    // When
    SickLeaveCertificate record =
        (SickLeaveCertificate) record(SykmeldingReader.read(tree(json), Optional.empty()));

    // Then
    assertThat(record.diagnosis().map(diagnosis -> diagnosis.code()))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void a_null_value_cancels_the_certificate_that_its_key_names() {
    // When
    Reading reading =
        SykmeldingReader.tombstone(
            "0d8f4c1e-6a57-4a0e-9a40-1f0f6a7f3c11",
            new TopicPlace(Instant.parse("2024-05-01T00:00:00Z"), 7));

    // Then
    RegistryRecord cancelled = record(reading);
    RegistryRecord certificate = record(SykmeldingReader.read(tree(DIGITAL), Optional.empty()));
    assertThat(cancelled.version().recordId()).isEqualTo(certificate.version().recordId());
    assertThat(cancelled.version().version()).isGreaterThan(certificate.version().version());
    assertThat(((Reading.Understood) reading).personIdentifier()).isEmpty();
  }

  @Test
  void a_national_identifier_is_no_certificate_id() {
    assertThat(SykmeldingReader.tombstone("12345678901", TopicPlace.of(0, 7)))
        .isInstanceOf(Reading.Refused.class);
  }
}
