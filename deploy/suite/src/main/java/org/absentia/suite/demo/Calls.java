package org.absentia.suite.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * HTTP calls in a role. Every call of the demo may be repeated without harm, so a service that is
 * away or answers 5xx is asked again until patience runs out: killing a process in the middle only
 * delays the demo. So is randomisation-service while a candidate's list is on its way to it.
 */
final class Calls implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final String JSON_TYPE = "application/json";
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(4);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration MOST_FOR_BUGS = Duration.ofSeconds(60);
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  /** Shorter than Retry-After allows: a list takes some 30 ms, and the demo makes hundreds. */
  private static final long PAUSE_FOR_LIST_MILLIS = 50;

  private static final Duration LONGEST_FOR_LIST = Duration.ofSeconds(30);

  private final Site site;
  private final Duration patience;
  private final Duration longestForList;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  private record Token(String value, Instant until) {}

  Calls(Site site, Duration patience) {
    this(site, patience, LONGEST_FOR_LIST);
  }

  Calls(Site site, Duration patience, Duration longestForList) {
    this.site = site;
    this.patience = patience;
    this.longestForList = longestForList;
  }

  Reply get(Service service, String role, String path) {
    return get(service, role, path, JSON_TYPE);
  }

  Reply get(Service service, String role, String path, String accept) {
    return send(
        service, role, "GET " + path, request(service, path).header("Accept", accept).GET());
  }

  Reply post(Service service, String role, String path, Object tree) {
    return post(service, role, path, JSON_TYPE, bytes(tree));
  }

  Reply post(Service service, String role, String path, String contentType, byte[] body) {
    return send(
        service,
        role,
        "POST " + path,
        request(service, path)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** Post once under a key that makes the service answer a repetition with the first answer. */
  Reply postOnce(Service service, String role, String path, String key, Object tree) {
    return send(
        service,
        role,
        "POST " + path,
        request(service, path)
            .header("Content-Type", JSON_TYPE)
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(tree))));
  }

  Reply put(Service service, String role, String path, Object tree) {
    return send(
        service,
        role,
        "PUT " + path,
        request(service, path)
            .header("Content-Type", JSON_TYPE)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes(tree))));
  }

  static byte[] bytes(Object tree) {
    try {
      return JSON.writeValueAsBytes(tree);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpRequest.Builder request(Service service, String path) {
    return HttpRequest.newBuilder(site.address(service).resolve(path)).timeout(REQUEST_TIMEOUT);
  }

  /** Sends again while the list that names the candidate is on its way. */
  private Reply send(Service service, String role, String what, HttpRequest.Builder request) {
    Reply reply = answer(service, role, what, request);
    Instant end = Instant.now().plus(longestForList);
    while (reply.is(409, "candidate-not-listed") && Instant.now().isBefore(end)) {
      Waiting.pause(PAUSE_FOR_LIST_MILLIS);
      reply = answer(service, role, what, request);
    }
    return reply;
  }

  private Reply answer(Service service, String role, String what, HttpRequest.Builder request) {
    Instant begun = Instant.now();
    long pause = FIRST_PAUSE_MILLIS;
    String asked = what + " of " + service.label();
    while (true) {
      String trouble;
      Duration patienceNow = patience;
      try {
        HttpResponse<String> response =
            client.send(
                request.setHeader("Authorization", "Bearer " + token(role)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() < 500 && response.statusCode() != 429) {
          return new Reply(asked, response.statusCode(), response.body(), parsed(response.body()));
        }
        patienceNow = response.statusCode() == 500 ? ofBugs(patience) : patience;
        trouble = "it answers " + response.statusCode() + ": " + response.body();
      } catch (IOException away) {
        trouble = "it is away (" + away + ")";
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new DemoFailure("interrupted");
      }
      if (Instant.now().isAfter(begun.plus(patienceNow))) {
        throw new DemoFailure(asked + " failed for " + patienceNow.toSeconds() + " s: " + trouble);
      }
      Waiting.pause(pause);
      pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
    }
  }

  /** An internal error may be a database that is away for a moment, but hardly for long. */
  private static Duration ofBugs(Duration patience) {
    return patience.compareTo(MOST_FOR_BUGS) < 0 ? patience : MOST_FOR_BUGS;
  }

  private String token(String role) {
    return tokens
        .compute(
            role,
            (name, known) ->
                known != null && Instant.now().isBefore(known.until())
                    ? known
                    : new Token(site.token(name), Instant.now().plus(TOKEN_LIFE)))
        .value();
  }

  private static JsonNode parsed(String text) {
    try {
      return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }
}
