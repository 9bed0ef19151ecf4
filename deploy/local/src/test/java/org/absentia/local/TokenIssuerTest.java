package org.absentia.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenIssuerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RETURN = "http://127.0.0.1:8084/reports/mi-nav/1";

  @TempDir Path home;
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port = Ports.free();
  private TokenIssuer issuer;
  private String secret;

  @BeforeEach
  void start() {
    issuer = TokenIssuer.start(home, port);
    secret = TokenIssuer.clientSecret(new Secrets(home));
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void a_machine_gets_a_token_that_the_published_key_verifies() throws Exception {
    // When
    HttpResponse<String> answer =
        post(
            "/token",
            Map.of(
                "grant_type", "client_credentials",
                "client_id", "absentia",
                "client_secret", secret,
                "role", "analyst",
                "trial", "mi-nav"));

    // Then
    JwtClaims claims =
        verified(JSON.readTree(answer.body()).get("access_token").asText(), "absentia");
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("analyst");
    assertThat(claims.getStringListClaimValue("trials")).containsExactly("mi-nav");
    assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
        .isEqualTo(12 * 3600);
  }

  @Test
  void a_wrong_secret_or_an_unknown_role_gets_nothing() throws Exception {
    // When
    HttpResponse<String> wrongSecret =
        post(
            "/token",
            Map.of("grant_type", "client_credentials", "client_secret", "no", "role", "analyst"));
    HttpResponse<String> unknownRole =
        post(
            "/token",
            Map.of("grant_type", "client_credentials", "client_secret", secret, "role", "king"));

    // Then
    assertThat(wrongSecret.statusCode()).isEqualTo(401);
    assertThat(unknownRole.statusCode()).isEqualTo(400);
  }

  @Test
  void a_person_picks_a_role_and_the_application_fetches_the_tokens_once() throws Exception {
    // Given
    String verifier = "a-verifier-that-is-long-enough-for-the-standard-00000";
    Map<String, String> request =
        Map.of(
            "client_id", "absentia",
            "redirect_uri", RETURN,
            "state", "s 1",
            "nonce", "n-1",
            "code_challenge", challenge(verifier),
            "code_challenge_method", "S256");
    HttpResponse<String> page = get("/authorize?response_type=code&" + encode(request));
    assertThat(page.body()).contains("privacy-officer", "<legend>Role</legend>", "lang=\"en\"");

    // When
    Map<String, String> choice = new java.util.HashMap<>(request);
    choice.put("role", "analyst");
    choice.put("trials", "mi-nav, i-more");
    String back = post("/authorize", choice).headers().firstValue("Location").orElseThrow();

    // Then
    assertThat(back).startsWith(RETURN + "?code=").endsWith("&state=s+1");
    String code = back.substring(back.indexOf('=') + 1, back.indexOf('&'));
    Map<String, String> fetch =
        Map.of(
            "grant_type", "authorization_code",
            "code", code,
            "redirect_uri", RETURN,
            "code_verifier", verifier);
    JsonNode tokens = JSON.readTree(post("/token", fetch).body());
    JwtClaims id = verified(tokens.get("id_token").asText(), "absentia");
    assertThat(id.getStringClaimValue("nonce")).isEqualTo("n-1");
    assertThat(id.getStringListClaimValue("trials")).containsExactly("mi-nav", "i-more");
    assertThat(userInfo(tokens.get("access_token").asText()).get("groups").get(0).asText())
        .isEqualTo("analyst");
    assertThat(post("/token", fetch).statusCode()).isEqualTo(400);
  }

  @Test
  void a_stolen_code_is_worthless_without_the_verifier() throws Exception {
    // Given
    Map<String, String> choice =
        Map.of(
            "client_id",
            "absentia",
            "redirect_uri",
            RETURN,
            "role",
            "analyst",
            "code_challenge",
            challenge("the-right-one"));
    String back = post("/authorize", choice).headers().firstValue("Location").orElseThrow();

    // When
    HttpResponse<String> answer =
        post(
            "/token",
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                back.substring(back.indexOf('=') + 1),
                "redirect_uri",
                RETURN,
                "code_verifier",
                "a-guess"));

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void nobody_is_sent_to_another_machine_and_input_is_escaped() throws Exception {
    // When
    HttpResponse<String> foreign =
        get("/authorize?client_id=x&redirect_uri=" + Forms.encode("https://example.org/"));
    HttpResponse<String> script =
        get(
            "/authorize?client_id=x&redirect_uri="
                + Forms.encode(RETURN)
                + "&state="
                + Forms.encode("\"><script>"));

    // Then
    assertThat(foreign.statusCode()).isEqualTo(400);
    assertThat(script.body()).doesNotContain("<script>").contains("&lt;script&gt;");
  }

  @Test
  void tokens_outlive_a_restart_because_the_key_is_kept_for_its_owner_only() throws Exception {
    // Given
    String token =
        new TokenMint(issuer.address(), new Secrets(home)).accessToken("auditor", List.of());

    // When
    issuer.close();
    issuer = TokenIssuer.start(home, port);

    // Then
    assertThat(verified(token, "absentia").getStringListClaimValue("trials")).containsExactly("*");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.resolve("rsa-signing-key.json"))))
        .isEqualTo("rw-------");
    assertThat(get("/jwks").body()).doesNotContain("\"d\"");
  }

  @Test
  void discovery_names_endpoints_that_answer() throws Exception {
    // When
    JsonNode discovery = JSON.readTree(get("/.well-known/openid-configuration").body());

    // Then
    assertThat(discovery.get("issuer").asText()).isEqualTo("http://127.0.0.1:" + port);
    assertThat(new HttpsJwks(discovery.get("jwks_uri").asText()).getJsonWebKeys()).hasSize(1);
    assertThat(get("/userinfo").statusCode()).isEqualTo(401);
    assertThat(get("/jwks/more").statusCode()).isEqualTo(404);
    assertThat(
            get("/logout?post_logout_redirect_uri=" + Forms.encode(RETURN))
                .headers()
                .firstValue("Location"))
        .hasValue(RETURN);
  }

  private JwtClaims verified(String token, String audience) throws Exception {
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(
            new JwksVerificationKeyResolver(
                new JsonWebKeySet(get("/jwks").body()).getJsonWebKeys()))
        .setExpectedIssuer(issuer.address())
        .setExpectedAudience(audience)
        .setRequireSubject()
        .setRequireExpirationTime()
        .build()
        .processToClaims(token);
  }

  private JsonNode userInfo(String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer.address() + "/userinfo"))
            .header("Authorization", "Bearer " + token)
            .build();
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(issuer.address() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(issuer.address() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + Forms.encode(field.getValue()))
        .collect(java.util.stream.Collectors.joining("&"));
  }

  private static String challenge(String verifier) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }
}
