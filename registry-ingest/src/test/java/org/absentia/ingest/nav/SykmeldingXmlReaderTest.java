package org.absentia.ingest.nav;

import static org.absentia.ingest.Samples.bytes;
import static org.absentia.ingest.Samples.pointers;
import static org.absentia.ingest.Samples.record;
import static org.absentia.ingest.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.absentia.ingest.person.Secrecy;
import org.absentia.ingest.record.CanonicalJson;
import org.absentia.ingest.record.Reading;
import org.absentia.ingest.record.RegistryRecord;
import org.absentia.ingest.record.RejectReason;
import org.junit.jupiter.api.Test;

class SykmeldingXmlReaderTest {
  private static final String ENVELOPE = text("sykmelding-xml/fellesformat.xml");
  private static final String BARE = text("sykmelding-xml/generated_sm.xml");

  private static Reading read(String xml) {
    return read(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static Reading read(byte[] document) {
    return SykmeldingXmlReader.read(document, secrecy(1)::certificateFingerprint);
  }

  private static Secrecy secrecy(int pepper) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) pepper);
    return new Secrecy(bytes, new byte[32]);
  }

  private static String recordId(String xml) {
    return record(read(xml)).version().recordId();
  }

  @Test
  void a_certificate_inside_the_envelope_is_read() {
    // When
    RegistryRecord record = record(read(ENVELOPE));

    // Then
    assertThat(CanonicalJson.of(record))
        .contains(
            "\"issuedAt\":\"2020-06-16T22:00:00Z\"",
            "\"diagnosis\":{\"system\":\"ICPC2\",\"code\":\"L76\"}",
            "[{\"from\":\"2020-06-10\",\"to\":\"2020-07-20\",\"kind\":\"FULL\"}]");
    assertThat(record.version().recordId()).matches("sykmelding-xml:[0-9a-f]{32}");
  }

  @Test
  void dates_with_offsets_are_taken_as_written_also_across_a_change_of_clocks() {
    assertThat(CanonicalJson.of(record(read(BARE))))
        .contains(
            "\"issuedAt\":\"2018-10-14T14:52:35Z\"",
            "\"diagnosis\":{\"system\":\"ICPC2\",\"code\":\"K24\"}",
            "{\"from\":\"2018-10-19\",\"to\":\"2018-11-13\",\"kind\":\"GRADED\",\"grade\":56}");
  }

  @Test
  void treatment_days_are_per_week() {
    assertThat(
            CanonicalJson.of(
                record(read(bytes("sykmelding-xml/fellesformat-behandlingsdager.xml")))))
        .contains("\"kind\":\"TREATMENT_DAYS\",\"treatmentDays\":1");
  }

  @Test
  void namespace_prefixes_do_not_matter() {
    assertThat(CanonicalJson.of(record(read(text("sykmelding-xml/fellesformat_new.xml")))))
        .contains("\"from\":\"2020-06-10\",\"to\":\"2020-07-20\",\"kind\":\"FULL\"");
  }

  @Test
  void a_date_of_generation_in_the_future_does_not_matter() {
    // When
    RegistryRecord record =
        record(read(text("sykmelding-xml/sykemelding2013Regelsettversjon3gendatefremitid.xml")));

    // Then
    assertThat(record.version().issuedAt()).isEqualTo(Instant.parse("2018-07-30T22:00:00Z"));
  }

  @Test
  void every_sample_of_nav_is_read() {
    for (String name :
        new String[] {"sykemelding2013Regelsettversjon3.xml", "sykmelding_virksomhet.xml"}) {
      assertThat(record(read(text("sykmelding-xml/" + name))).periods()).isNotEmpty();
    }
  }

  @Test
  void the_same_certificate_is_one_record_whatever_envelope_bar_code_or_layout() {
    assertThat(recordId(ENVELOPE.replace("<Strekkode>123<", "<Strekkode>456<")))
        .isEqualTo(recordId(ENVELOPE));
    assertThat(recordId(ENVELOPE.replace("302D0CF2-65B4-4C7F-897E-B3CAE6DB36C8", "another")))
        .isEqualTo(recordId(ENVELOPE));
    assertThat(recordId(BARE.replace("\n", "").replaceAll(">\\s+<", "><")))
        .isEqualTo(recordId(BARE));
    assertThat(recordId(BARE.replace("ns2:", "x:").replace("xmlns:ns2", "xmlns:x")))
        .isEqualTo(recordId(BARE));
  }

  @Test
  void without_the_pepper_nobody_can_tell_which_content_an_id_names() {
    // Given
    byte[] document = BARE.getBytes(StandardCharsets.UTF_8);

    // When
    Reading elsewhere = SykmeldingXmlReader.read(document, secrecy(2)::certificateFingerprint);

    // Then
    assertThat(record(elsewhere).version().recordId()).isNotEqualTo(recordId(BARE));
  }

  @Test
  void another_content_is_another_record() {
    assertThat(recordId(BARE.replace("<Sykmeldingsgrad>56", "<Sykmeldingsgrad>57")))
        .isNotEqualTo(recordId(BARE));
  }

  @Test
  void a_document_in_latin_1_is_read_by_its_own_declaration() {
    // Given
    String latin = BARE.replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"");

    // When
    Reading reading = read(latin.getBytes(StandardCharsets.ISO_8859_1));

    // Then
    assertThat(record(reading).version().recordId()).isEqualTo(recordId(BARE));
  }

  @Test
  void a_process_code_is_no_diagnosis() {
    // Given
    String xml = BARE.replace("V=\"K24\"", "V=\"-57\"");

    // Then
    assertThat(CanonicalJson.of(record(read(xml)))).contains("\"diagnosis\":null");
  }

  @Test
  void entities_and_document_types_are_refused() {
    // Given
    String xml =
        BARE.replace(
            "<HelseOpplysningerArbeidsuforhet",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><HelseOpplysningerArbeidsuforhet");

    // When
    Reading reading = read(xml);

    // Then
    assertThat(((Reading.Refused) reading).reason()).isEqualTo(RejectReason.MALFORMED);
  }

  @Test
  void broken_xml_is_refused_with_its_line() {
    // When
    Reading reading = read("<a>\n<b></a>");

    // Then
    assertThat(((Reading.Refused) reading).faults().getFirst().detail()).endsWith("line 2");
  }

  @Test
  void every_fault_is_named_with_its_place() {
    // Given
    String xml =
        BARE.replace("<PeriodeTOMDato>2018-11-13+01:00", "<PeriodeTOMDato>2018-10-01")
            .replace("<Sykmeldingsgrad>56", "<Sykmeldingsgrad>156")
            .replace("<ns2:Id>12345678910</ns2:Id>", "");

    // Then
    assertThat(pointers(read(xml)))
        .containsExactly(
            "/Pasient/Fodselsnummer/Id",
            "/Aktivitet/Periode/0/PeriodeTOMDato",
            "/Aktivitet/Periode/0/GradertSykmelding/Sykmeldingsgrad");
  }

  @Test
  void xml_that_nests_without_end_is_refused_not_followed() {
    // Given
    String deep = "<x>".repeat(5_000) + "</x>".repeat(5_000);
    String xml = BARE.replace("<RegelSettVersjon>1</RegelSettVersjon>", deep);

    // Then
    assertThat(read(xml)).isInstanceOf(Reading.Refused.class);
  }
}
