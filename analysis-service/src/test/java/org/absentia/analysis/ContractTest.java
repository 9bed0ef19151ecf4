package org.absentia.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.absentia.local.LocalStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "analysis"))
class ContractTest {

  private static final Path CONTRACTS = Path.of("contracts");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void the_committed_openapi_document_is_what_the_service_serves() throws IOException {
    // Given
    Path file = CONTRACTS.resolve("openapi.yaml");

    // When
    String served =
        given().get("/q/openapi?format=yaml").then().statusCode(200).extract().asString();
    if (Boolean.getBoolean("contracts.update")) {
      Files.writeString(file, served);
    }

    // Then
    assertThat(file).as("run with -Dcontracts.update=true to write it").exists();
    assertThat(served).isEqualTo(Files.readString(file));
  }

  @Test
  void what_is_published_has_the_members_of_the_examples() throws IOException {
    // Given
    TrialEvents events = new TrialEvents("contract");
    MinavLike.Person person =
        events.people().stream()
            .filter(p -> p.lostWorkdays().isPresent())
            .findFirst()
            .orElseThrow();
    Broker.send(
        List.of(
            events.opened(), events.enrolled(person), events.outcome(person, 1, "COMPLETE", 12.4)));
    Api.awaitCount("contract", "outcomesComplete", 1);

    // When
    UUID datasetId =
        UUID.fromString(
            Api.analyst().post("/trials/contract/datasets").jsonPath().getString("datasetId"));
    Broker.send(List.of(events.label(datasetId, person, 1)));
    Api.awaitStatus("contract", datasetId, "LOCKED");
    String runId = Api.run("contract", datasetId, 1).jsonPath().getString("runId");

    // Then
    checkEvent("analysis.data-locked.v1", datasetId.toString());
    checkEvent("analysis.run-completed.v1", runId);
  }

  private static void checkEvent(String topic, String key) throws IOException {
    var message = Broker.await(topic, m -> m.key().equals(key));
    JsonNode example =
        JSON.readTree(CONTRACTS.resolve("events").resolve(topic + ".example.json").toFile());
    JsonNode schema =
        JSON.readTree(CONTRACTS.resolve("events").resolve(topic + ".schema.json").toFile());
    List<String> members = names(example);
    assertThat(names(Broker.json(message))).containsExactlyInAnyOrderElementsOf(members);
    assertThat(names(schema.get("properties"))).containsExactlyInAnyOrderElementsOf(members);
    assertThat(Stream.of(message.headers().toArray()).map(h -> h.key()))
        .contains("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "content-type");
  }

  private static List<String> names(JsonNode object) {
    return object.propertyStream().map(java.util.Map.Entry::getKey).toList();
  }
}
