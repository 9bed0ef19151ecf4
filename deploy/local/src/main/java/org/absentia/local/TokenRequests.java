package org.absentia.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Answers the token endpoint: client credentials for machines, one-time codes for browsers. */
final class TokenRequests {
  private static final Duration CODE_LIFETIME = Duration.ofMinutes(5);

  private final TokenMint mint;
  private final String clientSecret;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();

  TokenRequests(TokenMint mint, String clientSecret) {
    this.mint = mint;
    this.clientSecret = clientSecret;
  }

  /** What a person agreed to on the sign-in page, waiting for the application to fetch it. */
  record Grant(
      TokenMint.Subject subject,
      String client,
      String redirect,
      Optional<String> nonce,
      Optional<String> challenge,
      Instant expiresAt) {
    Grant(
        TokenMint.Subject subject,
        String client,
        String redirect,
        Optional<String> nonce,
        Optional<String> challenge) {
      this(subject, client, redirect, nonce, challenge, Instant.now().plus(CODE_LIFETIME));
    }
  }

  /** Status and members of the JSON answer. */
  record Answer(int status, Map<String, Object> body) {
    static Answer error(int status, String code) {
      return new Answer(status, Map.of("error", code));
    }
  }

  /** Keeps a grant and answers the code under which it can be fetched once. */
  String remember(Grant grant) {
    Instant now = Instant.now();
    grants.values().removeIf(old -> old.expiresAt().isBefore(now));
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    grants.put(code, grant);
    return code;
  }

  Answer token(Map<String, List<String>> form, Optional<String> authorization) {
    boolean knownClient =
        secretOf(form, authorization).map(secret -> equal(secret, clientSecret)).orElse(false);
    return switch (Forms.first(form, "grant_type").orElse("")) {
      case "client_credentials" ->
          knownClient ? clientCredentials(form) : Answer.error(401, "invalid_client");
      case "authorization_code" -> authorizationCode(form, knownClient);
      default -> Answer.error(400, "unsupported_grant_type");
    };
  }

  private Answer clientCredentials(Map<String, List<String>> form) {
    Optional<String> role = Forms.first(form, "role");
    if (role.isEmpty() || !Role.NAMES.contains(role.get())) {
      return Answer.error(400, "invalid_request");
    }
    return new Answer(
        200, bearer(mint.accessToken(role.get(), form.getOrDefault("trial", List.of()))));
  }

  private Answer authorizationCode(Map<String, List<String>> form, boolean knownClient) {
    Grant grant = Forms.first(form, "code").map(grants::remove).orElse(null);
    if (grant == null
        || grant.expiresAt().isBefore(Instant.now())
        || !Forms.first(form, "redirect_uri").equals(Optional.of(grant.redirect()))) {
      return Answer.error(400, "invalid_grant");
    }
    boolean proven =
        grant
            .challenge()
            .map(
                challenge ->
                    Forms.first(form, "code_verifier")
                        .map(verifier -> equal(challengeOf(verifier), challenge))
                        .orElse(false))
            .orElse(knownClient);
    if (!proven) {
      return Answer.error(400, "invalid_grant");
    }
    TokenMint.Subject subject = grant.subject();
    Map<String, Object> body =
        new LinkedHashMap<>(bearer(mint.accessToken(subject.role(), subject.trials())));
    body.put("id_token", mint.idToken(subject, grant.client(), grant.nonce()));
    return new Answer(200, body);
  }

  private static Map<String, Object> bearer(String token) {
    return Map.of(
        "access_token",
        token,
        "token_type",
        "Bearer",
        "expires_in",
        TokenMint.LIFETIME.toSeconds());
  }

  private static Optional<String> secretOf(
      Map<String, List<String>> form, Optional<String> authorization) {
    Optional<String> basic = authorization.filter(header -> header.startsWith("Basic "));
    if (basic.isEmpty()) {
      return Forms.first(form, "client_secret");
    }
    byte[] decoded = Base64.getDecoder().decode(basic.get().substring(6));
    String pair = new String(decoded, StandardCharsets.UTF_8);
    return Optional.of(pair.substring(pair.indexOf(':') + 1));
  }

  private static String challengeOf(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
