package org.absentia.ingest.service;

import static org.absentia.ingest.service.Service.as;
import static org.absentia.ingest.service.Service.certificate;
import static org.absentia.ingest.service.Service.full;
import static org.absentia.ingest.service.Service.newId;
import static org.absentia.ingest.service.Service.newPerson;
import static org.absentia.ingest.service.Service.person;
import static org.absentia.ingest.service.Service.push;
import static org.absentia.ingest.service.Trial.DAY;
import static org.absentia.ingest.service.Trial.ISSUED;
import static org.absentia.ingest.service.Trial.candidate;
import static org.absentia.ingest.service.Trial.enrol;
import static org.absentia.ingest.service.Trial.list;
import static org.absentia.ingest.service.Trial.members;
import static org.absentia.ingest.service.Trial.openTrial;
import static org.absentia.ingest.service.Trial.sickWorker;
import static org.absentia.ingest.service.Trial.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.absentia.ingest.Samples;
import org.absentia.ingest.intake.CandidateList;
import org.absentia.ingest.intake.CandidateLists;
import org.absentia.local.LocalStack;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * A trial as this service sees it: opened, candidates listed, enrolled, records released, ended.
 */
/** Which records leave this service, when, and how often. */
@QuarkusTest
@QuarkusTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "ingest"))
class ReleaseTest {
  private static final String RELEASED = "registry.record-released.v1";

  @Inject AgroalDataSource database;
  @Inject CandidateLists lists;

  private static List<ConsumerRecord<String, String>> released(String participant, int atLeast) {
    return Topics.await(RELEASED, atLeast, m -> m.key().startsWith(participant + "/"));
  }

  private void awaitRelease(String participant, long versions) {
    Eventually.holds(
        () ->
            Stored.rows(
                database,
                "select count(*) from released_version where participant_id = ? and published_at is not null",
                participant),
        List.of(Long.toString(versions)));
  }

  @Test
  void an_enrolment_releases_the_history_and_what_comes_later_in_all_versions() {
    // Given
    String trial = openTrial();
    String identifier = newPerson();
    sickWorker(identifier, "0101");
    push(
        "/records",
        certificate(
            identifier, newId("old"), 1, "2016-01-01T00:00:00Z", full("2016-01-01", "2017-05-19")));
    push(
        "/records",
        certificate(
            identifier,
            newId("edge"),
            1,
            "2017-05-01T00:00:00Z",
            full("2017-05-01", "2017-05-20")));
    String candidate = candidate(trial, identifier);

    // When
    String participant = enrol(trial, candidate);
    awaitRelease(participant, 3);
    String late = newId("late");
    push(
        "/records",
        certificate(identifier, late, 2, "2019-07-02T00:00:00Z", full("2019-07-01", "2019-07-31")));
    push(
        "/records",
        certificate(identifier, late, 1, "2019-07-01T00:00:00Z", full("2019-07-01", "2019-07-20")));
    enrol(trial, candidate, participant);

    // Then
    JsonNode example = Samples.example(RELEASED);
    List<ConsumerRecord<String, String>> events = released(participant, 5);
    assertThat(events).hasSize(5);
    assertThat(events.stream().map(e -> e.partition()).distinct()).hasSize(1);
    assertThat(events.stream().map(e -> e.key()))
        .contains(participant + "/" + late + "/1", participant + "/" + late + "/2")
        .noneMatch(key -> key.contains("/old-"));
    assertThat(events)
        .allSatisfy(
            e -> {
              assertThat(e.value()).doesNotContain(identifier);
              assertThat(Topics.header(e, "ce_type")).isEqualTo(RELEASED);
              assertThat(Samples.parse(e.value()).path("trialId").textValue()).isEqualTo(trial);
              assertThat(members(Samples.parse(e.value()))).isEqualTo(members(example));
            });
    assertThat(
            events.stream()
                .map(e -> Samples.parse(e.value()).path("record"))
                .filter(r -> r.path("type").textValue().equals("SICK_LEAVE_CERTIFICATE")))
        .hasSize(4)
        .allSatisfy(r -> assertThat(members(r)).isEqualTo(members(example.path("record"))));
    as("operator", trial)
        .get("/trials/" + trial + "/releases")
        .then()
        .statusCode(200)
        .body("participants", equalTo(1))
        .body("recordVersions", equalTo(5));
  }

  @Test
  void records_of_someone_who_takes_no_part_never_leave() {
    // Given
    String trial = openTrial();
    String bystander = newPerson();
    sickWorker(bystander, "0101");
    String identifier = newPerson();
    sickWorker(identifier, "0101");

    // When
    String participant = enrol(trial, candidate(trial, identifier));

    // Then
    released(participant, 2);
    assertThat(
            Stored.rows(
                database,
                """
                select count(*) from released_version v join release r using (participant_id)
                where r.trial_id = ? and r.participant_id <> ?
                """,
                trial,
                participant))
        .containsExactly("0");
  }

  @Test
  void a_record_stored_while_its_person_is_enrolled_is_released_exactly_once() throws Exception {
    // Given
    String trial = openTrial();
    String identifier = newPerson();
    sickWorker(identifier, "0101");
    String candidate = candidate(trial, identifier);
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      records.add(
          certificate(identifier, newId("race"), 1, ISSUED, full("2019-04-01", "2019-04-30")));
    }

    // When
    String participant = UUID.randomUUID().toString();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (String record : records) {
        answers.add(threads.submit(() -> push("/records", record).statusCode()));
      }
      enrol(trial, candidate, participant);
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }

    // Then
    List<ConsumerRecord<String, String>> events = released(participant, 62);
    assertThat(events.stream().map(e -> e.key()).distinct()).hasSize(62);
    assertThat(events).hasSize(62);
  }

  @Test
  void a_withdrawal_from_registry_data_ends_the_release() {
    // Given
    String trial = openTrial();
    String identifier = newPerson();
    sickWorker(identifier, "0101");
    String participant = enrol(trial, candidate(trial, identifier));
    awaitRelease(participant, 2);

    // When
    withdraw(trial, participant, "STOP_QUESTIONNAIRES");
    withdraw(trial, participant, "STOP_REGISTRY_DATA");
    String event =
        Topics.await("registry.release-ended.v1", 1, m -> m.key().equals(participant))
            .getFirst()
            .value();
    push(
            "/records",
            certificate(identifier, newId("c"), 1, ISSUED, full("2019-06-01", "2019-06-30")))
        .then()
        .statusCode(200);

    // Then
    assertThat(members(Samples.parse(event)))
        .isEqualTo(members(Samples.example("registry.release-ended.v1")));
    assertThat(event)
        .isEqualTo(
            "{\"participantId\":\"%s\",\"trialId\":\"%s\",\"endedAt\":\"2019-06-01T08:00:00Z\",\"reason\":\"STOP_REGISTRY_DATA\"}"
                .formatted(participant, trial));
    assertThat(
            Stored.rows(
                database,
                "select count(*) from released_version where participant_id = ?",
                participant))
        .containsExactly("2");
  }

  @Test
  void erasure_follows_every_released_record_with_an_empty_value() {
    // Given
    String trial = openTrial();
    String identifier = newPerson();
    sickWorker(identifier, "0101");
    String participant = enrol(trial, candidate(trial, identifier));
    List<ConsumerRecord<String, String>> before = released(participant, 2);

    // When
    withdraw(trial, participant, "WITHDRAW_AND_ERASE");

    // Then
    List<ConsumerRecord<String, String>> after = released(participant, 4);
    assertThat(after.stream().filter(e -> e.value() == null).map(e -> e.key()))
        .containsExactlyInAnyOrderElementsOf(before.stream().map(e -> e.key()).toList());
  }

  @Test
  void an_erasure_that_a_restored_backup_does_not_know_is_done_again() {
    // Given: this database has never heard of the withdrawal
    String trial = openTrial();
    String identifier = newPerson();
    sickWorker(identifier, "0101");
    String candidate = candidate(trial, identifier);
    String participant = enrol(trial, candidate);
    List<ConsumerRecord<String, String>> before = released(participant, 2);

    // When
    Topics.send(
        "randomisation.participant-erased.v1",
        participant,
        """
        {"participantId":"%s","trialId":"%s","level":"WITHDRAW_AND_ERASE","withdrawnOn":"2019-06-01",
         "withdrawnAt":"2019-06-01T08:00:00Z","randomised":true}"""
            .formatted(participant, trial));

    // Then
    List<ConsumerRecord<String, String>> after = released(participant, 4);
    assertThat(after.stream().filter(e -> e.value() == null).map(e -> e.key()))
        .containsExactlyInAnyOrderElementsOf(before.stream().map(e -> e.key()).toList());
    assertThat(
            Stored.rows(
                database,
                "select (person_id is null and candidate_id <> ?)::text from release where participant_id = ?",
                candidate,
                participant))
        .containsExactly("true");
  }

  @Test
  void a_withdrawal_that_overtakes_its_enrolment_still_keeps_the_records_here() {
    // Given
    String trial = openTrial();
    String identifier = newPerson();
    sickWorker(identifier, "0101");
    String candidate = candidate(trial, identifier);
    String participant = UUID.randomUUID().toString();

    // When
    withdraw(trial, participant, "WITHDRAW_KEEPING_DATA");
    Eventually.holds(
        () ->
            Stored.rows(
                database, "select level from withdrawal where participant_id = ?", participant),
        List.of("WITHDRAW_KEEPING_DATA"));
    enrol(trial, candidate, participant);

    // Then
    Topics.await("registry.release-ended.v1", 1, m -> m.key().equals(participant));
    assertThat(
            Stored.rows(
                database,
                "select count(*) from released_version where participant_id = ?",
                participant))
        .containsExactly("0");
  }

  @Test
  void an_enrolment_whose_candidate_is_unknown_waits_and_is_counted() {
    // Given
    String trial = newId("trial");
    String participant = enrol(trial, UUID.randomUUID().toString());

    // Then: also before the trial is known
    Eventually.holds(
        () ->
            Stored.rows(
                database,
                "select trial_id, person_id is null from release where participant_id = ?",
                participant),
        List.of(trial + " t"));
  }

  @Test
  void an_enrolment_that_cannot_be_read_goes_to_the_dead_letters_and_the_next_is_applied() {
    // Given
    String trial = openTrial();
    String identifier = newPerson();
    sickWorker(identifier, "0101");
    String candidate = candidate(trial, identifier);
    String broken = newId("broken");

    // When
    Topics.send("randomisation.participant-enrolled.v1", broken, "{\"participantId\":7}");
    String participant = enrol(trial, candidate);

    // Then
    released(participant, 2);
    var letter =
        Topics.await(
                "randomisation.participant-enrolled.v1.dead-letter.registry-ingest",
                1,
                m -> broken.equals(m.key()))
            .getFirst();
    assertThat(Topics.header(letter, "dead-letter-reason")).contains("/participantId");
  }

  @Test
  void an_enrolment_that_waited_begins_as_soon_as_its_candidate_is_known() {
    // Given
    String trial = openTrial();
    String identifier = newPerson();
    sickWorker(identifier, "0101");
    String record = newId("c");
    push("/records", certificate(identifier, record, 1, ISSUED, full("2019-07-01", "2019-07-31")));
    UUID candidate = UUID.randomUUID();
    String participant = enrol(trial, candidate.toString());
    Eventually.holds(
        () ->
            Stored.rows(
                database, "select count(*) from release where participant_id = ?", participant),
        List.of("1"));
    UUID person =
        UUID.fromString(
            Stored.rows(
                    database, "select person_id from registry_record where record_id = ?", record)
                .getFirst());

    // When
    CandidateList list =
        new CandidateList(
            UUID.randomUUID(),
            trial,
            "0101",
            LocalDate.parse(DAY),
            List.of(
                new CandidateList.Candidate(
                    candidate, 7, BigDecimal.valueOf(100), Optional.empty(), Optional.empty())),
            1,
            Map.of());
    QuarkusTransaction.requiringNew()
        .run(() -> lists.keep(list, Map.of(candidate, person), "test", Instant.now()));

    // Then
    assertThat(released(participant, 3)).hasSize(3);
  }

  private static void join(String identifier, String former) {
    push(
            "/persons",
            person(identifier, "0101", "1970-01-31", "2019-06-01T00:00:00Z")
                .replace("\"formerIdentifiers\":[]", "\"formerIdentifiers\":[\"" + former + "\"]"))
        .then()
        .statusCode(200);
  }

  @Test
  void an_enrolment_finds_its_person_through_two_joins_and_releases_once() {
    // Given
    String trial = openTrial();
    String known = newPerson();
    String middle = newPerson();
    String newest = newPerson();
    for (String identifier : List.of(known, middle, newest)) {
      sickWorker(identifier, "0101");
    }
    String candidate = candidate(trial, newest);

    // When
    join(middle, newest);
    join(known, middle);
    String participant = enrol(trial, candidate);

    // Then
    awaitRelease(participant, 6);
    assertThat(released(participant, 6).stream().map(e -> e.key()).distinct()).hasSize(6);
    assertThat(released(participant, 6)).hasSize(6);
  }

  @Test
  void records_under_a_former_identifier_are_released_when_the_two_persons_are_joined() {
    // Given
    String trial = openTrial();
    String identifier = newPerson();
    String former = newPerson();
    sickWorker(identifier, "0101");
    String record = newId("former");
    push("/records", certificate(former, record, 1, ISSUED, full("2019-03-01", "2019-03-31")));
    String participant = enrol(trial, candidate(trial, identifier));
    awaitRelease(participant, 2);

    // When
    join(identifier, former);

    // Then
    assertThat(released(participant, 3).stream().map(e -> e.key()))
        .contains(participant + "/" + record + "/1");
  }
}
