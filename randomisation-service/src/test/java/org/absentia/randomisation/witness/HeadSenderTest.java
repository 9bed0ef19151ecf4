package org.absentia.randomisation.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.allocation.HeadKey;
import org.absentia.randomisation.allocation.SignedHead;
import org.absentia.randomisation.http.ServiceTest;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.trial.KeepHeads;
import org.absentia.randomisation.trial.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed heads leave the system once a day. */
@QuarkusTest
class HeadSenderTest extends ServiceTest {
  @Inject KeepHeads keepHeads;
  @Inject Trials trials;

  @Test
  void a_head_is_signed_once_a_day_and_posted_until_it_is_taken() throws Exception {
    // Given: an address that refuses at first
    String trial = openTrial();
    allocate(trial, enrol(trial, LOW)).then().statusCode(201);
    AtomicInteger status = new AtomicInteger(503);
    List<String> taken = Collections.synchronizedList(new ArrayList<>());
    HttpServer witness =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    witness.createContext(
        "/heads",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          if (status.get() == 200) {
            taken.add(body);
          }
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    witness.start();
    HeadSender sender = sender("http://127.0.0.1:" + witness.getAddress().getPort() + "/heads");

    // When
    sender.work();
    assertThat(taken).isEmpty();
    status.set(200);
    while (!keepHeads.unsent(1).isEmpty()) {
      sender.work();
    }
    sender.work();
    witness.stop(0);

    // Then: once, signed, and shown to auditors
    List<JsonNode> mine =
        taken.stream()
            .map(body -> JsonReader.parse(body.getBytes(UTF_8)))
            .filter(head -> head.get("trial").asText().equals(trial))
            .toList();
    assertThat(mine).hasSize(1);
    assertThat(
            HeadKey.verifies(trials.find(trial).orElseThrow().publicKey(), head(mine.getFirst())))
        .isTrue();
    as("auditor")
        .get("/trials/{t}/heads", trial)
        .then()
        .statusCode(200)
        .body("$", hasSize(1))
        .body("[0].count", equalTo(4));
  }

  @Test
  void a_file_grows_by_a_line_for_each_head(@TempDir Path directory) throws Exception {
    // Given
    String trial = openTrial();
    Path file = directory.resolve("heads.jsonl");

    // When
    HeadSender sender = sender(file.toUri().toString());
    do {
      sender.work();
    } while (!keepHeads.unsent(1).isEmpty());

    // Then
    assertThat(lines(file)).anyMatch(line -> line.contains(trial));
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file);
  }

  private HeadSender sender(String address) {
    return new HeadSender(keepHeads, Optional.of(URI.create(address)));
  }

  private static SignedHead head(JsonNode json) {
    return new SignedHead(
        json.get("count").asLong(),
        new Hash(json.get("hash").asText()),
        json.get("at").asText(),
        json.get("signature").asText());
  }
}
