package org.absentia.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.absentia.analysis.dataset.Canonical;
import org.absentia.local.LocalStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "analysis"))
class WholeTrialTest {

  @Test
  void a_trial_goes_from_events_in_any_order_to_its_tables() throws Exception {
    // Given
    TrialEvents events = new TrialEvents("whole");
    Random random = new Random(1);
    Broker.send(events.recruitment(random));
    Api.awaitCount("whole", "participants", 514);

    // When: outcomes are still to come
    Response early = Api.analyst().post("/trials/whole/datasets");

    // Then
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.jsonPath().getString("type")).isEqualTo("/problems/outcomes-incomplete");

    // When: all has come
    UUID datasetId = Api.lock(events, "whole");

    // Then
    JsonNode asked =
        Broker.json(
            Broker.await("analysis.data-locked.v1", m -> m.key().equals(datasetId.toString())));
    assertThat(asked.get("participants").asInt()).isEqualTo(514);
    checkRows(events, datasetId);

    // When
    Response run = Api.run("whole", datasetId, 7);

    // Then
    assertThat(run.statusCode()).isEqualTo(201);
    checkRun(run, datasetId);
    checkReport(run.jsonPath().getString("runId"));
    checkLogin(run.jsonPath().getString("runId"));
  }

  private static void checkRows(TrialEvents events, UUID datasetId) {
    String path = "/trials/whole/datasets/" + datasetId;
    JsonPath dataset = Api.analyst().get(path).jsonPath();
    assertThat(dataset.getString("hash")).matches("[0-9a-f]{64}");
    assertThat(dataset.getInt("rows")).isEqualTo(514);
    String rows = Api.analyst().accept("application/json").get(path + "/rows").asString();
    assertThat(JsonPath.from(rows).getList("rows")).hasSize(514);
    assertThat(JsonPath.from(rows).getList("rows.findAll { it.outcome != null }")).hasSize(509);
    assertThat(JsonPath.from(rows).getList("rows.row", String.class)).isSorted();
    assertThat(JsonPath.from(rows).getList("rows.findAll { it.epoch == (it.pilot ? 1 : 2) }"))
        .hasSize(514);
    String csv = Api.analyst().accept("text/csv").get(path + "/rows").asString();
    assertThat(csv.lines().count()).isEqualTo(515);
    assertThat(csv).startsWith("row,label,stratum,epoch,pilot,withdrawn,");
    for (MinavLike.Person person : events.people()) {
      assertThat(rows).doesNotContain(person.participantId().toString());
      assertThat(csv).doesNotContain(person.participantId().toString());
    }
    assertThat(rows).doesNotContain("UC+MI").doesNotContain("SVAI");
  }

  private static void checkRun(Response run, UUID datasetId) throws IOException {
    JsonPath json = run.jsonPath();
    String runId = json.getString("runId");
    String path = "/trials/whole/analyses/" + runId;
    assertThat(json.getList("result.table3.populations")).hasSize(5);
    JsonNode everyone =
        new ObjectMapper().readTree(run.asString()).at("/result/table3/populations/0");
    assertThat(everyone.at("/groups/0/mean").asDouble()).isCloseTo(65.3157894736842, within(1e-9));
    assertThat(everyone.at("/comparisons/1/tTestPValue").asDouble())
        .isCloseTo(0.02087776023814677, within(1e-11));
    assertThat(json.getInt("result.figure1.flow.listed")).isEqualTo(600);
    assertThat(json.getInt("result.figure1.flow.declined")).isEqualTo(30);
    assertThat(json.getInt("result.figure1.flow.notReached")).isZero();
    assertThat(json.getInt("result.figure1.flow.excluded.PREGNANT")).isEqualTo(10);
    assertThat(json.getInt("result.figure1.flow.notContacted")).isEqualTo(46);
    String body = run.asString();
    String result = body.substring(body.indexOf("\"result\":") + 9, body.length() - 1);
    assertThat(Canonical.sha256(result)).isEqualTo(json.getString("resultHash"));
    JsonNode event =
        Broker.json(Broker.await("analysis.run-completed.v1", m -> m.key().equals(runId)));
    assertThat(event.get("resultHash").asText()).isEqualTo(json.getString("resultHash"));
    Response again = Api.run("whole", datasetId, 7);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.asString()).isEqualTo(body);
    assertThat(Api.run("whole", datasetId, 8).jsonPath().getString("resultHash"))
        .isNotEqualTo(json.getString("resultHash"));
    assertThat(Api.analyst().get(path).asString()).isEqualTo(body);
    for (String table : new String[] {"table-1", "table-3", "figure-1", "figure-2"}) {
      Api.analyst().accept("application/json").get(path + "/" + table).then().statusCode(200);
      Response csv = Api.analyst().accept("text/csv").get(path + "/" + table);
      assertThat(csv.contentType()).startsWith("text/csv");
      assertThat(csv.asString().lines().count()).isGreaterThan(3);
    }
    for (String figure : new String[] {"figure-1", "figure-2"}) {
      Response svg = Api.analyst().accept("image/svg+xml").get(path + "/" + figure);
      assertThat(svg.contentType()).startsWith("image/svg+xml");
      assertThat(svg.asString()).startsWith("<svg");
    }
  }

  private static void checkLogin(String runId) throws IOException, InterruptedException {
    URI page = URI.create("http://127.0.0.1:" + RestAssured.port + "/reports/whole/" + runId);
    HttpResponse<String> shown = new BrowserLogin().open(page, "analyst");
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains("<main", "Masked analysis");
    assertThat(new BrowserLogin().open(page, "recruiter").statusCode()).isEqualTo(403);
  }

  private static void checkReport(String runId) throws IOException {
    Response page = Api.analyst().get("/reports/whole/" + runId);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.contentType()).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(page.asString())
        .contains("<main", "<caption>", "<svg", "65.3 (41.4)", "Low/medium-risk group")
        .doesNotContain("<script", "http://127", "href=\"http");
    Files.createDirectories(Path.of("target", "report"));
    Files.writeString(Path.of("target", "report", "report.html"), page.asString());
  }
}
