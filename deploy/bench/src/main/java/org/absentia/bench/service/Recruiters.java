package org.absentia.bench.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.absentia.local.RunningStack;

/** Recruiters of one trial, each a client that waits for the answer before it asks again. */
final class Recruiters implements AutoCloseable {
  static final String TRIAL = "bench";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keele 4 and OMPSQ-SF 10: everybody belongs to one stratum. */
  private static final String ENROLMENT =
      """
      {"candidateId":"%s","consent":{"version":"%s","givenOn":"2019-04-10"},
       "inclusionDate":"2019-04-10","answers":{"age":49,"female":"yes",
       "items":{"keele-start-msk":[3,1,0,0,0,0,0,0,0,0],"ompsq-sf":[1,1,9,9,1,1,1,9,1,1]}}}
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService clients;
  private final ServiceProcess service;
  private final String recruiter;
  private final String statistician;
  private String consent = "";

  Recruiters(RunningStack stack, ServiceProcess service, int clients) {
    this.clients = Executors.newFixedThreadPool(clients);
    this.service = service;
    this.recruiter = stack.token("recruiter");
    this.statistician = stack.token("statistician");
  }

  /** Opens a trial with the protocol of MI-NAV and as many slots as a design may have. */
  void openTrial() throws IOException, InterruptedException {
    ObjectNode protocol =
        (ObjectNode) answer(request(statistician, "/protocols/mi-nav").GET().build(), 200);
    protocol.put("trial", TRIAL).withObject("/randomisation").put("slotsPerStratum", 100_000);
    consent = protocol.at("/consent/version").asText();
    JsonNode _ = answer(post(statistician, "/trials", protocol.toString()).build(), 201);
  }

  /** Enrols listed candidates and returns their names as participants. */
  List<String> enrol(List<String> candidates) throws Exception {
    List<Callable<String>> calls = new ArrayList<>();
    for (String candidate : candidates) {
      HttpRequest request =
          post(
                  recruiter,
                  "/trials/" + TRIAL + "/participants",
                  ENROLMENT.formatted(candidate, consent))
              .build();
      calls.add(() -> answer(request, 201).path("participantId").asText());
    }
    return all(calls);
  }

  /** Takes a slot for each and returns how many milliseconds each answer took. */
  List<Double> allocate(List<String> participants) throws Exception {
    List<Callable<Double>> calls = new ArrayList<>();
    for (String participant : participants) {
      HttpRequest request =
          post(
                  recruiter,
                  "/trials/" + TRIAL + "/allocations",
                  "{\"participantId\":\"" + participant + "\"}")
              .header("Idempotency-Key", participant)
              .build();
      calls.add(
          () -> {
            long start = System.nanoTime();
            JsonNode _ = answer(request, 201);
            return (System.nanoTime() - start) / 1e6;
          });
    }
    return all(calls);
  }

  private <T> List<T> all(List<Callable<T>> calls) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> result : clients.invokeAll(calls)) {
      results.add(result.get());
    }
    return results;
  }

  private HttpRequest.Builder post(String token, String path, String body) {
    return request(token, path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(String token, String path) {
    return HttpRequest.newBuilder(service.address(path)).header("Authorization", "Bearer " + token);
  }

  private JsonNode answer(HttpRequest request, int expected)
      throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != expected) {
      throw new IllegalStateException(request.uri() + " answers " + response.body());
    }
    return JSON.readTree(response.body());
  }

  @Override
  public void close() {
    clients.shutdownNow();
    http.close();
  }
}
