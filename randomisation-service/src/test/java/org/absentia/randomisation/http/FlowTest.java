package org.absentia.randomisation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.absentia.platform.json.JsonReader;
import org.junit.jupiter.api.Test;

/** A small synthetic trial whose numbers are known beforehand, one candidate after another. */
@QuarkusTest
class FlowTest extends ServiceTest {
  @Test
  void every_box_of_the_flow_chart_is_counted_and_the_boxes_add_up() {
    // Given
    String trial = openTrial();
    many(3, () -> listCandidate(trial));
    many(4, () -> contact(trial, listCandidate(trial), "NOT_REACHED", "\"NO_ANSWER\""));
    many(1, () -> contact(trial, listCandidate(trial), "NOT_REACHED", "\"WRONG_NUMBER\""));
    many(2, () -> contact(trial, listCandidate(trial), "DECLINED", ""));
    many(3, () -> contact(trial, listCandidate(trial), "EXCLUDED", "\"PREGNANT\",\"LANGUAGE\""));
    many(1, () -> contact(trial, listCandidate(trial), "EXCLUDED", "\"LANGUAGE\""));
    many(2, () -> contact(trial, listCandidate(trial), "CONSENTED", ""));
    many(2, () -> reachedLater(trial));
    many(2, () -> assess(trial, listCandidate(trial), "NOT_ELIGIBLE", "\"RETURNED_TO_WORK\""));
    many(1, () -> assess(trial, listCandidate(trial), "DECLINED", ""));
    many(1, () -> assess(trial, listCandidate(trial), "UNKNOWN", ""));
    many(1, () -> assess(trial, listCandidate(trial), "ELIGIBLE", ""));
    many(2, () -> judgedIneligible(trial));
    many(1, () -> withdraw(trial, enrol(trial, LOW), "WITHDRAW_KEEPING_DATA"));
    many(2, () -> enrol(trial, OPEN));
    many(4, () -> randomised(trial));
    many(2, () -> withdraw(trial, randomised(trial), "STOP_INTERVENTION"));
    many(1, () -> withdraw(trial, randomised(trial), "WITHDRAW_AND_ERASE"));

    // When
    JsonNode flow = flow(trial);

    // Then
    assertThat(count(flow, "listed")).isEqualTo(35);
    assertThat(count(flow, "notContacted")).isEqualTo(3);
    assertThat(count(flow, "notReached")).isEqualTo(5);
    assertThat(reason(flow, "notReached", "NO_ANSWER")).isEqualTo(4);
    assertThat(reason(flow, "notReached", "WRONG_NUMBER")).isEqualTo(1);
    assertThat(count(flow, "declined")).isEqualTo(2);
    assertThat(flow.at("/declined/withoutCode").asInt()).isEqualTo(2);
    assertThat(count(flow, "excluded")).isEqualTo(4);
    assertThat(reason(flow, "excluded", "PREGNANT")).isEqualTo(3);
    assertThat(reason(flow, "excluded", "LANGUAGE")).isEqualTo(4);
    assertThat(count(flow, "notEligibleAtAssessment")).isEqualTo(2);
    assertThat(reason(flow, "notEligibleAtAssessment", "RETURNED_TO_WORK")).isEqualTo(2);
    assertThat(count(flow, "declinedAtAssessment")).isEqualTo(1);
    assertThat(count(flow, "unknownAtAssessment")).isEqualTo(1);
    assertThat(count(flow, "awaitingConsent")).isEqualTo(5);
    assertThat(count(flow, "ineligibleAtLock")).isEqualTo(2);
    assertThat(count(flow, "withdrawnBeforeRandomisation")).isEqualTo(1);
    assertThat(count(flow, "awaitingRandomisation")).isEqualTo(2);
    assertThat(count(flow, "randomised")).isEqualTo(7);
    assertThat(count(flow, "pilot")).isEqualTo(7);
    assertThat(flow.at("/withdrawn/STOP_INTERVENTION").asInt()).isEqualTo(2);
    assertThat(flow.at("/withdrawn/WITHDRAW_AND_ERASE").asInt()).isEqualTo(1);
    assertThat(count(flow, "notWithdrawn")).isEqualTo(4);
    assertThat(count(flow, "assessed")).isEqualTo(5);
    assertThat(count(flow, "contactAttempts")).isEqualTo(17);
    addsUp(flow);
  }

  @Test
  void a_flow_without_anybody_is_all_zeros_and_tells_no_arm() {
    // Given
    String trial = openTrial();

    // When
    JsonNode flow = flow(trial);

    // Then
    assertThat(count(flow, "listed")).isZero();
    addsUp(flow);
    assertThat(flow.toString()).doesNotContain("UC", "SVAI", "arm");
    as("allocator").get("/trials/{t}/flow", trial).then().statusCode(403);
    as("analyst", "another").get("/trials/{t}/flow", trial).then().statusCode(404);
  }

  private static void addsUp(JsonNode flow) {
    assertThat(count(flow, "listed")).isEqualTo(sum(flow, "notContacted", "contacted"));
    assertThat(count(flow, "contacted"))
        .isEqualTo(sum(flow, "notReached", "declined", "excluded", "agreed"));
    assertThat(count(flow, "agreed"))
        .isEqualTo(
            sum(
                flow,
                "notEligibleAtAssessment",
                "declinedAtAssessment",
                "unknownAtAssessment",
                "awaitingConsent",
                "consented"));
    assertThat(count(flow, "consented"))
        .isEqualTo(
            sum(
                flow,
                "ineligibleAtLock",
                "withdrawnBeforeRandomisation",
                "awaitingRandomisation",
                "randomised"));
    int withdrawn = 0;
    for (JsonNode level : flow.get("withdrawn")) {
      withdrawn += level.asInt();
    }
    assertThat(count(flow, "randomised")).isEqualTo(withdrawn + count(flow, "notWithdrawn"));
  }

  private static JsonNode flow(String trial) {
    String answer =
        as("statistician")
            .get("/trials/{t}/flow", trial)
            .then()
            .statusCode(200)
            .body("trialId", equalTo(trial))
            .extract()
            .asString();
    return JsonReader.parse(answer.getBytes(StandardCharsets.UTF_8));
  }

  private static int sum(JsonNode flow, String... boxes) {
    return List.of(boxes).stream().mapToInt(box -> count(flow, box)).sum();
  }

  private static int count(JsonNode flow, String box) {
    JsonNode node = flow.required(box);
    return node.isObject() ? node.required("count").asInt() : node.asInt();
  }

  private static int reason(JsonNode flow, String box, String code) {
    for (JsonNode reason : flow.at("/" + box + "/reasons")) {
      if (reason.path("code").asText().equals(code)) {
        return reason.path("count").asInt();
      }
    }
    return 0;
  }

  private static void many(int times, Runnable one) {
    for (int i = 0; i < times; i++) {
      one.run();
    }
  }

  private static void reachedLater(String trial) {
    String candidate = listCandidate(trial);
    contact(trial, candidate, "CONSENTED", "");
    contact(trial, candidate, "NOT_REACHED", "");
  }

  private static void judgedIneligible(String trial) {
    String participant = enrol(trial, LOW);
    as("recruiter")
        .body("{\"eligible\":false,\"reasonCodes\":[\"SICK_LEAVE\"],\"judgedOn\":\"2019-04-11\"}")
        .post("/trials/{t}/participants/{p}/eligibility-judgements", trial, participant)
        .then()
        .statusCode(201);
  }

  private static String randomised(String trial) {
    String participant = enrol(trial, HIGH);
    allocate(trial, participant).then().statusCode(201);
    return participant;
  }

  private static void contact(String trial, String candidate, String outcome, String codes) {
    as("recruiter")
        .body(
            """
            {"candidateId":"%s","outcome":"%s","reasonCodes":[%s],"contactedOn":"2019-04-09"}
            """
                .formatted(candidate, outcome, codes))
        .post("/trials/{t}/contacts", trial)
        .then()
        .statusCode(201);
  }

  private static void assess(String trial, String candidate, String outcome, String codes) {
    as("recruiter")
        .body(
            """
            {"candidateId":"%s","outcome":"%s","reasonCodes":[%s],"assessedOn":"2019-04-09"}
            """
                .formatted(candidate, outcome, codes))
        .post("/trials/{t}/assessments", trial)
        .then()
        .statusCode(201);
  }

  private static void withdraw(String trial, String participant, String level) {
    as("privacy-officer")
        .body("{\"level\":\"%s\",\"withdrawnOn\":\"2019-07-01\"}".formatted(level))
        .post("/trials/{t}/participants/{p}/withdrawals", trial, participant)
        .then()
        .statusCode(201);
  }
}
