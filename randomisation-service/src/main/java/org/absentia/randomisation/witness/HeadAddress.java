package org.absentia.randomisation.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.trial.Heads;

/**
 * Where heads go: {@code https:} and {@code http:} are posted to, {@code file:} grows by a line.
 */
record HeadAddress(URI uri) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int SUCCESSES = 2;

  HeadAddress {
    if (!uri.isAbsolute() || !uri.getScheme().matches("https?|file")) {
      throw new IllegalArgumentException(
          "absentia.heads.address must be an https:, http: or file: address");
    }
  }

  /** Sends a head; tells whether it was taken. */
  boolean take(Heads.Kept kept) throws IOException, InterruptedException {
    String json = json(kept);
    if (uri.getScheme().equals("file")) {
      Files.writeString(
          Path.of(uri), json + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return true;
    }
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
            .build();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100
          == SUCCESSES;
    }
  }

  private static String json(Heads.Kept kept) {
    return CanonicalJson.write(
        Map.of(
            "trial", kept.trialId(),
            "count", kept.head().count(),
            "hash", kept.head().hash().hex(),
            "at", kept.head().at(),
            "signature", kept.head().signature()));
  }
}
