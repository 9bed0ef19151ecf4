package org.absentia.ingest.service;

import static org.absentia.ingest.service.Service.newPerson;
import static org.absentia.ingest.service.Service.push;
import static org.absentia.ingest.service.Service.shuffled;
import static org.absentia.ingest.service.Trial.candidate;
import static org.absentia.ingest.service.Trial.enrol;
import static org.absentia.ingest.service.Trial.openTrial;
import static org.absentia.ingest.service.Trial.sickWorker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.absentia.ingest.Samples;
import org.absentia.ingest.intake.Dialects;
import org.absentia.ingest.intake.Message;
import org.absentia.ingest.intake.Source;
import org.absentia.ingest.intake.TakeInRecords;
import org.absentia.ingest.nav.SykmeldingReader;
import org.absentia.ingest.record.Reading;
import org.absentia.ingest.record.TopicPlace;
import org.absentia.local.LocalStack;
import org.junit.jupiter.api.Test;

/** Certificates that are deleted on their topic and come back there under the same id. */
@QuarkusTest
@QuarkusTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "ingest"))
class ReappearanceTest {
  private static final String TOPIC = "tsm.sykmeldinger-input";
  private static final String FIRST = "2024-04-18";
  private static final String CORRECTED = "2024-04-19";

  @Inject AgroalDataSource database;
  @Inject TakeInRecords records;
  @Inject Dialects dialects;

  private static String sykmelding(String id, String person) {
    return Samples.text("sykmelding/digital.json")
        .replace("0d8f4c1e-6a57-4a0e-9a40-1f0f6a7f3c11", id)
        .replace("12345678901", person);
  }

  /** The certificate with a longer last period, validated at a given time. */
  private static String corrected(String sykmelding, String validatedAt) {
    return sykmelding
        .replace("\"tom\": \"" + FIRST, "\"tom\": \"" + CORRECTED)
        .replace("2024-03-04T08:32:00.123Z", validatedAt);
  }

  /** Status and last day of each version, the one that counts last. */
  private List<String> versions(String id) {
    return Stored.rows(
        database,
        "select status, valid_to from record_version where record_id = ? order by version",
        "sykmelding:" + id);
  }

  private String counting(String id) {
    return versions(id).getLast();
  }

  private List<String> everything(String id) {
    return Stored.rows(
        database,
        "select version, digest, body from record_version where record_id = ? order by version",
        "sykmelding:" + id);
  }

  /** One message of the topic, as often as it comes. */
  private record OnTopic(Optional<String> value, String writtenAt, long offset) {
    static OnTopic told(String value, String writtenAt, long offset) {
      return new OnTopic(Optional.of(value), writtenAt, offset);
    }

    static OnTopic tombstone(String writtenAt, long offset) {
      return new OnTopic(Optional.empty(), writtenAt, offset);
    }

    OnTopic at(long otherOffset) {
      return new OnTopic(value, writtenAt, otherOffset);
    }

    TopicPlace place() {
      return new TopicPlace(Instant.parse(writtenAt), offset);
    }
  }

  private void deliver(String id, OnTopic message) {
    byte[] raw = message.value.orElse(id).getBytes(StandardCharsets.UTF_8);
    Optional<TopicPlace> place = Optional.of(message.place());
    Reading reading =
        message
            .value
            .map(value -> dialects.read(Source.SYKMELDING, raw, place))
            .orElseGet(() -> SykmeldingReader.tombstone(id, message.place()));
    records.take(Source.SYKMELDING, List.of(new Message(1, reading, () -> raw, place)));
  }

  @Test
  void a_certificate_that_comes_back_after_its_tombstone_is_there_again() {
    // Given
    String id = UUID.randomUUID().toString();
    String certificate = sykmelding(id, newPerson());

    // When
    Topics.send(TOPIC, id, certificate);
    Topics.send(TOPIC, id, null);
    Topics.send(TOPIC, id, certificate);

    // Then
    Eventually.holds(
        () -> versions(id), List.of("ACTIVE " + FIRST, "CANCELLED null", "ACTIVE " + FIRST));
    assertThat(everything(id).getLast()).contains("\"issuedAt\":\"2024-03-04T08:30:00Z\"");
    assertThat(
            Stored.rows(
                database,
                "select count(*) from record_version where record_id = ? and body like"
                    + " '%\"version\":' || version || ',%' and digest = encode(sha256(body::bytea), 'hex')",
                "sykmelding:" + id))
        .containsExactly("3");
  }

  @Test
  void downstream_the_reappearance_has_the_highest_version() {
    // Given
    String trial = openTrial();
    String person = newPerson();
    sickWorker(person, "0101");
    String participant = enrol(trial, candidate(trial, person));
    String id = UUID.randomUUID().toString();
    String certificate = sykmelding(id, person);

    // When
    Topics.send(TOPIC, id, certificate);
    Topics.send(TOPIC, id, null);
    Topics.send(TOPIC, id, certificate);

    // Then
    List<String> statuses =
        Topics.await(
                "registry.record-released.v1",
                3,
                m -> m.key().startsWith(participant + "/sykmelding:" + id + "/"))
            .stream()
            .map(m -> Samples.parse(m.value()).path("record"))
            .sorted(Comparator.comparingLong(record -> record.path("version").longValue()))
            .map(record -> record.path("status").textValue())
            .toList();
    assertThat(statuses).containsExactly("ACTIVE", "CANCELLED", "ACTIVE");
  }

  @Test
  void it_is_deleted_by_the_next_tombstone_and_comes_back_after_that() {
    // Given
    String id = UUID.randomUUID().toString();
    String certificate = sykmelding(id, newPerson());

    // When
    deliver(id, OnTopic.told(certificate, "2024-03-05T00:00:00Z", 0));
    deliver(id, OnTopic.tombstone("2024-03-06T00:00:00Z", 1));
    deliver(id, OnTopic.told(certificate, "2024-03-07T00:00:00Z", 2));
    deliver(id, OnTopic.tombstone("2024-03-08T00:00:00Z", 3));

    // Then
    assertThat(counting(id)).isEqualTo("CANCELLED null");
    deliver(id, OnTopic.told(certificate, "2024-03-08T00:00:00Z", 4));
    assertThat(counting(id)).isEqualTo("ACTIVE " + FIRST);
  }

  @Test
  void the_deleted_content_pushed_over_http_stays_deleted_and_a_later_validation_counts() {
    // Given
    String id = UUID.randomUUID().toString();
    String certificate = sykmelding(id, newPerson());
    deliver(id, OnTopic.told(certificate, "2024-03-05T00:00:00Z", 0));
    deliver(id, OnTopic.tombstone("2024-03-06T00:00:00Z", 1));

    // When
    push("/nav/sykmeldinger", certificate).then().statusCode(200).body("unchanged", equalTo(1));

    // Then
    assertThat(counting(id)).isEqualTo("CANCELLED null");
    push("/nav/sykmeldinger", corrected(certificate, "2024-03-06T00:00:01Z"))
        .then()
        .statusCode(200);
    assertThat(counting(id)).isEqualTo("ACTIVE " + CORRECTED);
  }

  @Test
  void a_correction_of_what_came_back_counts_by_topic_and_by_http() {
    // Given
    String topic = UUID.randomUUID().toString();
    String http = UUID.randomUUID().toString();
    for (String id : List.of(topic, http)) {
      String certificate = sykmelding(id, newPerson());
      deliver(id, OnTopic.tombstone("2024-03-06T00:00:00Z", 1));
      deliver(id, OnTopic.told(certificate, "2024-03-07T00:00:00Z", 2));

      // When
      String correction = corrected(certificate, "2024-03-07T00:00:01Z");
      if (id.equals(topic)) {
        deliver(id, OnTopic.told(correction, "2024-03-07T00:00:02Z", 3));
      } else {
        push("/nav/sykmeldinger", correction).then().statusCode(200);
      }

      // Then
      assertThat(counting(id)).isEqualTo("ACTIVE " + CORRECTED);
    }
  }

  @Test
  void without_a_tombstone_the_later_validation_counts_whatever_stands_last() {
    // Given
    String id = UUID.randomUUID().toString();
    String certificate = sykmelding(id, newPerson());

    // When
    deliver(
        id,
        OnTopic.told(corrected(certificate, "2024-03-05T00:00:00Z"), "2024-03-05T00:00:01Z", 0));
    deliver(id, OnTopic.told(certificate, "2024-03-06T00:00:00Z", 1));

    // Then
    assertThat(versions(id)).containsExactly("ACTIVE " + FIRST, "ACTIVE " + CORRECTED);
  }

  /** A life of one certificate on its topic; at its end it is there, corrected. */
  private static List<OnTopic> life(String certificate) {
    String correction = corrected(certificate, "2024-03-04T09:00:00Z");
    return List.of(
        OnTopic.told(certificate, "2024-03-05T00:00:00Z", 10),
        OnTopic.tombstone("2024-03-06T00:00:00Z", 11),
        OnTopic.told(certificate, "2024-03-07T00:00:00Z", 12),
        OnTopic.tombstone("2024-03-08T00:00:00Z", 13),
        OnTopic.told(certificate, "2024-03-08T00:00:00Z", 14),
        OnTopic.told(correction, "2024-03-09T00:00:00Z", 15));
  }

  @Test
  void a_replay_of_the_topic_or_of_its_copy_changes_nothing() {
    // Given
    String id = UUID.randomUUID().toString();
    List<OnTopic> life = life(sykmelding(id, newPerson()));
    life.forEach(message -> deliver(id, message));
    List<String> before = everything(id);
    assertThat(counting(id)).isEqualTo("ACTIVE " + CORRECTED);

    for (OnTopic message : life) {
      // When
      deliver(id, message);
      deliver(id, message.at(message.offset - 10));
      deliver(id, message.at(message.offset + 1_000));

      // Then
      assertThat(everything(id)).isEqualTo(before);
    }
  }

  @Test
  void every_order_of_arrival_gives_the_same_versions() {
    // Given
    String id = UUID.randomUUID().toString();
    String certificate = sykmelding(id, newPerson());
    life(certificate).forEach(message -> deliver(id, message));
    List<String> expected = everything(id);

    for (int seed = 0; seed < 12; seed++) {
      // When
      forget(id);
      List<OnTopic> twice = new ArrayList<>(life(certificate));
      twice.addAll(life(certificate));
      shuffled(twice, new Random(seed)).forEach(message -> deliver(id, message));

      // Then
      assertThat(everything(id)).as("seed " + seed).isEqualTo(expected);
    }
  }

  private void forget(String id) {
    for (String table : List.of("topic_appearance", "record_version", "registry_record")) {
      Stored.rows(
          database,
          "delete from " + table + " where record_id = ? returning record_id",
          "sykmelding:" + id);
    }
  }
}
