package org.absentia.randomisation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Groups: slots in the order of the request, and the same answer to the same request. */
@QuarkusTest
class AllocationBatchTest extends ServiceTest {
  @Test
  void a_group_gets_consecutive_slots_in_the_order_in_which_it_was_locked() {
    // Given
    String trial = openTrial();
    List<String> group = new ArrayList<>(enrolled(trial, 5));
    Collections.reverse(group);

    // When
    Response answer = batch(trial, group, "monday");

    // Then
    answer
        .then()
        .statusCode(201)
        .body("results.participantId", equalTo(group))
        .body("results.receipt.slot", contains(0, 1, 2, 3, 4))
        .body("results.receipt.participantId", equalTo(group));
    assertThat(answer.asString()).doesNotContain("UC");
    Response again = batch(trial, group, "monday");
    again.then().statusCode(200);
    assertThat(again.asString()).isEqualTo(answer.asString());
    as("auditor").get("/trials/{t}/log", trial).then().body("entries.size()", equalTo(20));
  }

  @Test
  void who_cannot_be_randomised_is_named_and_uses_up_no_slot() {
    // Given
    String trial = openTrial();
    String before = enrol(trial, LOW);
    allocate(trial, before).then().statusCode(201);
    String open = enrol(trial, OPEN);
    String ready = enrol(trial, LOW);
    String unknown = UUID.randomUUID().toString();

    // When
    Response answer = batch(trial, List.of(open, before, unknown, ready), "monday");

    // Then
    answer
        .then()
        .statusCode(201)
        .body(
            "results.refusal",
            contains("stratum-undetermined", "already-allocated", "not-found", null))
        .body("results[3].receipt.slot", equalTo(1));
  }

  @Test
  void a_key_stands_for_one_group() {
    // Given
    String trial = openTrial();
    List<String> group = enrolled(trial, 2);
    batch(trial, group, "monday").then().statusCode(201);

    // When, Then
    batch(trial, enrolled(trial, 1), "monday")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/idempotency-key-used"));
    batch(trial, List.of(group.get(0), group.get(0)), "tuesday")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/participantIds/1"));
  }

  @Test
  void groups_that_share_participants_and_single_requests_never_wait_for_each_other_in_a_circle()
      throws Exception {
    // Given
    String trial = openTrial();
    List<String> everybody = new ArrayList<>(enrolled(trial, 30));
    List<HttpRequest> requests = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Collections.rotate(everybody, 7);
      requests.add(
          Clients.post(trial, "allocation-batches", body(everybody.subList(0, 10)))
              .header("Idempotency-Key", "group-" + i)
              .build());
      requests.add(Clients.allocation(trial, everybody.get(15), "single-" + i));
    }

    // When
    List<HttpResponse<String>> answers = Clients.send(16, requests);

    // Then
    assertThat(answers.stream().map(HttpResponse::statusCode).distinct()).isSubsetOf(201, 409);
    assertThat(Conduct.findings(new Conduct(trial).bundle())).isEmpty();
  }

  private static List<String> enrolled(String trial, int count) {
    return IntStream.range(0, count).mapToObj(i -> enrol(trial, LOW)).toList();
  }

  private static Response batch(String trial, List<String> participants, String key) {
    return as("recruiter")
        .header("Idempotency-Key", key)
        .body(body(participants))
        .post("/trials/{t}/allocation-batches", trial);
  }

  private static String body(List<String> participants) {
    return participants.stream()
        .collect(Collectors.joining("\",\"", "{\"participantIds\":[\"", "\"]}"));
  }
}
