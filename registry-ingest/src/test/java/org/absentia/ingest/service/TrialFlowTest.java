package org.absentia.ingest.service;

import static org.absentia.ingest.service.Service.as;
import static org.absentia.ingest.service.Service.certificate;
import static org.absentia.ingest.service.Service.employment;
import static org.absentia.ingest.service.Service.full;
import static org.absentia.ingest.service.Service.newId;
import static org.absentia.ingest.service.Service.newPerson;
import static org.absentia.ingest.service.Service.person;
import static org.absentia.ingest.service.Service.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.absentia.ingest.Samples;
import org.absentia.local.LocalStack;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * A trial as this service sees it: opened, candidates listed, enrolled, records released, ended.
 */
@QuarkusTest
@QuarkusTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "ingest"))
class TrialFlowTest {
  private static final String RELEASED = "registry.record-released.v1";
  private static final String ISSUED = "2019-04-01T10:00:00Z";

  @Inject AgroalDataSource database;

  /** Week seven of a spell that begins on 1 April 2019 is 13 to 19 May. */
  private static final String DAY = "2019-05-13";

  private static List<String> members(JsonNode node) {
    return node.properties().stream().map(member -> member.getKey()).toList();
  }

  private static String openTrial() {
    String trial = newId("trial");
    Topics.send(
        "randomisation.trial-opened.v1",
        trial,
        """
        {"trialId":"%s","version":1,"digest":"d","openedAt":"2019-03-01T00:00:00Z","protocol":{
          "format":"absentia-protocol-1","trial":"%s",
          "recruitment":{"from":"2019-04-01","to":"2020-10-31","offices":["0101","0105"],
            "halts":[{"from":"2020-03-12","to":"2020-03-29","reason":"containment"}]},
          "screening":{"weekOfSickLeave":{"from":7,"to":7},"minimumGrade":50,"age":{"from":18,"to":67},
            "diagnoses":[{"system":"ICPC2","chapters":["L"]}],"employed":true}}}"""
            .formatted(trial, trial));
    Eventually.holds(() -> as("operator").get("/trials/" + trial + "/releases").statusCode(), 200);
    return trial;
  }

  private static Response list(String trial, String office, String day) {
    return as("recruiter", trial)
        .contentType("application/json")
        .body("{\"office\":\"%s\",\"listDate\":\"%s\"}".formatted(office, day))
        .post("/trials/" + trial + "/candidate-lists");
  }

  private static void sickWorker(String identifier, String office) {
    push("/persons", person(identifier, office, "1970-01-31", "2019-01-01T00:00:00Z"))
        .then()
        .statusCode(200);
    push(
            "/records",
            "["
                + certificate(identifier, newId("c"), 1, ISSUED, full("2019-04-01", "2019-06-30"))
                + ","
                + employment(identifier, newId("e"), "2015-01-01", 80)
                + "]")
        .then()
        .statusCode(200);
  }

  /** The candidate of a list of a new trial that holds exactly this person. */
  private static String candidate(String trial, String identifier) {
    List<String> ids = list(trial, "0101", DAY).jsonPath().getList("candidates.candidateId");
    return ids.stream()
        .filter(
            id ->
                identifier.equals(
                    as("recruiter", trial)
                        .get("/trials/" + trial + "/candidates/" + id)
                        .jsonPath()
                        .getString("personIdentifier")))
        .findFirst()
        .orElseThrow();
  }

  private static String enrol(String trial, String candidate) {
    String participant = UUID.randomUUID().toString();
    enrol(trial, candidate, participant);
    return participant;
  }

  private static void enrol(String trial, String candidate, String participant) {
    Topics.send(
        "randomisation.participant-enrolled.v1",
        participant,
        """
        {"participantId":"%s","trialId":"%s","candidateId":"%s","indexDate":"2019-05-20","stratum":"HIGH",
         "pilot":false,"enrolledAt":"2019-05-20T10:00:00Z"}"""
            .formatted(participant, trial, candidate));
  }

  private static void withdraw(String trial, String participant, String level) {
    Topics.send(
        "randomisation.participant-withdrawn.v1",
        participant,
        """
        {"participantId":"%s","trialId":"%s","level":"%s","withdrawnOn":"2019-06-01","withdrawnAt":"2019-06-01T08:00:00Z"}"""
            .formatted(participant, trial, level));
  }

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
  void a_list_names_each_candidate_once_and_counts_the_others_by_reason() {
    // Given
    String trial = openTrial();
    String eligible = newPerson();
    sickWorker(eligible, "0101");
    String jobless = newPerson();
    push("/persons", person(jobless, "0101", "1970-01-31", "2019-01-01T00:00:00Z"));
    push("/records", certificate(jobless, newId("c"), 1, ISSUED, full("2019-04-01", "2019-06-30")));

    // When
    Response first = list(trial, "0101", DAY);

    // Then
    first.then().statusCode(201).body("trialId", equalTo(trial)).body("office", equalTo("0101"));
    int candidates = first.jsonPath().getList("candidates").size();
    int refused =
        first.jsonPath().<String, Integer>getMap("notEligible").values().stream()
            .mapToInt(n -> n)
            .sum();
    assertThat(first.jsonPath().getInt("screened")).isEqualTo(candidates + refused);
    assertThat(first.jsonPath().getInt("notEligible.NOT_EMPLOYED")).isPositive();
    assertThat(candidate(trial, eligible)).isNotBlank();
    list(trial, "0101", DAY).then().statusCode(200).body("candidates", hasSize(candidates));
    list(trial, "0101", "2019-05-14")
        .then()
        .statusCode(201)
        .body("candidates", hasSize(0))
        .body("notEligible.ALREADY_LISTED", equalTo(candidates));
    String key = trial + "/0101/" + DAY;
    String event =
        Topics.await("registry.candidates-listed.v1", 1, m -> m.key().equals(key))
            .getFirst()
            .value();
    assertThat(Samples.parse(event).path("screened").intValue()).isEqualTo(candidates + refused);
    assertThat(members(Samples.parse(event)))
        .isEqualTo(members(Samples.example("registry.candidates-listed.v1")));
  }

  @Test
  void a_list_knows_only_what_was_issued_by_the_end_of_its_day() {
    // Given
    String trial = openTrial();
    String identifier = newPerson();
    push("/persons", person(identifier, "0105", "1970-01-31", "2019-01-01T00:00:00Z"));
    push("/records", employment(identifier, newId("e"), "2015-01-01", 80));
    String record = newId("c");
    push(
        "/records",
        "["
            + certificate(identifier, record, 1, ISSUED, full("2019-04-01", "2019-06-30"))
            + ","
            + certificate(
                identifier, record, 2, "2019-05-13T22:00:00Z", full("2019-04-01", "2019-05-01"))
            + "]");

    // Then: 22:00 UTC is midnight in Norway, the next day
    list(trial, "0105", DAY).then().statusCode(201);
    assertThat(
            Stored.rows(
                database,
                """
                select count(*) from candidate c
                join registry_record r on r.person_id = c.person_id
                where r.record_id = ? and c.trial_id = ?
                """,
                record,
                trial))
        .containsExactly("1");
  }

  @Test
  void offices_and_days_outside_the_protocol_are_refused() {
    String trial = openTrial();
    list(trial, "0301", DAY)
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/office-outside-protocol"));
    list(trial, "0101", "2019-03-31")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/date-outside-recruitment"));
    list(trial, "0101", "2020-03-12").then().statusCode(422);
    as("recruiter", trial)
        .contentType("application/json")
        .body("{\"office\":\"1\"}")
        .post("/trials/" + trial + "/candidate-lists")
        .then()
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/office", "/listDate")));
  }

  @Test
  void a_foreign_trial_is_unknown() {
    // Given
    String trial = openTrial();

    // Then
    as("recruiter", "another")
        .contentType("application/json")
        .body("{\"office\":\"0101\",\"listDate\":\"2019-05-13\"}")
        .post("/trials/" + trial + "/candidate-lists")
        .then()
        .statusCode(404);
    as("operator", "another").get("/trials/" + trial + "/releases").then().statusCode(404);
    as("recruiter").get("/trials/nowhere/candidates/" + UUID.randomUUID()).then().statusCode(404);
    as("recruiter", trial).get("/trials/" + trial + "/candidates/x").then().statusCode(404);
    as("integrator").get("/trials/" + trial + "/candidates/x").then().statusCode(403);
  }

  @Test
  void each_look_at_an_identifier_is_recorded() {
    // Given
    String trial = openTrial();
    String identifier = newPerson();
    sickWorker(identifier, "0101");

    // When
    String candidate = candidate(trial, identifier);

    // Then
    assertThat(
            Stored.rows(
                database,
                "select count(*) from identifier_access where candidate_id = ?::uuid",
                candidate))
        .containsExactly("1");
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
}
