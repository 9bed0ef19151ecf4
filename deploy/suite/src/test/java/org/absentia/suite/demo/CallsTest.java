package org.absentia.suite.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallsTest {
  private static final String NOT_LISTED = "{\"type\":\"/problems/candidate-not-listed\"}";

  private HttpServer server;
  private int port;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    port = server.getAddress().getPort();
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_service_in_trouble_is_asked_again_until_it_answers() {
    // Given
    AtomicInteger asked = new AtomicInteger();
    server.createContext(
        "/trials", exchange -> answer(exchange, asked.incrementAndGet() < 3 ? 503 : 200));

    // When
    Reply reply = reply(Duration.ofSeconds(20));

    // Then
    assertThat(reply.status()).isEqualTo(200);
    assertThat(asked).hasValue(3);
  }

  @Test
  void a_service_that_is_away_is_waited_for() throws Exception {
    // Given
    server.stop(0);

    // When
    CompletableFuture<Reply> reply =
        CompletableFuture.supplyAsync(() -> reply(Duration.ofSeconds(20)));
    Thread.sleep(600);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/trials", exchange -> answer(exchange, 201));
    server.start();

    // Then
    assertThat(reply.get().status()).isEqualTo(201);
  }

  @Test
  void patience_has_an_end() {
    // Given
    server.createContext("/trials", exchange -> answer(exchange, 500));

    // Then
    assertThatExceptionOfType(DemoFailure.class)
        .isThrownBy(() -> reply(Duration.ofMillis(300)))
        .withMessageContaining("registry-ingest")
        .withMessageContaining("500");
  }

  @Test
  void a_refusal_is_an_answer_and_not_repeated() {
    // Given
    AtomicInteger asked = new AtomicInteger();
    server.createContext(
        "/trials",
        exchange -> {
          asked.incrementAndGet();
          answer(exchange, 409);
        });

    // When
    Reply reply = reply(Duration.ofSeconds(5));

    // Then
    assertThat(asked).hasValue(1);
    assertThatExceptionOfType(DemoFailure.class)
        .isThrownBy(() -> reply.expecting(200, 201))
        .withMessageContaining("409");
  }

  @Test
  void a_candidate_whose_list_is_on_its_way_is_asked_about_again() {
    // Given
    AtomicInteger asked = new AtomicInteger();
    server.createContext(
        "/trials",
        exchange -> {
          if (asked.incrementAndGet() < 3) {
            answer(exchange, 409, NOT_LISTED);
          } else {
            answer(exchange, 201);
          }
        });

    // When
    Reply reply = reply(Duration.ofSeconds(5));

    // Then
    assertThat(reply.status()).isEqualTo(201);
    assertThat(asked).hasValue(3);
  }

  @Test
  void a_candidate_on_no_list_is_refused_in_the_end() {
    // Given
    server.createContext("/trials", exchange -> answer(exchange, 409, NOT_LISTED));

    // When
    Reply reply;
    try (Calls calls =
        new Calls(new OneServer(port), Duration.ofSeconds(5), Duration.ofMillis(300))) {
      reply = calls.post(Service.RANDOMISATION_SERVICE, Roles.RECRUITER, "/trials", Map.of());
    }

    // Then
    assertThatExceptionOfType(DemoFailure.class)
        .isThrownBy(() -> reply.expecting(201))
        .withMessageContaining("candidate-not-listed");
  }

  private Reply reply(Duration patience) {
    try (Calls calls = new Calls(new OneServer(port), patience)) {
      return calls.post(Service.REGISTRY_INGEST, Roles.INTEGRATOR, "/trials", Map.of("a", 1));
    }
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    answer(exchange, status, "{\"ok\":true}");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** All services at one port. */
  private record OneServer(int port) implements Site {
    @Override
    public URI address(Service service) {
      return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public String kafka() {
      return "127.0.0.1:1";
    }

    @Override
    public String token(String role) {
      return "token-of-" + role;
    }

    @Override
    public Path home() {
      return Path.of("unused");
    }
  }
}
