package org.absentia.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.absentia.local.LocalStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "analysis"))
class StatisticsJobsTest {
  private static final String SMALL =
      "{\"data\":{\"columns\":{\"days\":[1,5,2,8,3,9,4]}},\"variable\":\"days\",\"seed\":7}";
  private static final String CHAINS =
      """
      {"data":{"columns":{"y":[1,2.5,null,4.1,5.2,5.9,7.3,null,9.1],"x":[1,2,3,4,null,6,7,8,9]}},
       "analysis":{"method":"linear-regression","formula":"y ~ x"},"imputations":3,"iterations":5}
      """;

  private final List<String> submitted = new ArrayList<>();

  @AfterEach
  void forget() {
    submitted.forEach(job -> Api.analyst().delete(job));
  }

  private static RequestSpecification json(RequestSpecification caller, String body) {
    return caller.contentType("application/json").body(body);
  }

  private Response submit(String method, String body) {
    Response answer =
        json(Api.analyst(), body).header("Prefer", "respond-async").post("/statistics/" + method);
    if (answer.statusCode() == 202) {
      submitted.add(answer.header("Location"));
    }
    return answer;
  }

  private static JsonPath status(String job) {
    return Api.analyst().get(job).then().statusCode(200).extract().jsonPath();
  }

  private static void awaitState(String job, String state) {
    Api.eventually(() -> status(job).getString("state").equals(state));
  }

  /** A bootstrap that takes minutes at least. */
  private static String large() {
    String values =
        IntStream.range(0, 20_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
    return "{\"data\":{\"columns\":{\"days\":["
        + values
        + "]}},\"variable\":\"days\",\"resamples\":1000000}";
  }

  @Test
  void a_request_that_prefers_so_becomes_a_job_with_the_answer_of_the_call() {
    // Given
    String inline = json(Api.analyst(), SMALL).post("/statistics/bootstrap").asString();

    // When
    Response accepted = submit("bootstrap", SMALL);

    // Then
    String job = accepted.header("Location");
    assertThat(accepted.statusCode()).isEqualTo(202);
    assertThat(accepted.header("Preference-Applied")).isEqualTo("respond-async");
    assertThat(job).matches("/statistics/jobs/[0-9a-f]{32}");
    awaitState(job, "DONE");
    JsonPath status = status(job);
    assertThat(status.getString("method")).isEqualTo("bootstrap");
    assertThat(status.getLong("progress.done")).isEqualTo(10_000);
    assertThat(status.getLong("progress.of")).isEqualTo(10_000);
    assertThat(status.getString("progress.unit")).isEqualTo("resamples");
    assertThat(Instant.parse(status.getString("endedAt")))
        .isAfterOrEqualTo(Instant.parse(status.getString("submittedAt")));
    Response result = Api.analyst().get(status.getString("links.result"));
    assertThat(result.asString()).isEqualTo(inline);
    assertThat(result.contentType()).startsWith("application/json");
  }

  @Test
  void progress_grows_and_a_cancelled_job_frees_the_processor() {
    // Given
    String job = submit("bootstrap", large()).header("Location");
    Api.eventually(() -> status(job).getLong("progress.done") > 0);
    long before = status(job).getLong("progress.done");

    // When
    Api.eventually(() -> status(job).getLong("progress.done") > before);
    Api.analyst().get(job + "/result").then().statusCode(409);
    Instant asked = Instant.now();
    Api.analyst().delete(job).then().statusCode(204);
    awaitState(job, "CANCELLED");

    // Then
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
    Api.eventually(() -> cpuOfOneSecond().toMillis() < 800);
    Api.analyst()
        .get(job + "/result")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/job-cancelled"));
    Api.analyst().delete(job).then().statusCode(204);
    Api.analyst().get(job).then().statusCode(404);
  }

  private static Duration cpuOfOneSecond() {
    var system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    long before = system.getProcessCpuTime();
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Duration.ofNanos(system.getProcessCpuTime() - before);
  }

  @Test
  void a_job_of_somebody_else_looks_unknown() {
    // Given
    String job = submit("bootstrap", SMALL).header("Location");
    awaitState(job, "DONE");

    // When // Then
    RequestSpecification other = Api.as("statistician");
    other.get(job).then().statusCode(404);
    Api.as("statistician").get(job + "/result").then().statusCode(404);
    Api.as("statistician").delete(job).then().statusCode(404);
    Api.as("recruiter").get(job).then().statusCode(403);
    Api.analyst().get("/statistics/jobs/x").then().statusCode(404);
    Api.analyst().get(job).then().statusCode(200);
  }

  @Test
  void more_jobs_than_may_wait_are_refused_for_a_while() {
    // When
    List<Response> answers =
        IntStream.range(0, 10).mapToObj(i -> submit("bootstrap", large())).toList();

    // Then
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 202).hasSizeBetween(8, 9);
    Response refused = answers.getLast();
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isNotBlank();
    Api.analyst().delete(submitted.getLast()).then().statusCode(204);
    assertThat(status(submitted.getLast()).getString("state")).isEqualTo("CANCELLED");
  }

  @Test
  void a_call_over_its_limit_is_refused_before_its_work_begins() {
    // When
    Instant asked = Instant.now();
    Response refused = json(Api.analyst(), large()).post("/statistics/bootstrap");

    // Then
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/too-large-for-a-call");
    assertThat(refused.jsonPath().getDouble("estimatedWork"))
        .isGreaterThan(refused.jsonPath().getDouble("limit"));
    assertThat(refused.jsonPath().getString("detail")).contains("Prefer: respond-async");
  }

  @Test
  void a_dummy_for_each_of_very_many_levels_is_refused_call_or_job() {
    // Given
    int n = 100_000;
    String outcomes =
        IntStream.range(0, n)
            .mapToObj(i -> i % 3 == 0 ? "1" : "0")
            .collect(Collectors.joining(","));
    String levels =
        IntStream.range(0, n)
            .mapToObj(i -> "\"L" + i % 20_000 + "\"")
            .collect(Collectors.joining(","));
    String body =
        "{\"data\":{\"columns\":{\"y\":[%s],\"f\":[%s]}},\"formula\":\"y ~ f\"}"
            .formatted(outcomes, levels);

    // When // Then
    json(Api.analyst(), body).post("/statistics/logistic-regression").then().statusCode(422);
    assertThat(submit("logistic-regression", body).statusCode()).isEqualTo(422);
  }

  @Test
  void a_body_above_the_limit_is_too_large() {
    // Given
    byte[] body = new byte[65 << 20];

    // When // Then
    Api.analyst()
        .contentType("application/json")
        .body(body)
        .post("/statistics/t-test")
        .then()
        .statusCode(413)
        .contentType("application/problem+json");
  }

  @Test
  void a_body_that_is_no_request_is_refused_call_or_job() {
    for (String body : List.of("", "{", "[".repeat(5000), "{\"data\":" + "1".repeat(5000) + "}")) {
      json(Api.analyst(), body).post("/statistics/t-test").then().statusCode(400);
      assertThat(submit("t-test", body).statusCode()).isEqualTo(400);
    }
    Api.analyst().contentType("application/json").post("/statistics/t-test").then().statusCode(400);
    Api.analyst()
        .contentType("text/plain")
        .body(SMALL)
        .post("/statistics/bootstrap")
        .then()
        .statusCode(415);
    json(Api.analyst(), "{\"method\":\"moderation\"}")
        .post("/statistics/moderation")
        .then()
        .statusCode(400);
  }

  @Test
  void jobs_cancelled_as_they_end_are_ended_once_and_then_forgotten() {
    // Given
    List<String> jobs =
        IntStream.range(0, 8).mapToObj(i -> submit("bootstrap", SMALL).header("Location")).toList();

    // When
    List<Thread> threads =
        jobs.stream()
            .flatMap(job -> java.util.stream.Stream.of(job, job, job))
            .map(job -> Thread.startVirtualThread(() -> Api.analyst().delete(job)))
            .toList();
    threads.forEach(StatisticsJobsTest::join);

    // Then
    for (String job : jobs) {
      Api.eventually(
          () -> {
            var answer = Api.analyst().get(job);
            return answer.statusCode() == 404
                || List.of("DONE", "CANCELLED").contains(answer.jsonPath().getString("state"));
          });
      Api.analyst().delete(job);
      Api.analyst().get(job).then().statusCode(404);
      Api.analyst().get(job + "/result").then().statusCode(404);
    }
  }

  @Test
  void a_job_that_makes_no_sense_fails_with_the_problem_of_the_call() {
    // When
    String job =
        submit("bootstrap", SMALL.replace("\"variable\":\"days\"", "\"variable\":\"weeks\""))
            .header("Location");
    awaitState(job, "FAILED");

    // Then
    assertThat(status(job).getString("problem.errors[0].pointer")).isEqualTo("/variable");
    Api.analyst()
        .get(job + "/result")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
    assertThat(submit("anova", SMALL).statusCode()).isEqualTo(400);
    assertThat(submit("jobs", SMALL).statusCode()).isEqualTo(400);
  }

  @Test
  void the_chains_of_an_imputation_are_a_figure_too() {
    // When
    Response figure =
        json(Api.analyst(), CHAINS).accept("image/svg+xml").post("/statistics/multiple-imputation");
    String job = submit("multiple-imputation", CHAINS).header("Location");
    awaitState(job, "DONE");

    // Then
    assertThat(figure.statusCode()).isEqualTo(200);
    assertThat(figure.contentType()).startsWith("image/svg+xml");
    assertThat(figure.asString()).contains("<title", "<desc", ">y</text>", ">x</text>", "polyline");
    assertThat(Api.analyst().accept("image/svg+xml").get(job + "/result").asString())
        .isEqualTo(figure.asString());
    json(Api.analyst(), CHAINS)
        .accept("*/*")
        .post("/statistics/multiple-imputation")
        .then()
        .contentType(containsString("json"));
    json(Api.analyst(), SMALL)
        .accept("image/svg+xml")
        .post("/statistics/bootstrap")
        .then()
        .statusCode(406);
    json(Api.analyst(), SMALL)
        .accept("image/svg+xml, application/json;q=0.5")
        .post("/statistics/bootstrap")
        .then()
        .statusCode(200);
  }

  @Test
  void health_is_answered_while_calls_compute_and_too_many_calls_are_told_to_come_back() {
    // Given
    Random random = new Random(1);
    String values =
        IntStream.range(0, 3000)
            .mapToObj(i -> String.valueOf(random.nextInt(9)))
            .collect(Collectors.joining(","));
    String busy =
        "{\"data\":{\"columns\":{\"days\":["
            + values
            + "]}},\"variable\":\"days\",\"resamples\":400000}";

    // When
    List<Thread> threads = new ArrayList<>();
    List<Integer> codes = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 14; i++) {
      threads.add(
          Thread.startVirtualThread(
              () ->
                  codes.add(json(Api.analyst(), busy).post("/statistics/bootstrap").statusCode())));
    }
    Api.eventually(() -> codes.contains(503));
    Instant asked = Instant.now();
    Api.analyst().get("/q/health/ready").then().statusCode(200);

    // Then
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(3));
    threads.forEach(StatisticsJobsTest::join);
    assertThat(codes).hasSize(14).containsOnly(200, 503);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
