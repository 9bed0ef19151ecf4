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
import org.absentia.ingest.record.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtbetalingReaderTest {
  private static final String RAPID =
      text("utbetaling/utbetaling_utbetalt_revurdering_avvistdag.json");

  private static String payment(String days) {
    return """
        {"event":"utbetaling_utbetalt","versjon":"1.2.0","utbetalingId":"446eca54-befd-4851-acc3-ec300a20932a",
         "korrelasjonsId":"a43696c7-e824-4140-b8a7-348efe7128cc","fødselsnummer":"12345678901",
         "organisasjonsnummer":"999263550","fom":"2019-04-01","tom":"2019-04-07","type":"UTBETALING",
         "utbetalingsdager":[%s]}"""
        .formatted(days);
  }

  private static String day(String date, String type, int grade) {
    return "{\"dato\":\"%s\",\"type\":\"%s\",\"sykdomsgrad\":%d,\"begrunnelser\":[]}"
        .formatted(date, type, grade);
  }

  private static Reading read(String json) {
    return UtbetalingReader.read(tree(json), Optional.empty());
  }

  @Test
  void equal_days_that_follow_each_other_become_one_period() {
    // When
    RegistryRecord record =
        record(
            read(
                payment(
                    day("2019-04-01", "ArbeidsgiverperiodeDag", 100)
                        + ","
                        + day("2019-04-02", "NavDag", 100)
                        + ","
                        + day("2019-04-03", "NavDag", 60)
                        + ","
                        + day("2019-04-04", "NavHelgDag", 60)
                        + ","
                        + day("2019-04-06", "NavDag", 60)
                        + ","
                        + day("2019-04-07", "Arbeidsdag", 0))));

    // Then
    assertThat(CanonicalJson.of(record))
        .contains(
            "\"employer\":\"999263550\"",
            "[{\"from\":\"2019-04-01\",\"to\":\"2019-04-01\",\"kind\":\"EMPLOYER_PERIOD\",\"grade\":100},"
                + "{\"from\":\"2019-04-02\",\"to\":\"2019-04-02\",\"kind\":\"PAID\",\"grade\":100},"
                + "{\"from\":\"2019-04-03\",\"to\":\"2019-04-04\",\"kind\":\"PAID\",\"grade\":60},"
                + "{\"from\":\"2019-04-06\",\"to\":\"2019-04-06\",\"kind\":\"PAID\",\"grade\":60},"
                + "{\"from\":\"2019-04-07\",\"to\":\"2019-04-07\",\"kind\":\"WORKED\"}]");
  }

  @ParameterizedTest
  @CsvSource({
    "NavDag,PAID",
    "NavHelgDag,PAID",
    "ArbeidsgiverperiodeDag,EMPLOYER_PERIOD",
    "Arbeidsdag,WORKED",
    "Fridag,LEAVE",
    "Feriedag,VACATION",
    "Permisjonsdag,LEAVE",
    "AvvistDag,REJECTED",
    "ForeldetDag,REJECTED",
    "AndreYtelser,REJECTED",
    "Ventetidsdag,REJECTED",
    "UkjentDag,UNKNOWN",
    "ArbeidIkkeGjenopptattDag,UNKNOWN",
    "DagSomNavFinnerPaaSenere,UNKNOWN"
  })
  void each_day_type_has_its_canonical_kind(String type, String kind) {
    assertThat(CanonicalJson.of(record(read(payment(day("2019-04-01", type, 100))))))
        .contains("\"kind\":\"" + kind + "\"");
  }

  @Test
  void the_sample_of_the_rapid_is_read_though_its_days_go_beyond_tom_and_its_numbers_are_texts() {
    // When
    RegistryRecord record = record(read(RAPID));

    // Then
    assertThat(CanonicalJson.of(record))
        .contains(
            "\"issuedAt\":\"2021-05-20T10:00:00Z\"",
            "[{\"from\":\"2021-05-06\",\"to\":\"2021-05-13\",\"kind\":\"PAID\",\"grade\":100},"
                + "{\"from\":\"2021-05-14\",\"to\":\"2021-05-14\",\"kind\":\"REJECTED\"}]");
  }

  @Test
  void absurd_bounds_of_the_payment_do_not_matter_since_the_days_speak() {
    assertThat(record(read(text("utbetaling/utbetaling_utbetalt_andreytelser.json"))).periods())
        .hasSize(3);
  }

  @Test
  void the_samples_of_the_topic_are_read() {
    for (String name :
        new String[] {"jsonbeggeoppdrag", "jsoningenoppdrag", "jsonkunarbeidsgiveroppdrag"}) {
      RegistryRecord record = record(read(text("utbetaling/" + name + ".json")));
      assertThat(record.version().recordId())
          .isEqualTo("utbetaling:a43696c7-e824-4140-b8a7-348efe7128cc");
      assertThat(record.version().issuedAt()).isEqualTo(Instant.parse("2018-02-01T00:00:00Z"));
    }
  }

  @Test
  void an_annulment_cancels_the_record_by_a_higher_version() {
    // When
    RegistryRecord annulment = record(read(text("utbetaling/jsonannulleringbeggeoppdrag.json")));
    RegistryRecord payment = record(read(text("utbetaling/jsonbeggeoppdrag.json")));

    // Then
    assertThat(annulment.version().recordId()).isEqualTo(payment.version().recordId());
    assertThat(annulment.version().status()).isEqualTo(Status.CANCELLED);
    assertThat(annulment.version().issuedAt()).isEqualTo(Instant.parse("2022-06-10T17:06:26.765Z"));
    assertThat(annulment.version().version()).isGreaterThan(payment.version().version());
  }

  @Test
  void payment_and_annulment_of_one_utbetaling_are_two_messages() {
    assertThat(
            ((Reading.Understood) read(text("utbetaling/jsonannulleringbeggeoppdrag.json")))
                .messageId())
        .contains("annullert:446eca54-befd-4851-acc3-ec300a20932a");
    assertThat(((Reading.Understood) read(text("utbetaling/jsonbeggeoppdrag.json"))).messageId())
        .contains("utbetalt:446eca54-befd-4851-acc3-ec300a20932a");
  }

  @Test
  void the_time_of_the_kafka_record_stands_in_for_a_time_of_the_message() {
    // Given
    Instant sent = Instant.parse("2019-05-02T08:00:00Z");

    // When
    Reading reading =
        UtbetalingReader.read(tree(payment(day("2019-04-01", "NavDag", 100))), Optional.of(sent));

    // Then
    assertThat(record(reading).version().issuedAt()).isEqualTo(sent);
  }

  @Test
  void a_missing_grade_comes_from_the_line_of_the_order_that_covers_the_day() {
    // Given
    String json =
        payment("{\"dato\":\"2019-04-01\",\"type\":\"NavDag\"}")
            .replace(
                "\"utbetalingsdager\"",
                "\"arbeidsgiverOppdrag\":{\"utbetalingslinjer\":[{\"fom\":\"2019-04-01\","
                    + "\"tom\":\"2019-04-30\",\"grad\":66.5}]},\"utbetalingsdager\"");

    // Then
    assertThat(CanonicalJson.of(record(read(json)))).contains("\"grade\":66.5");
  }

  @Test
  void a_day_whose_grade_is_nowhere_is_silent_so_that_the_certificate_speaks() {
    assertThat(
            CanonicalJson.of(
                record(read(payment("{\"dato\":\"2019-04-06\",\"type\":\"NavHelgDag\"}")))))
        .contains("\"from\":\"2019-04-06\",\"to\":\"2019-04-06\",\"kind\":\"UNKNOWN\"");
  }

  @Test
  void a_shorter_revision_without_a_time_still_replaces_the_payment() {
    // Given
    String first =
        payment(day("2019-04-01", "NavDag", 100) + "," + day("2019-04-30", "NavDag", 100));
    String revision =
        payment(day("2019-04-01", "NavDag", 50))
            .replace("\"UTBETALING\"", "\"REVURDERING\"")
            .replace("2019-04-07", "2019-04-01");

    // Then
    assertThat(version(read(revision))).isGreaterThan(version(read(first)));
  }

  @Test
  void a_payment_with_a_time_stands_above_one_without() {
    // Given
    String payment = payment(day("2019-04-01", "NavDag", 100));
    Instant sent = Instant.parse("2018-01-01T00:00:00Z");

    // Then
    assertThat(version(UtbetalingReader.read(tree(payment), Optional.of(sent))))
        .isGreaterThan(version(read(payment.replace("\"UTBETALING\"", "\"REVURDERING\""))));
  }

  @Test
  void an_annulled_payment_does_not_come_back_when_the_topic_is_replayed_years_later() {
    // Given
    Instant replayed = Instant.parse("2026-11-22T00:00:00Z");
    String payment = text("utbetaling/jsonbeggeoppdrag.json");

    // Then
    assertThat(version(read(text("utbetaling/jsonannulleringbeggeoppdrag.json"))))
        .isGreaterThan(version(UtbetalingReader.read(tree(payment), Optional.of(replayed))));
  }

  private static long version(Reading reading) {
    return record(reading).version().version();
  }

  @Test
  void a_day_named_twice_is_a_fault() {
    assertThat(
            pointers(
                read(
                    payment(
                        day("2019-04-01", "NavDag", 100)
                            + ","
                            + day("2019-04-01", "Feriedag", 0)))))
        .containsExactly("/utbetalingsdager/1/dato");
  }

  @Test
  void an_employer_that_is_no_organisation_number_stays_open() {
    assertThat(
            CanonicalJson.of(
                record(
                    read(
                        payment(day("2019-04-01", "NavDag", 100))
                            .replace("\"999263550\"", "\"SELVSTENDIG\"")))))
        .contains("\"employer\":null");
  }

  @Test
  void an_unknown_event_is_refused() {
    assertThat(pointers(read("{\"event\":\"vedtak_fattet\"}"))).containsExactly("/event");
  }
}
