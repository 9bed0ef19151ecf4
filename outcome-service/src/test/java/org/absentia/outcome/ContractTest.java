package org.absentia.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest extends ServiceTest {
  private static final Path CONTRACT = Path.of("contracts/openapi.yaml");

  @Test
  void the_committed_api_document_is_what_the_service_offers() throws IOException {
    // When
    String offered =
        RestAssured.get("/q/openapi?format=yaml").then().statusCode(200).extract().asString();
    if (Boolean.getBoolean("contracts.update")) {
      Files.writeString(CONTRACT, offered, StandardCharsets.UTF_8);
    }

    // Then
    assertThat(offered).isEqualTo(Files.readString(CONTRACT, StandardCharsets.UTF_8));
  }

  @Test
  void health_metrics_and_api_documents_need_no_token() {
    for (String path :
        new String[] {"/q/health/live", "/q/health/ready", "/q/metrics", "/q/openapi"}) {
      RestAssured.get(path).then().statusCode(200);
    }
  }
}
