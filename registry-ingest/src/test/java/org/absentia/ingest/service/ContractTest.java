package org.absentia.ingest.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.absentia.local.LocalStack;
import org.junit.jupiter.api.Test;

/** The committed OpenAPI document is the one that the service serves. */
@QuarkusTest
@QuarkusTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "ingest"))
class ContractTest {
  private static final Path CONTRACT = Path.of("contracts", "openapi.yaml");

  @Test
  void the_committed_contract_is_what_the_service_serves() throws IOException {
    // When
    String served =
        given()
            .accept("application/yaml")
            .get("/q/openapi")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    if (Boolean.getBoolean("contracts.update")) {
      Files.createDirectories(CONTRACT.getParent());
      Files.writeString(CONTRACT, served, StandardCharsets.UTF_8);
    }

    // Then
    assertThat(Files.readString(CONTRACT, StandardCharsets.UTF_8)).isEqualTo(served);
  }
}
