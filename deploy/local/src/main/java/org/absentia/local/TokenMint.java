package org.absentia.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * Signs the tokens of the local issuer with a key of its own, made on first use and kept, so that
 * tokens outlive a restart.
 */
public final class TokenMint {
  /** Whom access tokens are for; every service asks for it. */
  public static final String AUDIENCE = "absentia";

  /** How long a token holds. */
  public static final Duration LIFETIME = Duration.ofHours(12);

  /** The claim value that covers every trial. */
  public static final List<String> ALL_TRIALS = List.of("*");

  /**
   * As most issuers sign: a token is checked with each request, and RSA checks ten times faster.
   */
  static final String ALGORITHM = AlgorithmIdentifiers.RSA_USING_SHA256;

  private static final int KEY_BITS = 2048;
  private static final String KEY_FILE = "rsa-signing-key.json";

  private final String issuer;
  private final RsaJsonWebKey key;

  /** Mints tokens in the name of an issuer address with the key that the secrets hold. */
  public TokenMint(String issuer, Secrets secrets) {
    this.issuer = issuer;
    this.key = parse(secrets.text(KEY_FILE, TokenMint::newKey));
  }

  /** The issuer's address, the claim {@code iss}. */
  public String issuer() {
    return issuer;
  }

  /** Makes an access token for a role; no trial named means all trials. */
  public String accessToken(String role, List<String> trials) {
    return sign(claims(Subject.of(role, trials), AUDIENCE));
  }

  /** Makes a token for a system that has several roles, in all trials. */
  String systemToken(List<String> roles) {
    JwtClaims claims = claims(Subject.of(roles.getFirst(), ALL_TRIALS), AUDIENCE);
    claims.setStringListClaim("groups", roles.stream().map(Role::require).toList());
    return sign(claims);
  }

  /** Makes the token that tells a web application who signed in. */
  String idToken(Subject subject, String client, Optional<String> nonce) {
    JwtClaims claims = claims(subject, client);
    nonce.ifPresent(value -> claims.setStringClaim("nonce", value));
    return sign(claims);
  }

  /** The public half, as a JSON Web Key Set. */
  String publicKeys() {
    return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  /** Reads the subject of a token of ours; empty if it is forged, foreign or too old. */
  Optional<Subject> verify(String token) {
    try {
      JwtClaims claims =
          new JwtConsumerBuilder()
              .setVerificationKey(key.getPublicKey())
              .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, ALGORITHM)
              .setExpectedIssuer(issuer)
              .setExpectedAudience(AUDIENCE)
              .setRequireExpirationTime()
              .build()
              .processToClaims(token);
      return Optional.of(
          Subject.of(
              claims.getStringListClaimValue("groups").getFirst(),
              claims.getStringListClaimValue("trials")));
    } catch (InvalidJwtException | org.jose4j.jwt.MalformedClaimException refused) {
      return Optional.empty();
    }
  }

  private JwtClaims claims(Subject subject, String audience) {
    Instant now = Instant.now();
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setSubject("local-" + subject.role());
    claims.setAudience(audience);
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFETIME).getEpochSecond()));
    claims.setGeneratedJwtId();
    claims.setStringClaim("preferred_username", "local-" + subject.role());
    claims.setStringListClaim("groups", List.of(subject.role()));
    claims.setStringListClaim("trials", subject.trials());
    return claims;
  }

  private String sign(JwtClaims claims) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setAlgorithmHeaderValue(ALGORITHM);
    signature.setHeader("typ", "JWT");
    try {
      return signature.getCompactSerialization();
    } catch (JoseException failed) {
      throw new IllegalStateException("cannot sign a token", failed);
    }
  }

  private static String newKey() {
    try {
      RsaJsonWebKey made = RsaJwkGenerator.generateJwk(KEY_BITS);
      made.setKeyId(made.calculateBase64urlEncodedThumbprint("SHA-256"));
      made.setUse("sig");
      made.setAlgorithm(ALGORITHM);
      return made.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
    } catch (JoseException failed) {
      throw new IllegalStateException("cannot make a signing key", failed);
    }
  }

  private static RsaJsonWebKey parse(String json) {
    try {
      return new RsaJsonWebKey(JsonUtil.parseJson(json));
    } catch (JoseException broken) {
      throw new IllegalStateException("the signing key file is damaged", broken);
    }
  }

  /** Who a token speaks of: one role, for some trials. */
  record Subject(String role, List<String> trials) {
    Subject {
      trials = trials.isEmpty() ? ALL_TRIALS : List.copyOf(trials);
    }

    static Subject of(String role, List<String> trials) {
      return new Subject(Role.require(role), trials);
    }
  }
}
