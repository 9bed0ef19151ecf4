package org.absentia.randomisation.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest extends ServiceTest {
  private static final Path CONTRACT = Path.of("contracts", "openapi.yaml");

  @Test
  void the_committed_openapi_document_is_what_the_service_answers() throws IOException {
    // When
    String served =
        given().queryParam("format", "yaml").get("/q/openapi").then().extract().asString();
    if (Boolean.getBoolean("contracts.update")) {
      Files.writeString(CONTRACT, served, StandardCharsets.UTF_8);
    }

    // Then
    assertThat(served).isEqualTo(Files.readString(CONTRACT, StandardCharsets.UTF_8));
  }

  @Test
  void health_metrics_and_api_documents_need_no_token() {
    for (String path :
        new String[] {"/q/health/live", "/q/health/ready", "/q/metrics", "/q/openapi"}) {
      given().get(path).then().statusCode(200);
    }
  }
}
