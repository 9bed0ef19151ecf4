package org.absentia.ingest.service;

import static org.absentia.ingest.service.Service.as;
import static org.absentia.ingest.service.Service.certificate;
import static org.absentia.ingest.service.Service.full;
import static org.absentia.ingest.service.Service.newId;
import static org.absentia.ingest.service.Service.newPerson;
import static org.absentia.ingest.service.Service.person;
import static org.absentia.ingest.service.Service.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.absentia.ingest.Samples;
import org.absentia.local.LocalStack;
import org.junit.jupiter.api.Test;

/**
 * Records sent again under a new identifier before the population register tells whose that is.
 * Counts are compared with those before, since other tests leave rejects of their own.
 */
@QuarkusTest
@QuarkusTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "ingest"))
class MisattributedTest {
  private static final String TOPIC = "tsm.sykmeldinger-input";
  private static final String ISSUED = "2019-04-01T10:00:00Z";
  private static final String APRIL = full("2019-04-01", "2019-04-28");
  private static final String MAY = full("2019-04-01", "2019-05-05");

  @Inject AgroalDataSource database;

  private List<String> versions(String recordId) {
    return Stored.rows(
        database,
        """
        select v.version, v.status, v.valid_to from record_version v where v.record_id = ?
        order by v.version
        """,
        recordId);
  }

  private List<String> statuses(String recordId) {
    return Stored.rows(
        database,
        "select status from record_version where record_id = ? order by version",
        recordId);
  }

  private List<String> quarantined(String recordId) {
    return Stored.rows(
        database, "select reason from rejected_input where record_id = ? order by 1", recordId);
  }

  private static long rejects(String source, String reason) {
    Number count =
        as("operator").get("/rejects").jsonPath().get("bySource." + source + "." + reason);
    return count == null ? 0 : count.longValue();
  }

  private static long misattributed() {
    return rejects("CANONICAL", "OTHER_PERSON");
  }

  private static void join(String before, String now) {
    push(
            "/persons",
            person(now, "0101", "1970-01-31", "2019-01-01T00:00:00Z")
                .replace("\"formerIdentifiers\":[]", "\"formerIdentifiers\":[\"" + before + "\"]"))
        .then()
        .statusCode(200);
  }

  private static void store(String record) {
    push("/records", record).then().statusCode(200);
  }

  private static void refuse(String record) {
    push("/records", record)
        .then()
        .statusCode(400)
        .body("lines[0].reason", equalTo("OTHER_PERSON"));
  }

  @Test
  void a_message_before_its_alias_ends_like_one_after_it() {
    // Given
    String early = newId("c");
    String late = newId("c");
    long before = misattributed();

    // When
    String was = newPerson();
    String is = newPerson();
    store(certificate(was, early, 1, ISSUED, APRIL));
    refuse(certificate(is, early, 2, ISSUED, MAY));
    assertThat(misattributed()).isEqualTo(before + 1);
    join(was, is);
    String once = newPerson();
    String now = newPerson();
    store(certificate(once, late, 1, ISSUED, APRIL));
    join(once, now);
    store(certificate(now, late, 2, ISSUED, MAY));

    // Then
    assertThat(versions(early))
        .isEqualTo(versions(late))
        .containsExactly("1 ACTIVE 2019-04-28", "2 ACTIVE 2019-05-05");
    assertThat(misattributed()).isEqualTo(before);
    push("/records", certificate(is, early, 2, ISSUED, MAY))
        .then()
        .statusCode(200)
        .body("unchanged", equalTo(1));
  }

  @Test
  void all_that_waited_is_taken_in_and_what_is_still_anothers_stays_and_is_counted_once() {
    // Given
    String was = newPerson();
    String is = newPerson();
    String stranger = newPerson();
    String first = newId("c");
    String second = newId("c");
    store(certificate(was, first, 1, ISSUED, APRIL));
    store(certificate(was, second, 1, ISSUED, APRIL));
    long before = misattributed();
    refuse(certificate(is, first, 2, ISSUED, MAY));
    refuse(certificate(is, first, 3, ISSUED, APRIL));
    refuse(certificate(is, second, 2, ISSUED, MAY));
    refuse(certificate(stranger, second, 3, ISSUED, APRIL));
    refuse(certificate(stranger, second, 3, ISSUED, APRIL));
    assertThat(misattributed()).isEqualTo(before + 4);

    // When
    join(was, is);

    // Then
    assertThat(versions(first)).hasSize(3);
    assertThat(versions(second)).hasSize(2);
    assertThat(quarantined(first)).isEmpty();
    assertThat(quarantined(second)).containsExactly("OTHER_PERSON");
    assertThat(misattributed()).isEqualTo(before + 1);

    // When
    join(stranger, is);

    // Then
    assertThat(versions(second)).hasSize(3);
    assertThat(misattributed()).isEqualTo(before);
  }

  @Test
  void what_is_refused_for_another_reason_now_is_counted_under_that_reason() {
    // Given
    String was = newPerson();
    String is = newPerson();
    String id = newId("c");
    store(certificate(was, id, 1, ISSUED, APRIL));
    long misattributed = misattributed();
    long conflicts = rejects("CANONICAL", "VERSION_CONFLICT");
    refuse(certificate(is, id, 1, ISSUED, MAY));

    // When
    join(was, is);

    // Then
    assertThat(quarantined(id)).containsExactly("VERSION_CONFLICT");
    assertThat(misattributed()).isEqualTo(misattributed);
    assertThat(rejects("CANONICAL", "VERSION_CONFLICT")).isEqualTo(conflicts + 1);
    assertThat(versions(id)).containsExactly("1 ACTIVE 2019-04-28");
  }

  @Test
  void joining_others_leaves_the_quarantine_alone() {
    // Given
    String id = newId("c");
    String named = newPerson();
    store(certificate(newPerson(), id, 1, ISSUED, APRIL));
    refuse(certificate(named, id, 2, ISSUED, MAY));

    // When
    join(newPerson(), named);

    // Then
    assertThat(quarantined(id)).containsExactly("OTHER_PERSON");
    assertThat(versions(id)).hasSize(1);
  }

  @Test
  void a_message_of_a_topic_keeps_its_place_while_it_waits() {
    // Given
    String id = UUID.randomUUID().toString();
    String was = newPerson();
    String is = newPerson();
    String certificate =
        Samples.text("sykmelding/digital.json").replace("0d8f4c1e-6a57-4a0e-9a40-1f0f6a7f3c11", id);

    // When
    Topics.send(TOPIC, id, certificate.replace("12345678901", was));
    Topics.send(TOPIC, id, null);
    Topics.send(TOPIC, id, certificate.replace("12345678901", is));
    Eventually.holds(() -> quarantined("sykmelding:" + id), List.of("OTHER_PERSON"));
    assertThat(statuses("sykmelding:" + id)).containsExactly("ACTIVE", "CANCELLED");
    join(was, is);

    // Then
    assertThat(statuses("sykmelding:" + id)).containsExactly("ACTIVE", "CANCELLED", "ACTIVE");
    assertThat(quarantined("sykmelding:" + id)).isEmpty();
    assertThat(
            Stored.rows(
                database,
                "select 1 from rejected_place p where not exists (select 1 from rejected_input i where i.id = p.rejected_input_id)"))
        .isEmpty();
  }
}
