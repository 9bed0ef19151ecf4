package org.absentia.ingest.nav;

import static org.absentia.ingest.Samples.json;
import static org.absentia.ingest.Samples.pointers;
import static org.absentia.ingest.Samples.record;
import static org.absentia.ingest.Samples.tree;
import static org.assertj.core.api.Assertions.assertThat;

import org.absentia.ingest.record.CanonicalJson;
import org.absentia.ingest.record.Reading;
import org.absentia.ingest.record.RejectReason;
import org.junit.jupiter.api.Test;

class ArbeidsforholdReaderTest {
  private static String employment(String details) {
    return """
        {"type":{"kode":"ordinaertArbeidsforhold"},"navArbeidsforholdId":12345,"navVersjon":3,
         "arbeidstaker":{"identer":[{"type":"AKTORID","ident":"1234567890123","gjeldende":true},
           {"type":"FOLKEREGISTERIDENT","ident":"10987654321","gjeldende":false},
           {"type":"FOLKEREGISTERIDENT","ident":"12345678901","gjeldende":true}]},
         "arbeidssted":{"type":"Underenhet","identer":[{"type":"ORGANISASJONSNUMMER","ident":"974600951"}]},
         "ansettelsesperiode":{"startdato":"2016-02-15","sluttdato":"2019-12-31"},
         "ansettelsesdetaljer":[%s],"sistEndret":"2019-10-05T20:33:49"}"""
        .formatted(details);
  }

  private static String row(String type, String from, String more) {
    return "{\"type\":\"%s\",\"yrke\":{\"kode\":\"5223101\"},\"rapporteringsmaaneder\":{\"fra\":\"%s\",\"til\":null}%s}"
        .formatted(type, from, more);
  }

  private static String canonical(String json) {
    return CanonicalJson.of(record(ArbeidsforholdReader.read(tree(json))));
  }

  @Test
  void the_history_becomes_periods_inside_the_employment() {
    // Given
    String rows =
        row("Ordinaer", "2019-06", ",\"avtaltStillingsprosent\":50.0")
            + ","
            + row("Ordinaer", "2018-01", ",\"avtaltStillingsprosent\":80")
            + ","
            + row("Ordinaer", "2017-01", ",\"avtaltStillingsprosent\":80.00");

    // Then
    assertThat(canonical(employment(rows)))
        .isEqualTo(
            "{\"type\":\"EMPLOYMENT\",\"recordId\":\"arbeidsforhold:12345\",\"version\":3,\"status\":\"ACTIVE\","
                + "\"issuedAt\":\"2019-10-05T18:33:49Z\",\"employer\":\"974600951\",\"kind\":\"ORDINARY\","
                + "\"occupation\":\"5223\",\"periods\":["
                + "{\"from\":\"2016-02-15\",\"to\":\"2019-05-31\",\"positionPercentage\":80},"
                + "{\"from\":\"2019-06-01\",\"to\":\"2019-12-31\",\"positionPercentage\":50}]}");
  }

  @Test
  void the_identifier_in_use_names_the_person() {
    // When
    Reading reading =
        ArbeidsforholdReader.read(
            tree(employment(row("Ordinaer", "2019-06", ",\"avtaltStillingsprosent\":50.0"))));

    // Then
    assertThat(((Reading.Understood) reading).personIdentifier()).contains("12345678901");
  }

  @Test
  void rows_reported_only_after_the_employment_still_tell_its_position() {
    assertThat(canonical(employment(row("Ordinaer", "2022-09", ",\"avtaltStillingsprosent\":100"))))
        .contains("[{\"from\":\"2016-02-15\",\"to\":\"2019-12-31\",\"positionPercentage\":100}]");
  }

  @Test
  void hours_against_the_schemes_full_time_stand_in_for_a_missing_percentage() {
    assertThat(
            canonical(
                employment(
                    row(
                        "Ordinaer",
                        "2016-02",
                        ",\"antallTimerPrUke\":17.75,\"arbeidstidsordning\":{\"kode\":\"doegnkontinuerligSkiftOgTurnus355\"}"))))
        .contains("\"positionPercentage\":50}");
  }

  @Test
  void an_ordinary_employment_without_percentage_and_hours_is_refused() {
    assertThat(
            pointers(ArbeidsforholdReader.read(tree(employment(row("Ordinaer", "2016-02", ""))))))
        .containsExactly("/ansettelsesdetaljer");
  }

  @Test
  void more_than_full_time_counts_as_full_time() {
    assertThat(
            canonical(employment(row("Ordinaer", "2016-02", ",\"avtaltStillingsprosent\":120.5"))))
        .contains("\"positionPercentage\":100}");
  }

  @Test
  void freelancers_have_no_position() {
    assertThat(
            canonical(
                employment(row("Frilanser", "2016-02", ""))
                    .replace("ordinaertArbeidsforhold", "frilanserOppdragstakerHonorarPersonerMm")))
        .contains("\"kind\":\"FREELANCE\"", "\"positionPercentage\":0}");
  }

  @Test
  void a_private_employer_is_named_by_the_employment_and_never_by_an_identifier() {
    // Given
    String json =
        employment(row("Ordinaer", "2016-02", ",\"avtaltStillingsprosent\":20"))
            .replace(
                "\"Underenhet\",\"identer\":[{\"type\":\"ORGANISASJONSNUMMER\",\"ident\":\"974600951\"}]",
                "\"Person\",\"identer\":[{\"type\":\"FOLKEREGISTERIDENT\",\"ident\":\"20895298795\"}]");

    // Then
    assertThat(canonical(json))
        .contains("\"employer\":\"private-12345\"")
        .doesNotContain("20895298795");
  }

  @Test
  void a_pension_payer_is_no_employment() {
    // When
    Reading reading =
        ArbeidsforholdReader.read(
            tree(
                employment("")
                    .replace(
                        "ordinaertArbeidsforhold",
                        "pensjonOgAndreTyperYtelserUtenAnsettelsesforhold")));

    // Then
    assertThat(((Reading.Refused) reading).reason()).isEqualTo(RejectReason.NOT_RELEVANT);
  }

  @Test
  void the_samples_of_nav_are_read() {
    // Given
    var samples = json("arbeidsforhold/defaultarbeidsforholdresponse.json");

    // Then
    assertThat(canonical(samples.get(0).toString()))
        .contains(
            "\"recordId\":\"arbeidsforhold:12345678\",\"version\":93",
            "[{\"from\":\"2003-08-03\",\"to\":\"2010-08-03\",\"positionPercentage\":100}]");
    assertThat(canonical(samples.get(1).toString()))
        .contains("\"employer\":\"private-61234509\",\"kind\":\"FREELANCE\"")
        .doesNotContain("9123456789");
  }

  @Test
  void a_sparse_row_is_refused_with_every_fault() {
    // Given: fields as in a response without worker, version and time
    String json =
        """
        {"id":"V1","arbeidssted":{"type":"Underenhet","identer":[]},"ansettelsesperiode":{"startdato":"2014-01-01"},
         "ansettelsesdetaljer":[{"type":"Ordinaer"}],"navArbeidsforholdId":12345}""";

    // Then
    assertThat(pointers(ArbeidsforholdReader.read(tree(json))))
        .containsExactly(
            "/navVersjon",
            "/arbeidstaker",
            "/arbeidstaker/identer",
            "/arbeidssted/identer",
            "/sistEndret",
            "/ansettelsesdetaljer");
  }
}
