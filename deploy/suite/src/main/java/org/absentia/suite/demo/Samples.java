package org.absentia.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Messages that the world did not make: a few of NAV's own published samples, and faulty ones that
 * must be refused with reasons.
 */
final class Samples {
  private static final String JSON = "application/json";
  private static final String NDJSON = "application/x-ndjson";
  private static final String XML = "application/xml";

  private static final String PAYMENTS = "/nav/utbetalinger";

  private static final List<Sample> PUBLISHED =
      List.of(
          new Sample("/nav/sykmeldinger-xml", XML, "generated_sm.xml"),
          new Sample("/nav/sykmeldinger-xml", XML, "fellesformat.xml"),
          new Sample("/nav/sykmeldinger-xml", XML, "fellesformat-behandlingsdager.xml"),
          new Sample(PAYMENTS, JSON, "jsonkunarbeidsgiveroppdrag.json"),
          new Sample(PAYMENTS, JSON, "utbetaling_utbetalt_andreytelser.json"),
          new Sample(PAYMENTS, JSON, "jsonannulleringbeggeoppdrag.json"),
          new Sample("/nav/arbeidsforhold", JSON, "defaultarbeidsforholdresponse.json"));

  private final Feed feed;
  private final Story story;

  /** A file of the samples and where it belongs. */
  private record Sample(String path, String type, String file) {}

  Samples(Feed feed, Story story) {
    this.feed = feed;
    this.story = story;
  }

  /** Push NAV's samples; answer how many payments among them are stored now. */
  int pushPublished() {
    int payments = 0;
    for (Sample sample : PUBLISHED) {
      Reply reply = feed.raw(sample.path(), sample.type(), resource(sample.file()));
      reply.expecting(200, 400);
      if (reply.is(200) && sample.path().equals(PAYMENTS)) {
        payments++;
      }
      story.line("NAV's sample %-40s %s", sample.file(), verdict(reply));
    }
    return payments;
  }

  /** Push what is wrong in five ways; each must be refused and say where. */
  void pushFaulty() {
    refused("a certificate that ends before it starts", "/nav/sykmeldinger", JSON, BACKWARDS);
    refused("a record of a grade above 100", "/records", NDJSON, TOO_HIGH);
    refused("half a JSON document", "/records", JSON, "[{\"type\":\"SICK_PAY\",");
    refused("a certificate in XML without periods", "/nav/sykmeldinger-xml", XML, NO_PERIODS);
    refused("a payment without days", PAYMENTS, JSON, NO_DAYS);
    feed.rawOnTopic("tbd.utbetaling", "faulty", "{\"event\":".getBytes(StandardCharsets.UTF_8));
    story.line("refused: half a payment on the topic goes to the dead-letter topic");
  }

  private void refused(String what, String path, String type, String body) {
    Reply reply = feed.raw(path, type, body.getBytes(StandardCharsets.UTF_8));
    reply.expecting(400);
    story.line("refused: %s: %s", what, verdict(reply));
  }

  private static String verdict(Reply reply) {
    if (reply.is(200)) {
      return reply.body().path("stored").asInt() > 0 ? "stored" : "known already";
    }
    JsonNode first = reply.body().path("errors").path(0);
    String where = first.path("pointer").asText("");
    String why = first.path("detail").asText(reply.body().path("detail").asText());
    return "refused" + (where.isEmpty() ? "" : " at " + where) + ": " + why;
  }

  private static byte[] resource(String file) {
    try (InputStream in =
        Objects.requireNonNull(Samples.class.getResourceAsStream("/samples/" + file), file)) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(file, broken);
    }
  }

  private static final String BACKWARDS =
      """
      {"metadata":{"type":"DIGITAL"},"sykmelding":{"id":"b3f8c7de-0000-4000-8000-000000000001",
      "metadata":{"mottattDato":"2019-05-02T09:00:00Z","genDate":"2019-05-02T09:00:00Z"},
      "pasient":{"fnr":"20895298795"},"medisinskVurdering":{"hovedDiagnose":{"system":"ICPC2","kode":"L03"}},
      "aktivitet":[{"type":"AKTIVITET_IKKE_MULIG","fom":"2019-05-20","tom":"2019-05-02"}],"type":"DIGITAL"},
      "validation":{"status":"OK","timestamp":"2019-05-02T09:00:00Z","rules":[]}}
      """;
  private static final String TOO_HIGH =
      """
      {"type":"DISABILITY_PENSION","recordId":"faulty-1","version":1,"status":"ACTIVE",\
      "issuedAt":"2019-05-02T09:00:00Z","personIdentifier":"20895298795",\
      "periods":[{"from":"2019-01-01","to":null,"grade":120}]}
      """;
  private static final String NO_PERIODS =
      """
      <HelseOpplysningerArbeidsuforhet xmlns="http://www.kith.no/xmlstds/HelseOpplysningerArbeidsuforhet/2013-10-01">
        <Pasient><Fodselsnummer><Id>20895298795</Id></Fodselsnummer></Pasient>
        <KontaktMedPasient><BehandletDato>2019-05-02T09:00:00</BehandletDato></KontaktMedPasient>
      </HelseOpplysningerArbeidsuforhet>
      """;
  private static final String NO_DAYS =
      """
      {"event":"utbetaling_utbetalt","versjon":"1.2.0","utbetalingId":"b3f8c7de-0000-4000-8000-000000000002",
      "korrelasjonsId":"b3f8c7de-0000-4000-8000-000000000003","fødselsnummer":"20895298795",
      "organisasjonsnummer":"310000005","fom":"2019-05-01","tom":"2019-05-31","utbetalingsdager":[]}
      """;
}
