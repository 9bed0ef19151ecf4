package org.absentia.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.absentia.local.LocalStack;
import org.junit.jupiter.api.Test;

/** What becomes known once a dataset is unmasked, and what stays as it was. */
@QuarkusTest
@WithTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "analysis"))
class UnmaskingTest {

  private static final int PEOPLE = 514;

  @Inject EntityManager database;

  @Test
  void a_masked_run_gets_the_names_of_its_arms_and_stays_what_it_was() throws IOException {
    // Given: two who stopped less than the registers
    TrialEvents events = new TrialEvents("unmasked");
    Broker.send(
        List.of(
            events.planned(),
            events.withdrawn(analysed(events, "B", 0), "STOP_INTERVENTION"),
            events.withdrawn(analysed(events, "C", 0), "STOP_QUESTIONNAIRES")));
    awaitRows("withdrawal where trial_id = 'unmasked'", 2);
    UUID datasetId = Api.lock(events, "unmasked");
    Response masked = Api.run("unmasked", datasetId, 3);
    String run = "/trials/unmasked/analyses/" + masked.jsonPath().getString("runId");
    String rows = rows(datasetId);
    assertThat(masked.jsonPath().getInt("result.figure1.flow.stoppedIntervention")).isEqualTo(1);
    assertThat(masked.jsonPath().getInt("result.figure1.flow.stoppedQuestionnaires")).isEqualTo(1);
    assertThat(rows).doesNotContain("STOP_");

    // When: not all has come
    Broker.send(unmasked(events, datasetId).subList(0, PEOPLE - 1));
    awaitRows("unmasked_participant where trial_id = 'unmasked'", PEOPLE - 1);

    // Then
    assertMasked(Api.analyst().post(run + "/final-result"));
    assertMasked(Api.analyst().get(unmasking("unmasked", datasetId)));
    Api.analyst().get(run + "/final-result").then().statusCode(404);

    // When: the rest, and all of it once more
    Broker.send(unmasked(events, datasetId));
    awaitRows("unmasked_participant where trial_id = 'unmasked'", PEOPLE);
    Response concluded = Api.analyst().post(run + "/final-result");

    // Then
    assertThat(concluded.statusCode()).isEqualTo(201);
    checkResult(events, concluded.jsonPath(), masked.jsonPath());
    Response again = Api.analyst().post(run + "/final-result");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.asString()).isEqualTo(concluded.asString());
    assertThat(Api.as("auditor").get(run + "/final-result").asString())
        .isEqualTo(concluded.asString());
    assertThat(Api.analyst().get(run).asString())
        .isEqualTo(masked.asString())
        .doesNotContain("UC+MI");
    assertThat(rows(datasetId)).isEqualTo(rows);
    checkUnmasking(datasetId);
    checkReports(masked.jsonPath().getString("runId"));
    checkRoles(datasetId, run);
  }

  private static void checkResult(TrialEvents events, JsonPath json, JsonPath masked) {
    List<MinavLike.Person> people = events.people();
    double[] perProtocol =
        IntStream.range(0, PEOPLE)
            .filter(place -> place % 7 != 0 && people.get(place).label().equals("B"))
            .mapToObj(people::get)
            .flatMapToDouble(person -> person.lostWorkdays().stream().mapToDouble(d -> d))
            .toArray();
    String group = "result.table3.populations[0].groups[1].";
    assertThat(json.getList("result.arms.arm")).isEqualTo(List.of("UC", "UC+MI", "UC+SVAI"));
    assertThat(json.getList("result.table3.populations.name")).isEqualTo(List.of("PER_PROTOCOL"));
    assertThat(json.getInt(group + "n")).isEqualTo(perProtocol.length);
    assertThat(json.getDouble(group + "mean"))
        .isCloseTo(java.util.Arrays.stream(perProtocol).average().orElseThrow(), within(1e-4));
    assertThat(json.getList("result.adjusted.name"))
        .isEqualTo(List.of("EPOCH_STRATIFIED", "PROBABILITY_WEIGHTED"));
    assertThat(json.getInt("result.adjusted[0].n")).isEqualTo(509);
    // equal odds for all: the weighted difference is the plain one of Table 3
    assertThat(json.getDouble("result.adjusted[1].comparisons[1].difference"))
        .isCloseTo(
            masked.getDouble("result.table3.populations[0].comparisons[1].meanDifference"),
            within(1e-4));
    assertThat(json.getInt("result.conduct[1].withdrawn.STOP_INTERVENTION")).isEqualTo(1);
    assertThat(json.getInt("result.conduct[2].withdrawn.STOP_QUESTIONNAIRES")).isEqualTo(1);
    assertThat(json.getInt("result.conduct[0].received.NOT_APPLICABLE")).isEqualTo(174);
  }

  private static void checkUnmasking(UUID datasetId) {
    JsonPath json = Api.analyst().get(unmasking("unmasked", datasetId)).jsonPath();
    assertThat(json.getList("arms.label")).isEqualTo(List.of("A", "B", "C"));
    assertThat(json.getString("arms[1].name")).isEqualTo("The arm UC+MI");
    assertThat(json.getList("rows")).hasSize(PEOPLE);
    assertThat(json.getList("rows.row")).doesNotHaveDuplicates();
    assertThat(json.getString("rows[0].received")).isNotNull();
  }

  private static void checkReports(String runId) throws IOException {
    String masked = Api.analyst().get("/reports/unmasked/" + runId).asString();
    Response page = Api.analyst().get("/reports/unmasked/" + runId + "/final");
    assertThat(masked)
        .contains("Masked analysis", "Label A", "Stopped the intervention, still followed")
        .doesNotContain("UC+MI");
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(page.asString())
        .contains("Final analysis", "Arm UC+MI", "The arm UC+SVAI", "Per protocol", "65.3 (41.4)")
        .contains("Weighted by the inverse probability")
        .doesNotContain("Label A", "<script", "letters A");
    Files.createDirectories(Path.of("target", "report"));
    Files.writeString(Path.of("target", "report", "final.html"), page.asString());
  }

  private static void checkRoles(UUID datasetId, String run) {
    String report = run.replace("/trials/", "/reports/").replace("/analyses", "") + "/final";
    for (String role : new String[] {"allocator", "recruiter", "statistician"}) {
      Api.as(role).get(unmasking("unmasked", datasetId)).then().statusCode(403);
      Api.as(role).get(run + "/final-result").then().statusCode(403);
      Api.as(role).get(report).then().statusCode(403);
    }
    Api.as("auditor").get(unmasking("unmasked", datasetId)).then().statusCode(403);
    Api.as("auditor").post(run + "/final-result").then().statusCode(403);
    for (String path : List.of(unmasking("unmasked", datasetId), run + "/final-result", report)) {
      Api.as("analyst", "other-trial").get(path).then().statusCode(404);
    }
    Api.analyst()
        .post("/trials/unmasked/analyses/" + datasetId + "/final-result")
        .then()
        .statusCode(404);
  }

  @Test
  void of_whoever_is_erased_nothing_is_kept_whichever_message_comes_first() {
    // Given: one erased before the lock, two after it, on either side of the unmasking
    TrialEvents events = new TrialEvents("unmasked-erased");
    MinavLike.Person first = analysed(events, "A", 0);
    MinavLike.Person second = analysed(events, "A", 1);
    MinavLike.Person third = analysed(events, "A", 2);
    UUID datasetId = lockWithout(events, first);
    String run =
        "/trials/unmasked-erased/analyses/"
            + Api.run("unmasked-erased", datasetId, 1).jsonPath().getString("runId");
    Broker.send(List.of(events.withdrawn(second, "WITHDRAW_AND_ERASE")));
    awaitRows("baseline where trial_id = 'unmasked-erased'", PEOPLE - 2);

    // When: another service told of the second before it heard of the erasure
    List<Broker.Event> told = new ArrayList<>(unmasked(events, datasetId));
    told.removeIf(event -> event.key().endsWith(first.participantId().toString()));
    Broker.send(told);
    awaitRows("unmasked_participant where trial_id = 'unmasked-erased'", PEOPLE - 2);

    // Then
    JsonPath json =
        Api.analyst().post(run + "/final-result").then().statusCode(201).extract().jsonPath();
    assertThat(json.getInt("result.conduct[0].participants")).isEqualTo(173);
    assertThat(json.getInt("result.conduct[0].withdrawn.WITHDRAW_AND_ERASE")).isEqualTo(1);

    // When
    Broker.send(List.of(events.withdrawn(third, "WITHDRAW_AND_ERASE")));
    String key = datasetId + "/" + analysed(events, "B", 0).participantId();
    Broker.sendTombstone("randomisation.unmasked.v1", "nobody");
    Broker.sendTombstone("randomisation.unmasked.v1", key);

    // Then: the tombstone takes the row, the erasure of a service that lags behind too
    awaitRows("unmasked_participant where trial_id = 'unmasked-erased'", PEOPLE - 4);
    Broker.await(
        "randomisation.unmasked.v1.dead-letter.analysis-service",
        message -> "nobody".equals(message.key()));
    assertThat(
            database
                .createNativeQuery(
                    "select participant_id from unmasked_participant where participant_id in (:ids)",
                    UUID.class)
                .setParameter("ids", List.of(second.participantId(), third.participantId()))
                .getResultList())
        .isEmpty();
  }

  private static UUID lockWithout(TrialEvents events, MinavLike.Person erased) {
    Random random = new Random(1);
    Broker.send(events.recruitment(random));
    Broker.send(events.outcomes(random));
    Broker.send(List.of(events.withdrawn(erased, "WITHDRAW_AND_ERASE")));
    Api.awaitCount("unmasked-erased", "participants", PEOPLE);
    Api.awaitCount("unmasked-erased", "baselines", PEOPLE - 1);
    Api.awaitCount("unmasked-erased", "outcomesComplete", 508);
    Api.awaitCount("unmasked-erased", "outcomesAwaited", 0);
    UUID datasetId =
        UUID.fromString(
            Api.analyst()
                .post("/trials/unmasked-erased/datasets")
                .jsonPath()
                .getString("datasetId"));
    Broker.send(events.labels(datasetId));
    Api.awaitStatus("unmasked-erased", datasetId, "LOCKED");
    return datasetId;
  }

  @Test
  void what_contradicts_the_labels_of_the_dataset_is_set_aside() {
    // Given
    TrialEvents events = new TrialEvents("contradicted");
    UUID datasetId = Api.lock(events, "contradicted");
    Broker.Event told = events.unmasked(datasetId, 0);
    java.util.Map<String, Object> wrong = new java.util.HashMap<>(told.value());
    wrong.put("label", "A".equals(wrong.get("label")) ? "B" : "A");

    // When
    Broker.send(List.of(new Broker.Event(told.topic(), told.key(), wrong)));

    // Then
    Broker.await(
        "randomisation.unmasked.v1.dead-letter.analysis-service",
        message -> told.key().equals(message.key()));
    assertMasked(Api.analyst().get(unmasking("contradicted", datasetId)));
  }

  private static List<Broker.Event> unmasked(TrialEvents events, UUID datasetId) {
    List<Broker.Event> told = new ArrayList<>();
    for (int place = 0; place < PEOPLE; place++) {
      told.add(events.unmasked(datasetId, place));
    }
    Collections.shuffle(told, new Random(2));
    return told;
  }

  private static MinavLike.Person analysed(TrialEvents events, String label, int place) {
    return events.people().stream()
        .filter(p -> p.label().equals(label) && p.lostWorkdays().isPresent())
        .skip(place)
        .findFirst()
        .orElseThrow();
  }

  private static String unmasking(String trialId, UUID datasetId) {
    return "/trials/" + trialId + "/datasets/" + datasetId + "/unmasking";
  }

  private static String rows(UUID datasetId) {
    return Api.analyst()
        .accept("application/json")
        .get("/trials/unmasked/datasets/" + datasetId + "/rows")
        .asString();
  }

  private static void assertMasked(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/dataset-masked");
  }

  private void awaitRows(String of, int count) {
    Api.eventually(
        () ->
            database
                .createNativeQuery("select count(*) from " + of, Long.class)
                .getSingleResult()
                .equals((long) count));
  }
}
