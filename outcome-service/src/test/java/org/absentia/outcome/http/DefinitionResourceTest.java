package org.absentia.outcome.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.absentia.outcome.Followed;
import org.absentia.outcome.ServiceTest;
import org.absentia.outcome.Topics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DefinitionResourceTest extends ServiceTest {
  private static final String P3M =
      """
      {"definition":{"name":"short","window":["P3M"],"benefits":["SICK_LEAVE"]},"reason":"%s"}
      """;

  @Test
  void the_presets_are_resources() {
    as("statistician").get("/definitions").then().statusCode(200).body("name", hasItem("i-more"));
    as("statistician")
        .get("/definitions/mi-nav")
        .then()
        .statusCode(200)
        .body("window", equalTo(java.util.List.of("P6M")));
    as("statistician").get("/definitions/none").then().statusCode(404);
  }

  @Test
  void another_definition_is_a_new_version_and_recomputes_everybody() {
    // Given
    Followed person = computed();
    Followed other = new Followed(person.trialId(), org.absentia.platform.Ids.next());
    other.enrolled();
    await(other, "P6M");

    // When
    set(person, P3M.formatted("a shorter look"), 201)
        .body("version", equalTo(2))
        .body("reason", equalTo("a shorter look"));

    // Then
    await(person, "P3M");
    await(other, "P3M");
    definitions(person)
        .body("definitions", hasSize(2))
        .body("definitions[0].protocolVersion", equalTo(1))
        .body("definitions[1].definition.name", equalTo("short"));
    as("analyst")
        .get("/participants/{id}/outcomes", person.id())
        .then()
        .body("versions[0].outcome.windows[0].window", equalTo("P6M"));
  }

  @Test
  void the_definition_that_counts_already_changes_nothing() {
    // Given
    Followed person = computed();
    set(person, P3M.formatted("once"), 201);

    // When
    set(person, P3M.formatted("twice"), 200).body("version", equalTo(2));

    // Then
    definitions(person).body("definitions", hasSize(2));
  }

  @Test
  void a_later_protocol_counts_before_what_was_set_earlier_and_an_earlier_one_does_not() {
    // Given
    Followed person = computed();
    set(person, P3M.formatted("between"), 201);

    // When
    person.trialOpened(3, "2199-01-01T00:00:00Z", "\"i-more\"");
    person.trialOpened(2, "2019-04-01T00:00:00Z", "\"i-more\"");

    // Then
    await(person, "P12M");
    eventually(
        () ->
            definitions(person)
                .body(
                    "definitions.definition.name",
                    equalTo(java.util.List.of("mi-nav", "i-more", "short", "i-more"))));
  }

  @Test
  void every_fault_of_a_definition_is_named() {
    // Given
    Followed person = computed();

    // When / Then
    set(
            person,
            """
            {"definition":{"name":"x","window":["half"],"benefits":["HOLIDAY"]},"because":1}
            """,
            400)
        .body("type", equalTo("/problems/invalid-definition"))
        .body("errors.pointer", hasItem("/definition/window/0"))
        .body("errors.pointer", hasItem("/definition/benefits/0"))
        .body("errors.pointer", hasItem("/because"))
        .body("errors.pointer", hasItem("/reason"));
  }

  @Test
  void only_a_statistician_sets_a_definition_and_only_of_the_trials_of_the_token() {
    Followed person = computed();
    as("analyst")
        .contentType(ContentType.JSON)
        .body(P3M.formatted("x"))
        .post("/trials/{id}/definitions", person.trialId())
        .then()
        .statusCode(403);
    as("statistician", "other")
        .contentType(ContentType.JSON)
        .body(P3M.formatted("x"))
        .post("/trials/{id}/definitions", person.trialId())
        .then()
        .statusCode(404);
    assertThat(as("statistician").get("/trials/none/definitions").then().extract().statusCode())
        .isEqualTo(404);
  }

  private static Followed computed() {
    Followed person = Followed.unknown().open();
    await(person, "P6M");
    return person;
  }

  private static void await(Followed person, String lastWindow) {
    Topics.await(
        "outcome.computed.v1",
        person.id(),
        event -> event.at("/outcome/windows").findValuesAsText("window").contains(lastWindow));
  }

  private static ValidatableResponse set(Followed person, String body, int status) {
    return as("statistician")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/trials/{id}/definitions", person.trialId())
        .then()
        .statusCode(status);
  }

  private static ValidatableResponse definitions(Followed person) {
    return as("analyst").get("/trials/{id}/definitions", person.trialId()).then().statusCode(200);
  }
}
