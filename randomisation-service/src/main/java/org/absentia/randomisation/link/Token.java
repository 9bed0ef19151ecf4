package org.absentia.randomisation.link;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.Secret;

/**
 * What a link carries: 256 random bits, far too many to guess at any rate of requests. It never
 * prints itself.
 */
public final class Token {
  private static final int LENGTH = 43;

  private final Secret secret;

  private Token(Secret secret) {
    this.secret = secret;
  }

  static Token draw(RandomGenerator random) {
    return new Token(Secret.draw(random));
  }

  /** Reads a token from a path; empty for what can be none. */
  public static Optional<Token> parse(String text) {
    if (text.length() != LENGTH) {
      return Optional.empty();
    }
    try {
      Token token = new Token(Secret.of(Base64.getUrlDecoder().decode(text)));
      // the last character has bits to spare: one spelling only
      return Optional.of(token).filter(read -> read.text().equals(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** Returns the text that goes into the link. */
  public String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret.bytes());
  }

  Hash hash() {
    return Hash.of(secret.bytes());
  }

  /** Returns a digest of what was handed in, which nobody without the token can try out. */
  Hash digest(Given given) {
    return new Hash(
        HexFormat.of().formatHex(secret.hmac(given.canonical().getBytes(StandardCharsets.UTF_8))));
  }

  @Override
  public String toString() {
    return "Token[not shown]";
  }
}
