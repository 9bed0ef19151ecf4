package org.absentia.ingest.service;

import static org.absentia.ingest.service.Service.as;
import static org.absentia.ingest.service.Service.newId;
import static org.absentia.ingest.service.Service.newPerson;
import static org.absentia.ingest.service.Service.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.absentia.ingest.Samples;
import org.absentia.local.LocalStack;
import org.junit.jupiter.api.Test;

/** NAV's messages over HTTP and over Kafka. */
@QuarkusTest
@QuarkusTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "ingest"))
class NavDialectTest {
  @Inject AgroalDataSource database;

  private List<String> statuses(String recordId) {
    return Stored.rows(
        database,
        "select status from record_version where record_id = ? order by version",
        recordId);
  }

  private static String sykmelding(String id, String person) {
    return Samples.text("sykmelding/digital.json")
        .replace("0d8f4c1e-6a57-4a0e-9a40-1f0f6a7f3c11", id)
        .replace("12345678901", person);
  }

  private static String utbetaling(String korrelasjonsId, String utbetalingId, String person) {
    return Samples.text("utbetaling/jsonbeggeoppdrag.json")
        .replace("a43696c7-e824-4140-b8a7-348efe7128cc", korrelasjonsId)
        .replace("446eca54-befd-4851-acc3-ec300a20932a", utbetalingId)
        .replace("12345678901", person);
  }

  private static String annulment(String korrelasjonsId, String utbetalingId, String person) {
    return Samples.text("utbetaling/jsonannulleringbeggeoppdrag.json")
        .replace("a43696c7-e824-4140-b8a7-348efe7128cc", korrelasjonsId)
        .replace("446eca54-befd-4851-acc3-ec300a20932a", utbetalingId)
        .replace("12345678901", person);
  }

  @Test
  void a_certificate_over_http_is_stored_once() {
    // Given
    String message = sykmelding(UUID.randomUUID().toString(), newPerson());

    // Then
    push("/nav/sykmeldinger", message).then().statusCode(200).body("stored", equalTo(1));
    push("/nav/sykmeldinger", message).then().statusCode(200).body("unchanged", equalTo(1));
  }

  @Test
  void a_faulty_certificate_is_named_by_line_and_pointer_and_shows_no_identifier() {
    // Given
    String person = newPerson();
    String message =
        sykmelding(UUID.randomUUID().toString(), person)
            .replace("\"tom\": \"2024-04-18\"", "\"tom\": \"2024-04-10\"");

    // Then
    push("/nav/sykmeldinger", message)
        .then()
        .statusCode(400)
        .body("errors[0].line", equalTo(1))
        .body("errors[0].pointer", equalTo("/sykmelding/aktivitet/4/tom"))
        .body(not(containsString(person)));
  }

  @Test
  void an_xml_certificate_is_one_record_in_any_envelope() {
    // Given
    String person = newPerson();
    String xml = Samples.text("sykmelding-xml/fellesformat.xml").replace("10987654321", person);

    // Then
    pushXml(xml).then().statusCode(200).body("lines[0].result", equalTo("STORED"));
    pushXml(xml.replace("302D0CF2-65B4-4C7F-897E-B3CAE6DB36C8", "resent"))
        .then()
        .statusCode(200)
        .body("lines[0].result", equalTo("UNCHANGED"));
    pushXml("<a>").then().statusCode(400).body("lines[0].reason", equalTo("MALFORMED"));
  }

  private static io.restassured.response.Response pushXml(String xml) {
    return as("integrator")
        .contentType("application/xml; charset=utf-8")
        .body(xml)
        .post("/nav/sykmeldinger-xml");
  }

  @Test
  void employments_are_stored_by_their_own_version() {
    // Given
    String person = newPerson();
    String sample =
        Samples.json("arbeidsforhold/defaultarbeidsforholdresponse.json")
            .toString()
            .replace("12345678,", Math.abs(newId("").hashCode()) + ",")
            .replace("61234509", Integer.toString(Math.abs(newId("").hashCode())))
            .replace("9123456789", person);

    // Then
    push("/nav/arbeidsforhold", sample).then().statusCode(200).body("stored", equalTo(2));
    push("/nav/arbeidsforhold", sample).then().statusCode(200).body("unchanged", equalTo(2));
  }

  @Test
  void an_annulment_cancels_whether_it_comes_before_or_after_its_payment() {
    // Given
    String person = newPerson();
    String early = UUID.randomUUID().toString();
    String late = UUID.randomUUID().toString();

    // When
    push("/nav/utbetalinger", annulment(early, newId("u"), person)).then().statusCode(200);
    push("/nav/utbetalinger", utbetaling(early, newId("u"), person))
        .then()
        .statusCode(200)
        .body("lines[0].result", equalTo("SUPERSEDED"));
    push("/nav/utbetalinger", utbetaling(late, newId("u"), person)).then().statusCode(200);
    push("/nav/utbetalinger", annulment(late, newId("u"), person)).then().statusCode(200);

    // Then
    assertThat(statuses("utbetaling:" + early)).containsExactly("ACTIVE", "CANCELLED");
    assertThat(statuses("utbetaling:" + late)).containsExactly("ACTIVE", "CANCELLED");
  }

  @Test
  void an_id_that_holds_a_national_identifier_is_rejected_and_the_other_lines_are_stored() {
    // Given
    String good = UUID.randomUUID().toString();
    String bad = "01019912345-1";

    // When
    push(
            "/nav/utbetalinger",
            "["
                + utbetaling(bad, newId("u"), newPerson())
                + ","
                + utbetaling(good, newId("u"), newPerson())
                + "]")
        .then()
        .statusCode(400)
        .body("lines.result", contains("REJECTED", "STORED"))
        .body("errors[0].pointer", equalTo("/korrelasjonsId"))
        .body(not(containsString(bad)));

    // Then
    assertThat(statuses("utbetaling:" + good)).containsExactly("ACTIVE");
  }

  @Test
  void a_utbetaling_seen_before_is_a_repeat_whatever_its_time() {
    // Given
    String person = newPerson();
    String id = UUID.randomUUID().toString();
    String message = utbetaling(id, newId("u"), person);
    push("/nav/utbetalinger", message).then().statusCode(200);

    // When
    Topics.send("tbd.utbetaling", person, message, Instant.parse("2018-03-01T00:00:00Z"));
    String next = UUID.randomUUID().toString();
    Topics.send("tbd.utbetaling", person, utbetaling(next, newId("u"), person));

    // Then: the second message of the key is applied after the first
    Eventually.holds(() -> statuses("utbetaling:" + next), List.of("ACTIVE"));
    assertThat(statuses("utbetaling:" + id)).containsExactly("ACTIVE");
  }

  @Test
  void a_tombstone_cancels_its_certificate_whether_it_comes_before_or_after() {
    // Given
    String early = UUID.randomUUID().toString();
    String late = UUID.randomUUID().toString();
    String person = newPerson();

    // When
    Topics.send("tsm.sykmeldinger-input", early, null);
    Eventually.holds(() -> statuses("sykmelding:" + early), List.of("CANCELLED"));
    push("/nav/sykmeldinger", sykmelding(early, person)).then().statusCode(200);
    Topics.send("tsm.sykmeldinger-input", late, sykmelding(late, person));
    Topics.send("tsm.sykmeldinger-input", late, null);

    // Then
    Eventually.holds(() -> statuses("sykmelding:" + early), List.of("ACTIVE", "CANCELLED"));
    Eventually.holds(() -> statuses("sykmelding:" + late), List.of("ACTIVE", "CANCELLED"));
    assertThat(
            Stored.rows(
                database,
                "select person_id is not null from registry_record where record_id = ?",
                "sykmelding:" + early))
        .containsExactly("t");
  }

  @Test
  void each_topic_has_its_reader() {
    // Given
    String person = newPerson();
    int employment = Math.abs(newId("").hashCode());
    String xml = Samples.text("sykmelding-xml/generated_sm.xml").replace("12345678910", person);

    // When
    Topics.send(
        "aareg.arbeidsforhold",
        person,
        Samples.json("arbeidsforhold/defaultarbeidsforholdresponse.json")
            .get(0)
            .toString()
            .replace("12345678,", employment + ",")
            .replace("9123456789", person));
    Topics.send("teamsykmelding.sykmelding-xml", newId("xml"), xml);

    // Then
    Eventually.holds(() -> statuses("arbeidsforhold:" + employment), List.of("ACTIVE"));
    Eventually.holds(
        () ->
            Stored.rows(
                database,
                """
                select count(*) from registry_record r join registry_record o using (person_id)
                where r.record_id = ? and o.record_id like 'sykmelding-xml:%'
                """,
                "arbeidsforhold:" + employment),
        List.of("1"));
  }

  @Test
  void malformed_and_faulty_messages_go_to_the_dead_letters_and_the_consumer_carries_on() {
    // Given
    String key = newId("key");
    String id = UUID.randomUUID().toString();

    // When
    Topics.send("tsm.sykmeldinger-input", key, "{not json");
    Topics.send("tsm.sykmeldinger-input", key, "{\"sykmelding\":{}}");
    Topics.send("tsm.sykmeldinger-input", key, sykmelding(id, newPerson()));

    // Then
    Eventually.holds(() -> statuses("sykmelding:" + id), List.of("ACTIVE"));
    var letters =
        Topics.await(
            "tsm.sykmeldinger-input.dead-letter.registry-ingest", 2, m -> key.equals(m.key()));
    assertThat(letters.get(1).value()).isEqualTo("{\"sykmelding\":{}}");
    assertThat(Topics.header(letters.get(1), "dead-letter-reason")).contains("/sykmelding/id");
  }
}
