package org.absentia.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An OpenID Connect issuer for one machine: real keys, discovery, tokens for machines and a sign-in
 * page for people on which they choose a role. It knows no users, so it listens on the loopback
 * address only and has no place in production.
 */
public final class TokenIssuer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST_FORM = 16 * 1024;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final TokenMint mint;
  private final TokenRequests requests;
  private final SignInPage signIn;

  private TokenIssuer(HttpServer server, TokenMint mint, Secrets secrets) {
    this.server = server;
    this.mint = mint;
    this.requests = new TokenRequests(mint, clientSecret(secrets));
    this.signIn = new SignInPage(requests);
  }

  /** Starts the issuer; its keys and its client secret lie in {@code directory}. */
  public static TokenIssuer start(Path directory, int port) {
    Ports.requireFree("the token issuer", port);
    Secrets secrets = new Secrets(directory);
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
      TokenIssuer issuer = new TokenIssuer(server, new TokenMint(address(port), secrets), secrets);
      issuer.serve();
      return issuer;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot start the token issuer on port " + port, failed);
    }
  }

  /** Runs an issuer in this JVM until it is told to stop: DIRECTORY PORT. */
  public static void main(String[] args) {
    TokenIssuer issuer = start(Path.of(args[0]), Integer.parseInt(args[1]));
    Runtime.getRuntime().addShutdownHook(new Thread(issuer::close, "stop-issuer"));
  }

  /** The address of an issuer on a port of this machine. */
  public static String address(int port) {
    return "http://127.0.0.1:" + port;
  }

  /** The secret with which a machine asks {@code /token} for a role. */
  public static String clientSecret(Secrets secrets) {
    return secrets.password("client-secret");
  }

  /** This issuer's address. */
  public String address() {
    return mint.issuer();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void serve() {
    server.setExecutor(threads);
    route("/.well-known/openid-configuration", exchange -> json(200, discovery()));
    route("/jwks", exchange -> new Answer(200, "application/json", mint.publicKeys()));
    route("/token", this::token);
    route("/authorize", signIn::answer);
    route("/userinfo", this::userInfo);
    route("/logout", signIn::signOut);
    route("/health", exchange -> json(200, Map.of("status", "UP")));
    server.start();
  }

  private Answer token(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      return json(405, Map.of("error", "invalid_request"));
    }
    TokenRequests.Answer answer =
        requests.token(
            form(exchange),
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
    return json(answer.status(), answer.body());
  }

  private Answer userInfo(HttpExchange exchange) {
    String header =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    Optional<TokenMint.Subject> subject =
        header.startsWith("Bearer ") ? mint.verify(header.substring(7)) : Optional.empty();
    return subject
        .map(
            who ->
                json(
                    200,
                    Map.of(
                        "sub",
                        "local-" + who.role(),
                        "preferred_username",
                        "local-" + who.role(),
                        "groups",
                        List.of(who.role()),
                        "trials",
                        who.trials())))
        .orElseGet(() -> json(401, Map.of("error", "invalid_token")));
  }

  private Map<String, Object> discovery() {
    String address = mint.issuer();
    return Map.ofEntries(
        Map.entry("issuer", address),
        Map.entry("authorization_endpoint", address + "/authorize"),
        Map.entry("token_endpoint", address + "/token"),
        Map.entry("userinfo_endpoint", address + "/userinfo"),
        Map.entry("jwks_uri", address + "/jwks"),
        Map.entry("end_session_endpoint", address + "/logout"),
        Map.entry("response_types_supported", List.of("code")),
        Map.entry("grant_types_supported", List.of("authorization_code", "client_credentials")),
        Map.entry("subject_types_supported", List.of("public")),
        Map.entry("id_token_signing_alg_values_supported", List.of(TokenMint.ALGORITHM)),
        Map.entry("code_challenge_methods_supported", List.of("S256")),
        Map.entry("scopes_supported", List.of("openid", "profile")),
        Map.entry(
            "token_endpoint_auth_methods_supported",
            List.of("client_secret_basic", "client_secret_post", "none")));
  }

  static Map<String, List<String>> form(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_FORM);
    return Forms.parse(new String(body, StandardCharsets.UTF_8));
  }

  private static Answer json(int status, Map<String, ?> body) {
    try {
      return new Answer(status, "application/json", JSON.writeValueAsString(body));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void route(String path, Endpoint endpoint) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            Answer answer =
                exchange.getRequestURI().getPath().equals(path)
                    ? answerSafely(endpoint, exchange)
                    : json(404, Map.of("error", "not_found"));
            answer.send(exchange);
          }
        });
  }

  private static Answer answerSafely(Endpoint endpoint, HttpExchange exchange) throws IOException {
    try {
      return endpoint.answer(exchange);
    } catch (IllegalArgumentException malformed) {
      return json(400, Map.of("error", "invalid_request"));
    }
  }

  /** What one path answers. */
  private interface Endpoint {
    Answer answer(HttpExchange exchange) throws IOException;
  }

  /** A whole HTTP answer; a redirect carries its target as the text. */
  record Answer(int status, String mediaType, String text) {
    static Answer redirect(String target) {
      return new Answer(302, "", target);
    }

    private void send(HttpExchange exchange) throws IOException {
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      if (status == 302) {
        exchange.getResponseHeaders().set("Location", text);
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", mediaType + "; charset=utf-8");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
