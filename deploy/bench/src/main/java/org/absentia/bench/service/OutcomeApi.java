package org.absentia.bench.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.absentia.local.RunningStack;

/** Asks outcome-service as its users do. */
final class OutcomeApi implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> tokens;
  private final ServiceProcess process;

  OutcomeApi(RunningStack stack, ServiceProcess process) {
    this.tokens =
        Map.of(
            "operator", stack.token("operator"),
            "analyst", stack.token("analyst"),
            "statistician", stack.token("statistician"));
    this.process = process;
  }

  /** Orders everybody to be derived anew; gives the order's id. */
  String order(String reason) {
    return post("operator", "/recomputations", "{\"reason\":\"" + reason + "\"}", 202)
        .path("recomputationId")
        .asText();
  }

  JsonNode progress(String order) {
    return get("operator", "/recomputations/" + order);
  }

  /** The newest order, which a changed definition makes by itself. */
  String newestOrder() {
    return get("operator", "/recomputations").path(0).path("recomputationId").asText();
  }

  JsonNode completeness(String trialId) {
    return get("operator", "/trials/" + trialId + "/completeness");
  }

  String fingerprint(String trialId) {
    return get("operator", "/trials/" + trialId + "/fingerprint").toString();
  }

  void setDefinition(String trialId, String definition) {
    post(
        "statistician",
        "/trials/" + trialId + "/definitions",
        "{\"definition\":\"" + definition + "\",\"reason\":\"benchmark\"}",
        201);
  }

  /** How many versions of a participant's outcome can be seen. */
  int versions(UUID participantId) {
    return get("analyst", "/participants/" + participantId + "/outcomes").path("versions").size();
  }

  private JsonNode get(String role, String path) {
    return answer(request(role, path).GET().build(), 200);
  }

  private JsonNode post(String role, String path, String body, int expected) {
    return answer(
        request(role, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        expected);
  }

  private HttpRequest.Builder request(String role, String path) {
    return HttpRequest.newBuilder(process.address(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + tokens.get(role));
  }

  private JsonNode answer(HttpRequest request, int expected) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != expected) {
        throw new IllegalStateException(request.uri() + " answers " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException failed) {
      throw new IllegalStateException(request.uri() + " does not answer", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
