package org.absentia.randomisation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The statistician's own list: sealed, approved by a second person, opened row by row. */
@QuarkusTest
class ImportedListTest extends ServiceTest {
  private static final String ROWS =
      "{\"rows\":{\"HIGH\":[\"UC+MI\",\"UC\"],\"LOW_MEDIUM\":[\"UC+SVAI\",\"UC+SVAI\"]}}";

  @Test
  void the_trial_opens_with_a_list_that_two_persons_put_in_and_gives_its_rows_in_order()
      throws Exception {
    // Given
    String trial = announce();
    as("recruiter")
        .get("/trials/{t}", trial)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/trial-not-open"));

    // When
    String list = load(trial, ROWS).then().statusCode(200).extract().path("listId");
    approve(trial, UUID.randomUUID().toString()).then().statusCode(409);
    approve(trial, list).then().statusCode(201).body("merkleRoot", notNullValue());

    // Then
    approve(trial, list).then().statusCode(404);
    load(trial, ROWS).then().statusCode(404);
    String first = enrol(trial, HIGH);
    String second = enrol(trial, HIGH);
    String third = enrol(trial, LOW);
    for (String participant : List.of(first, second, third)) {
      allocate(trial, participant).then().statusCode(201);
    }
    assertThat(List.of(arm(trial, first), arm(trial, second), arm(trial, third)))
        .containsExactly("UC+MI", "UC", "UC+SVAI");
    allocate(trial, enrol(trial, HIGH))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/no-slot-left"));
    String bundle = new Conduct(trial).bundle();
    assertThat(Conduct.findings(bundle)).isEmpty();
    assertThat(Conduct.read(bundle).opening().list().get("HIGH")).containsExactly("UC+MI", "UC");
  }

  @Test
  void another_list_takes_the_place_of_one_that_nobody_approved() {
    // Given
    String trial = announce();
    String first = load(trial, ROWS).path("listId");

    // When
    String second = load(trial, ROWS.replace("\"UC\"", "\"UC+MI\"")).path("listId");

    // Then
    approve(trial, first).then().statusCode(409).body("type", equalTo("/problems/list-replaced"));
    approve(trial, second).then().statusCode(201);
  }

  @Test
  void a_list_with_rows_too_few_or_unknown_arms_is_refused_with_their_places() {
    // When, Then
    load(announce(), "{\"rows\":{\"HIGH\":[\"UC\",\"X\"],\"LOW_MEDIUM\":[\"UC\"],\"OTHER\":[]}}")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-list"))
        .body("errors.pointer", hasItems("/rows/HIGH/1", "/rows/LOW_MEDIUM", "/rows/OTHER"));
  }

  @Test
  void no_answer_about_a_list_shows_a_row_and_only_the_two_roles_put_it_in() {
    // Given
    String trial = announce();

    // When
    Response answer = load(trial, ROWS);

    // Then
    assertThat(answer.asString()).doesNotContain("UC");
    assertThat(as("auditor").get("/trials/{t}/imported-list", trial).asString())
        .doesNotContain("UC");
    as("approver").body(ROWS).put("/trials/{t}/imported-list", trial).then().statusCode(403);
    as("statistician")
        .body("{\"listId\":\"" + answer.path("listId") + "\"}")
        .post("/trials/{t}/imported-list/approval", trial)
        .then()
        .statusCode(403);
    as("statistician")
        .body("{\"commitment\":\"" + "1".repeat(64) + "\"}")
        .put("/trials/{t}/share-commitment", trial)
        .then()
        .statusCode(404);
  }

  @Test
  void a_list_takes_no_second_share() {
    // Given
    ObjectNode protocol = listProtocol();
    protocol.withObject("/randomisation").put("keyMode", "TWO_SHARES").put("beacon", "Lotto");

    // When, Then
    as("statistician")
        .body(protocol.toString())
        .post("/trials")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/randomisation/keyMode"));
  }

  private static ObjectNode listProtocol() {
    ObjectNode protocol = protocol("t-" + UUID.randomUUID());
    protocol.putObject("randomisation").put("method", "IMPORTED_LIST").put("slotsPerStratum", 2);
    return protocol;
  }

  private static String announce() {
    ObjectNode protocol = listProtocol();
    as("statistician").body(protocol.toString()).post("/trials").then().statusCode(202);
    return protocol.get("trial").asText();
  }

  private static Response load(String trial, String rows) {
    return as("statistician").body(rows).put("/trials/{t}/imported-list", trial);
  }

  private static Response approve(String trial, String list) {
    return as("approver")
        .body("{\"listId\":\"" + list + "\"}")
        .post("/trials/{t}/imported-list/approval", trial);
  }
}
