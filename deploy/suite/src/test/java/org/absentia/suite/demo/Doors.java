package org.absentia.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.absentia.suite.Component;
import org.absentia.suite.Installation;

/** Tries every operation that a running service documents, with and without a fitting token. */
final class Doors {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** One documented operation with its path's parameters filled in. */
  record Door(String method, String path, String contentType) {}

  /**
   * Without version 1.1 the client asks for an upgrade to HTTP/2, and may wait for ever for the
   * answer.
   */
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final ObjectMapper json = new ObjectMapper();
  private final Installation installation;

  Doors(Installation installation) {
    this.installation = installation;
  }

  /** All operations of a service's OpenAPI document. */
  List<Door> of(Component service) {
    JsonNode paths = document(service).path("paths");
    List<Door> doors = new ArrayList<>();
    for (var path : paths.properties()) {
      for (var operation : path.getValue().properties()) {
        if (List.of("get", "post", "put", "patch", "delete").contains(operation.getKey())) {
          doors.add(
              new Door(
                  operation.getKey().toUpperCase(Locale.ROOT),
                  path.getKey().replaceAll("\\{[^}]*}", "01a2011b-1cd5-76ca-a28e-4f63e7a3b49b"),
                  contentType(operation.getValue())));
        }
      }
    }
    return doors;
  }

  /** Status of an operation asked with this token, or with none. */
  int knock(Component service, Door door, Optional<String> token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(installation.address(service).resolve(door.path()))
            .timeout(LONGEST)
            .header("Content-Type", door.contentType())
            .header("Idempotency-Key", "a-key")
            .method(
                door.method(),
                door.method().equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString("{}"));
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    return send(request.build()).statusCode();
  }

  private JsonNode document(Component service) {
    URI address = installation.address(service).resolve("/q/openapi?format=json");
    try {
      return json.readTree(send(HttpRequest.newBuilder(address).timeout(LONGEST).build()).body());
    } catch (IOException malformed) {
      throw new AssertionError("the OpenAPI document of " + service + " is not JSON", malformed);
    }
  }

  private static String contentType(JsonNode operation) {
    var types = operation.path("requestBody").path("content").fieldNames();
    return types.hasNext() ? types.next() : "application/json";
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException away) {
      throw new AssertionError("no answer from " + request.uri(), away);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
