package org.absentia.randomisation.http;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.absentia.local.Tokens;

/** Many clients at once. */
final class Clients {
  private Clients() {}

  /** Returns a recruiter's request for a slot. */
  static HttpRequest allocation(String trial, String participant, String key) {
    return post(trial, "allocations", "{\"participantId\":\"" + participant + "\"}")
        .header("Idempotency-Key", key)
        .build();
  }

  static HttpRequest.Builder post(String trial, String what, String body) {
    String address = "http://127.0.0.1:%d/trials/%s/%s".formatted(RestAssured.port, trial, what);
    return HttpRequest.newBuilder(URI.create(address))
        .header("Authorization", "Bearer " + TOKEN)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static final String TOKEN = Tokens.of("recruiter");

  /** Sends all requests from so many clients and returns the answers in the order of requests. */
  static List<HttpResponse<String>> send(int clients, List<HttpRequest> requests) throws Exception {
    List<HttpResponse<String>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients);
        HttpClient http = HttpClient.newHttpClient()) {
      List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
      requests.forEach(
          request -> calls.add(() -> http.send(request, HttpResponse.BodyHandlers.ofString())));
      for (Future<HttpResponse<String>> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }
}
