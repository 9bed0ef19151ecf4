package org.absentia.randomisation.leak;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.absentia.local.Tokens;

/** Calls the service as a role, on few connections, and takes the time. */
final class Caller implements AutoCloseable {
  private static final int CALLS_OF_A_TOKEN = 5_000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> tokens = new HashMap<>();
  private int calls;

  Answer get(String role, String path) {
    return send(request(role, path).GET().build());
  }

  Answer post(String role, String path, String body, String key) {
    return send(
        request(role, path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private synchronized HttpRequest.Builder request(String role, String path) {
    if (calls++ % CALLS_OF_A_TOKEN == 0) {
      tokens.clear();
    }
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d%s".formatted(RestAssured.port, path)))
        .header("Authorization", "Bearer " + tokens.computeIfAbsent(role, Tokens::of));
  }

  private Answer send(HttpRequest request) {
    long start = System.nanoTime();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(), answer.headers().map(), answer.body(), System.nanoTime() - start);
    } catch (IOException failed) {
      throw new AssertionError("no answer to " + request.uri(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
